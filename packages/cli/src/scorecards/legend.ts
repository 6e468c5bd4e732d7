// What the signs of a scorecard mean: only those that are there.
import type { Scorecard } from '../engine-port.js';
import type { Glyphs } from './glyphs.js';
import type { RowCells } from './row-cells.js';

export interface Shown {
  readonly cells: readonly RowCells[];
  readonly hasTrend: boolean;
  readonly hasBars: boolean;
  readonly hasPartial: boolean;
}

export function legendLines(scorecard: Scorecard, shown: Shown, glyphs: Glyphs): readonly string[] {
  const { cells } = shown;
  const { trend } = glyphs;
  const signs: string[] = [];
  if (shown.hasTrend && cells.some((cell) => cell.trend !== null)) {
    signs.push(`${trend.improving} better`, `${trend.worsening} worse`, `${trend.flat} as before`);
  }
  if (shown.hasPartial && cells.some(({ reading }) => !reading.period.complete)) {
    signs.push(`${glyphs.partial} the period is not over`);
  }
  if (cells.some(({ number }) => number.endsWith(glyphs.stale))) signs.push(`${glyphs.stale} its data is stale`);
  if (cells.some(({ number }) => number.startsWith(glyphs.approximate)))
    signs.push(`${glyphs.approximate} approximate`);
  if (cells.some(({ number, target }) => number.includes(glyphs.cut) || target.includes(glyphs.cut))) {
    signs.push(`${glyphs.cut} more digits in the JSON`);
  }
  return [
    ...(signs.length === 0 ? [] : [signs.join('   ')]),
    ...(shown.hasBars ? ['bars: the periods up to this one, each KPI between its own lowest and highest value'] : []),
    ...(scorecard.goals.length === 0
      ? []
      : ['score: how much of the way is done; coverage: the share of the weight below that has data']),
  ];
}
