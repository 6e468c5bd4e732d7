// Why a KPI stands as it does: the rule that fired, in sentences.
import { datasetName, kpiName, statusWord, type Graph, type Status } from '@sextant/parser';
import type { KpiReading, StatusReason } from '../status/scorecard.js';
import { dayText } from './day-text.js';
import { isOne, shownNumber, shownShare } from './number-text.js';
import { reasonWords } from './reason-words.js';
import type { ValueStyle } from './report-model.js';

/** Sentences with full stops. */
export function statusSentences(graph: Graph, reading: KpiReading, style: ValueStyle): readonly string[] {
  const own = becauseSentence(graph, reading, style);
  if (reading.heldBackBy.length === 0) return [own];
  const by = reading.heldBackBy.map(({ kpi, status }) => `${kpiName(graph, kpi)}, which is ${statusWord(status)}`);
  return [own, `By itself it would be ${statusWord(reading.ownStatus)}; it is held back by ${by.join(' and by ')}.`];
}

function becauseSentence(graph: Graph, reading: KpiReading, style: ValueStyle): string {
  const { because, value } = reading.standing;
  switch (because.kind) {
    case 'no_value': {
      // There is a value, and no way to be on: the two numbers that the score lies between are the wrong way round.
      if (because.reason === 'invalid_argument' && value.value !== null)
        return reading.standing.aim.kind === 'limit'
          ? 'There is no score: the worst value does not lie beyond the limit.'
          : 'There is no score: the baseline does not lie before the target.';
      const reason = because.reason ?? value.reason;
      return reason === null ? 'There is no value.' : `There is no value: ${reasonWords(reason)}.`;
    }
    case 'no_target':
      return `There is no target for ${because.period}.`;
    case 'not_started':
      return 'Its period has not begun.';
    case 'period_open':
      return 'Its period is not over, and nothing says how far it should be by now.';
    case 'stale':
      return staleSentence(graph, reading, because.dataset);
    case 'achieved':
      return `Its period is over, and ${REACHED[reading.standing.aim.kind]}.`;
    case 'band':
      return bandSentence(because, reading, style);
    case 'no_basis':
      return because.basis === 'forecast'
        ? 'There is no forecast yet: less than a tenth of the way is expected by now.'
        : `There is no ${because.basis} to judge it by.`;
  }
}

const REACHED = {
  target: 'its target is reached',
  limit: 'it kept to its limit',
  range: 'it is within its range',
  curve: 'its score is full',
} as const;

function staleSentence(graph: Graph, { stale }: KpiReading, dataset: string): string {
  const name = datasetName(graph, dataset);
  const found = stale.find((one) => one.dataset === dataset);
  if (found === undefined) return `${name} has no recent rows.`;
  const last = found.last === null ? 'it has none at all' : `its last row is of ${dayText(found.last)}`;
  return `${name} has no row within ${found.within}: ${last}.`;
}

function bandSentence(
  { basis, figure, bound }: Extract<StatusReason, { kind: 'band' }>,
  reading: KpiReading,
  style: ValueStyle,
): string {
  const { bands, direction, standing } = reading;
  const down = basis === 'value' && direction === 'down';
  const needed = bound ?? bands.atRisk ?? bands.onTrack;
  // Below all bands it is the lowest one that is missed.
  const lowest: Status = bands.atRisk === null ? 'on_track' : 'at_risk';
  const needing = bound === null ? lowest : standing.status;
  const side = bound === null ? (down ? 'above' : 'below') : down ? 'at or below' : 'at or above';
  const said = (text: string | null): string => (text === null ? 'missing' : basisText(text, basis, style));
  return `${NAMES[basis]} is ${said(figure.value)}, ${side} the ${said(needed)} that “${statusWord(needing)}” asks for.`;
}

const NAMES = { score: 'Its score', pace: 'Its pace', forecast: 'Its forecast', value: 'Its value' } as const;

function basisText(text: string, basis: keyof typeof NAMES, style: ValueStyle): string {
  if (basis === 'score' || basis === 'pace') return shownShare(text).text;
  const unit = isOne(text) ? style.unitOfOne : style.unit;
  return `${shownNumber(text, style).text}${unit === '' ? '' : ` ${unit}`}`;
}
