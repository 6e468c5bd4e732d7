// A scorecard as text in the asked format.
import type { SourceFile } from '@sextant/parser';
import type { Scorecard } from '../engine-port.js';
import { wantsColour, type Host } from '../host.js';
import { glyphsFor } from './glyphs.js';
import { scorecardJson } from './json.js';
import { scorecardMarkdown } from './markdown.js';
import { scorecardText } from './text.js';

export interface RenderScorecardOptions {
  /** The texts that the scorecard's diagnostics point into. */
  readonly sources: readonly SourceFile[];
  readonly named: ReadonlySet<string>;
  readonly incentives: boolean;
  readonly host: Pick<Host, 'out' | 'env'>;
}

export function renderScorecard(
  scorecard: Scorecard,
  format: 'text' | 'json' | 'markdown',
  { sources, named, incentives, host }: RenderScorecardOptions,
): string {
  switch (format) {
    case 'text':
      return scorecardText(scorecard, {
        colour: wantsColour(host.out, host.env),
        glyphs: glyphsFor(host.out, host.env),
        columns: columnsOf(host),
        named,
        incentives,
      });
    case 'json':
      return scorecardJson(scorecard, sources);
    case 'markdown':
      return scorecardMarkdown(scorecard, { named, incentives });
  }
}

/** A terminal that does not know its width says 0. */
const USUAL = 80;

/** What the environment says counts for more than the terminal: that is how a width is asked for. */
function columnsOf({ out, env }: Pick<Host, 'out' | 'env'>): number {
  const said = env['COLUMNS'] ?? '';
  return /^[1-9]\d{0,3}$/.test(said) ? Number(said) : out.columns || USUAL;
}
