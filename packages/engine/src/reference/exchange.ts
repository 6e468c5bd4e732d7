// Exchange rates: the last one on or before a day, used only as given (no inverses, no crosses; one currency is 1 in itself).
import type { ConvertTyped, Graph, Typed } from '@sextant/parser';
import type { Rational } from '../value/rational.js';
import { multiply } from '../value/rational.js';
import { NULL, noValue, numberValue, type Value } from '../value/value.js';
import { dayMeant, instantMeant } from './time.js';
import type { Row } from './rows.js';

interface Rate {
  readonly at: Value;
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
      if (at === undefined || at.kind === 'none') continue;
      const key = JSON.stringify([from.value, to.value]);
      const list = rates.get(key) ?? [];
      list.push({ at, rate: rate.value, approximate: rate.approximate });
      rates.set(key, list);
    }
    return rates;
  };
  return {
    rate(from, to, at) {
      table ??= read();
      let last: Rate | null = null;
      for (const rate of table.get(JSON.stringify([from, to])) ?? []) {
        if (isBy(rate.at, at, zone) && (last === null || !isBefore(rate.at, last.at, zone))) last = rate;
      }
      return last;
    },
  };
}

/** On or before: by the day where either side is a day. */
function isBy(rate: Value, at: Value, zone: string): boolean {
  if (rate.kind === 'date' || at.kind === 'date') {
    return (dayMeant(rate, zone) ?? Infinity) <= (dayMeant(at, zone) ?? -Infinity);
  }
  return !isBefore(at, rate, zone);
}

function isBefore(a: Value, b: Value, zone: string): boolean {
  return (instantMeant(a, zone, zone) ?? 0n) < (instantMeant(b, zone, zone) ?? 0n);
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
