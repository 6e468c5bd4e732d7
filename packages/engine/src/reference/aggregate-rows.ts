// An aggregate over rows that are chosen already: its own condition, its value on each row, the function.
import { ownTime, type AggregateTyped } from '@sextant/parser';
import { aggregateFunctions } from '../value/aggregates/aggregate-functions.js';
import { fromDecimalText, ZERO } from '../value/rational.js';
import { NULL, type NoValue, type Reason, type Value } from '../value/value.js';
import { inOrder } from './lookup.js';
import type { RowReader } from './row-value.js';
import type { Row } from './rows.js';

/**
 * Reasons that nothing may pass over. A condition that cannot be decided for want of a rate makes the aggregate have no
 * value, as an amount without a rate does: leaving the row out would be a smaller number that looks right.
 */
const NEVER_SKIPPED: readonly Reason[] = ['missing_rate', 'no_rate_date'];

/** Whether a condition holds; the reason where that cannot be passed over. */
export function decide(condition: Value): boolean | NoValue {
  if (condition.kind === 'none') return NEVER_SKIPPED.includes(condition.reason) ? condition : false;
  return condition.kind === 'boolean' && condition.value;
}

export function aggregateRows(typed: AggregateTyped, rows: readonly Row[], reader: RowReader): Value {
  const { dataset } = typed;
  const kept: Row[] = [];
  for (const row of rows) {
    const holds = typed.where === null || decide(reader.value(typed.where, { dataset, row }));
    if (typeof holds !== 'boolean') return holds;
    if (typed.where !== null) reader.watcher?.condition(typed.where, holds);
    if (holds) kept.push(row);
  }
  const ordered = typed.fn === 'first' || typed.fn === 'last' ? byTime(typed, kept, reader) : kept;
  const { value } = typed;
  const values = ordered.map((row) => (value === null ? NULL : reader.value(value, { dataset, row })));
  return aggregateFunctions[typed.fn](values, fractionOf(typed.fraction));
}

/** By the time that the aggregate looks at, then by key. */
function byTime(typed: AggregateTyped, rows: readonly Row[], reader: RowReader): readonly Row[] {
  const { dataset } = typed;
  const time = typed.dated ?? ownTime(reader.dataset(dataset));
  return inOrder(reader, dataset, rows, (row) => (time === null ? NULL : reader.value(time, { dataset, row })));
}

export function fractionOf(text: string | null): Parameters<(typeof aggregateFunctions)['quantile']>[1] {
  return (text === null ? null : fromDecimalText(text)) ?? ZERO;
}
