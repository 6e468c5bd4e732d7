// What incentives pay as things stand, in words.
import { statusWord } from '@sextant/parser';
import type { IncentiveReading } from '../engine-port.js';
import { reasonWords } from '../results/reason-words.js';
import { visibleLine } from '../reporters/visible-text.js';
import { quantityText, shareText } from './figure-text.js';
import type { Glyphs } from './glyphs.js';

export interface IncentiveLines {
  readonly heading: string;
  readonly lines: readonly string[];
}

export function incentiveLines(reading: IncentiveReading, glyphs: Glyphs): IncentiveLines {
  const { title, payout, currency, amount, cap, score, share, gate, components, participants, provisional } = reading;
  const money = { unit: currency, percent: false, decimals: null };
  const paid =
    payout.value === null
      ? gate !== null && gate.passed === null
        ? 'no payout yet: its gate is not decided'
        : `no payout: ${payout.reason === null ? 'no value' : reasonWords(payout.reason)}`
      : `${quantityText(payout.value, money, glyphs)}${provisional ? ', provisional' : ''}`;
  const parts = components.map(
    (one) =>
      `${one.kind} ${one.name} ${shareText(one.score, glyphs)}${one.weight === '1' ? '' : ` (weight ${one.weight})`}`,
  );
  const bounds = cap === null ? '' : `, at most ${quantityText(cap, money, glyphs)}`;
  const gateLine =
    gate === null
      ? []
      : [
          `gate: ${gate.kpi} is ${statusWord(gate.status)}, needed at least ${gate.atLeast.replace('_', ' ')}: ` +
            (gate.passed === null ? 'not decided' : gate.passed ? 'passed' : 'not passed'),
        ];
  return {
    heading: visibleLine(`${title}: ${paid}`),
    lines: [
      `score ${shareText(score, glyphs)} of ${parts.join(', ')}`,
      `it pays ${shareText(share, glyphs)} of ${quantityText(amount, money, glyphs)}${bounds}`,
      ...gateLine,
      `for ${participants.join(', ')}`,
      ...(provisional ? ['provisional: a period is not over or data is stale, so it can still change'] : []),
    ].map(visibleLine),
  };
}
