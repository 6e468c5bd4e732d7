// What is said before the tree: which number, of which time, and for a KPI its target and the rule that fired.
import { statusWord } from '@sextant/parser';
import { periodWords } from '@sextant/engine/words';
import type { Explanation, KpiReading } from '../engine-port.js';
import { visibleLine } from '../reporters/visible-text.js';
import { aimSentence } from '../scorecards/aim-text.js';
import { becauseText } from '../scorecards/because.js';
import { amountText } from '../scorecards/figure-text.js';
import type { Glyphs } from '../scorecards/glyphs.js';
import { statusText } from '../scorecards/status-words.js';

export interface HeadTexts {
  readonly title: string;
  readonly lines: readonly string[];
}

export function headTexts({ subject, at, asOf, where, standing }: Explanation, glyphs: Glyphs): HeadTexts {
  const title = subject.title === null ? '' : `: ${visibleLine(subject.title)}`;
  const over = at.complete ? '' : ', not over yet';
  return {
    title: `${visibleLine(subject.name)}${title}`,
    lines: [
      `${periodWords(at)}${over}, as of ${asOf}${where === null ? '' : `, only where ${visibleLine(where)}`}`,
      ...(standing === null ? [] : standingLines(standing, glyphs).map((line) => visibleLine(line))),
    ],
  };
}

function standingLines(reading: KpiReading, glyphs: Glyphs): readonly string[] {
  const { standing, status, ownStatus, heldBackBy } = reading;
  const held = heldBackBy.map((one) => `\`${one.kpi}\` (${statusWord(one.status)})`);
  return [
    `${statusText(status, glyphs)}: ${becauseText(reading, standing, glyphs)}`,
    `value ${amountText(standing.value, reading, glyphs)}; ${aimSentence(standing.aim, reading, glyphs)}`,
    ...(held.length === 0 ? [] : [`held back by ${held.join(', ')}; by itself it is ${statusWord(ownStatus)}`]),
  ];
}
