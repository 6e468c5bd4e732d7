// Why a KPI has its status, in words: the rule that fired, and what holds it back.
import type { KpiReading, Standing } from '../engine-port.js';
import { reasonWords } from '../results/reason-words.js';
import { amountText, quantityText, ratioText, shareText, type NumberLook } from './figure-text.js';
import type { Glyphs } from './glyphs.js';

/** Lower case, no full stop. */
export function becauseText(reading: KpiReading, standing: Standing, glyphs: Glyphs): string {
  const { because } = standing;
  switch (because.kind) {
    case 'no_value':
      if (because.reason === 'invalid_argument' && standing.value.value !== null) return wrongSideText(standing);
      return because.reason === null ? 'no value' : `no value: ${reasonWords(because.reason)}`;
    case 'no_target':
      return because.period === '' ? 'no target' : `no target for ${because.period}`;
    case 'not_started':
      return `${reading.period.label} has not begun`;
    case 'period_open':
      return `${reading.period.label} is not over, and no pacing says how far it should be by now`;
    case 'stale':
      return staleText(reading) ?? `the data of \`${because.dataset}\` is stale`;
    case 'achieved':
      return `${reading.period.label} is over and the target is reached`;
    case 'no_basis':
      return because.basis === 'forecast' ? 'too early for a forecast' : `no ${because.basis} to be judged by`;
    case 'band': {
      const figure =
        because.basis === 'score' || because.basis === 'pace'
          ? shareText(because.figure, glyphs)
          : amountText(because.figure, exactLook(reading), glyphs);
      return `${because.basis} ${figure}: ${bandsText(reading, glyphs)}`;
    }
  }
}

/** There is a value, and no way to be on: the two numbers that the score lies between are the wrong way round. */
function wrongSideText({ aim }: Standing): string {
  return aim.kind === 'limit'
    ? 'no score: the worst value does not lie beyond the limit'
    : 'no score: the baseline does not lie before the target';
}

/** `at risk from 85%, on track from 95%`; where less is better, `up to`. */
function bandsText(reading: KpiReading, glyphs: Glyphs): string {
  const { basis, onTrack, atRisk } = reading.bands;
  const ownUnit = basis === 'value' || basis === 'forecast';
  const from = ownUnit && reading.direction === 'down' ? 'up to' : 'from';
  const bound = (text: string): string => (ownUnit ? quantityText(text, exactLook(reading), glyphs) : ratioText(text));
  const risk = atRisk === null ? '' : `at risk ${from} ${bound(atRisk)}, `;
  return `${risk}on track ${from} ${bound(onTrack)}`;
}

/** Bounds and what they are compared with are not rounded to the KPI's decimals. */
function exactLook({ unit, percent }: KpiReading): NumberLook {
  return { unit, percent, decimals: null };
}

/** Null where the data is fresh. */
export function staleText({ stale }: KpiReading): string | null {
  if (stale.length === 0) return null;
  return stale
    .map(({ dataset, last, within }) =>
      last === null
        ? `\`${dataset}\` has no rows`
        : `the last row of \`${dataset}\` is of ${last}, not within ${within}`,
    )
    .join('; ');
}
