// What is said before the tree: which number, of which time, and for a KPI its target and the rule that fired.
import type { Explanation, Figure, KpiReading } from '../engine-port.js';
import { visibleLine } from '../reporters/visible-text.js';
import { periodWords } from './period-words.js';
import { noValueWords, sideText } from './value-text.js';

export interface HeadTexts {
  readonly title: string;
  readonly lines: readonly string[];
}

export function headTexts(explanation: Explanation, sentences: readonly string[]): HeadTexts {
  const { subject, at, asOf, where, standing } = explanation;
  const title = subject.title === null ? '' : `: ${visibleLine(subject.title)}`;
  const over = at.complete ? '' : ', not over yet';
  return {
    title: `${visibleLine(subject.name)}${title}`,
    lines: [
      `${periodWords(at)}${over}, as of ${asOf}${where === null ? '' : `, only where ${visibleLine(where)}`}`,
      ...(standing === null ? [] : standingLines(standing)),
      ...sentences.map((sentence) => visibleLine(sentence)),
    ],
  };
}

function standingLines(reading: KpiReading): readonly string[] {
  const { aim, value } = reading.standing;
  const figure = (of: Figure): string => {
    if (of.value === null) return noValueWords(of.reason);
    const unit = reading.percent || reading.unit === '' ? '' : ` ${reading.unit}`;
    return `${sideText(of.value, reading)}${unit}`;
  };
  return [`value ${figure(value)}, ${aimWords(aim, figure)}, status ${reading.status}`];
}

function aimWords(aim: KpiReading['standing']['aim'], figure: (of: Figure) => string): string {
  switch (aim.kind) {
    case 'target':
      return `target ${figure(aim.target)}, from ${figure(aim.baseline)}`;
    case 'limit':
      return `${aim.side === 'at_most' ? 'at most' : 'at least'} ${figure(aim.bound)}`;
    case 'range':
      return `between ${figure(aim.low)} and ${figure(aim.high)}`;
    case 'curve':
      return 'scored by a curve';
  }
}
