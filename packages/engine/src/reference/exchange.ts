// Exchange rates: the last one on or before a day, used only as given (no inverses, no crosses; one currency is 1 in itself).
import type { ConvertTyped, Graph, Typed } from '@sextant/parser';
import { MICROS_PER_DAY, microsOfDay } from '../calendar/micros.js';
import { localAt } from '../calendar/zone.js';
import type { Rational } from '../value/rational.js';
import { multiply } from '../value/rational.js';
import { NULL, noValue, numberValue, type Value } from '../value/value.js';
import type { Row } from './rows.js';

interface Rate {
  /** The wall clock at which it begins to hold: a day's at midnight. */
  readonly from: bigint;
  readonly rate: Rational;
  readonly approximate: boolean;
}

export interface Exchange {
  /** The rate from one currency to another at a time; null where there is none. */
  rate(from: string, to: string, at: Value): Rate | null;
}

export function makeExchange(
  graph: Graph,
  rowsOf: (dataset: string) => readonly Row[],
  field: (dataset: string, name: string, row: Row) => Value,
): Exchange {
  const def = graph.project.def.exchangeRates;
  const zone = graph.project.timezone;
  let table: ReadonlyMap<string, readonly Rate[]> | null = null;
  const read = (): ReadonlyMap<string, readonly Rate[]> => {
    const rates = new Map<string, Rate[]>();
    if (def === null) return rates;
    const dataset = def.dataset.text;
    for (const row of rowsOf(dataset)) {
      const [from, to, at, rate] = [def.from, def.to, def.at, def.rate].map((one) => field(dataset, one.text, row));
      if (from?.kind !== 'text' || to?.kind !== 'text' || rate?.kind !== 'number') continue;
      const clock = at === undefined ? null : clockOf(at, zone);
      if (clock === null) continue;
      const key = JSON.stringify([from.value, to.value]);
      const list = rates.get(key) ?? [];
      list.push({ from: clock, rate: rate.value, approximate: rate.approximate });
      rates.set(key, list);
    }
    // Stable: of two rates of one time the last row counts.
    for (const list of rates.values()) list.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    return rates;
  };
  return {
    rate(from, to, at) {
      table ??= read();
      const rates = table.get(JSON.stringify([from, to]));
      const clock = clockOf(at, zone);
      if (rates === undefined || clock === null) return null;
      // On a day means until its end: a rate that begins at noon holds for an amount of that day.
      return lastBefore(rates, at.kind === 'date' ? clock + MICROS_PER_DAY : clock + 1n);
    },
  };
}

/** The reading of the project's clock; a wall clock as it reads. */
function clockOf(time: Value, zone: string): bigint | null {
  switch (time.kind) {
    case 'date':
      return microsOfDay(time.day);
    case 'datetime':
      return time.micros;
    case 'timestamp':
      return localAt(zone, time.micros);
    case 'none':
    case 'number':
    case 'text':
    case 'boolean':
      return null;
  }
}

function lastBefore(rates: readonly Rate[], end: bigint): Rate | null {
  let [low, high] = [0, rates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const rate = rates[middle];
    if (rate !== undefined && rate.from < end) low = middle + 1;
    else high = middle;
  }
  return rates[low - 1] ?? null;
}

/** `convert(x to c at d)` of a row, or of a result. `skipped` is told of amounts that `skip missing` leaves out. */
export function convertValue(
  typed: ConvertTyped,
  evaluate: (part: Typed) => Value,
  exchange: Exchange,
  skipped: () => void,
): Value {
  const amount = evaluate(typed.of);
  if (amount.kind !== 'number') return amount;
  const missing = (reason: 'missing_rate' | 'no_rate_date'): Value => {
    if (!typed.skipMissing) return noValue(reason);
    skipped();
    return NULL;
  };
  const code = typed.from.kind === 'fixed' ? typed.from.code : textIn(evaluate(typed.from.field));
  if (code === typed.to) return amount;
  const at = evaluate(typed.at);
  if (at.kind === 'none') return missing('no_rate_date');
  const rate = code === null ? null : exchange.rate(code, typed.to, at);
  if (rate === null) return missing('missing_rate');
  return numberValue(multiply(amount.value, rate.rate), amount.approximate || rate.approximate);
}

function textIn(value: Value): string | null {
  return value.kind === 'text' ? value.value : null;
}
