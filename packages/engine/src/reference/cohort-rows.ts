// The rows that conversion and retention start from: what is dated and grouped by the first row of a pair, or of an entity.
import type { ConversionTyped, RetentionTyped, Step } from '@sextant/parser';
import { compareValues, valueKey } from '../value/order.js';
import type { NoValue, Value } from '../value/value.js';
import { rowsInTime } from './aggregate.js';
import { decide } from './aggregate-rows.js';
import type { Context } from './context.js';
import { inOrder } from './lookup.js';
import type { Chosen } from './membership.js';
import type { Row } from './rows.js';
import type { World } from './world.js';

/** In the context's window, before filters and groups; or why there is no value. */
export function cohortRows(typed: ConversionTyped | RetentionTyped, context: Context, world: World): Chosen | NoValue {
  const step = typed.kind === 'conversion' ? typed.from : typed.of;
  // A step is made of events: `opening` and `closing` around it change nothing.
  const chosen = rowsInTime(step.dataset, null, { ...context, state: null }, world);
  if ('reason' in chosen) return chosen;
  const key = `${typed.kind} ${stepKey(step)} ${chosen.key}`;
  return world.membership.chosen(step.dataset, key, () => {
    if (typed.kind === 'conversion') return chosen.rows.filter((row) => isInStep(step, row, world));
    const firsts = world.once(step, 'first', () => new Set(firstRows(step, world).values()));
    return chosen.rows.filter((row) => firsts.has(row));
  });
}

export function isInStep({ dataset, where }: Step, row: Row, world: World): boolean {
  // A row that cannot be decided for want of a rate is not known to be in the step; steps hardly ever convert money.
  return where === null || decide(world.reader.value(where, { dataset, row })) === true;
}

export function entityOf({ dataset, entity }: Step, row: Row, world: World): Value {
  return world.reader.value(entity, { dataset, row });
}

/** Of every entity the first row of the step by time, then key, whatever the window and the filters. */
export function firstRows(step: Step, world: World): ReadonlyMap<string, Row> {
  const { reader } = world;
  const timeOf = (row: Row): Value => reader.timeOf(step.dataset, row)?.at ?? { kind: 'none', reason: 'no_value' };
  const rows = reader.rows(step.dataset).filter((row) => timeOf(row).kind !== 'none' && isInStep(step, row, world));
  const firsts = new Map<string, Row>();
  for (const row of inOrder(reader, step.dataset, rows, timeOf)) {
    const entity = entityOf(step, row, world);
    if (entity.kind === 'none') {
      world.notes.note('no_entity', step.dataset, row);
      continue;
    }
    const key = valueKey(entity);
    const known = firsts.get(key);
    if (known === undefined || compareValues(timeOf(row), timeOf(known)) < 0) firsts.set(key, row);
  }
  return firsts;
}

function stepKey(step: Step): string {
  return JSON.stringify([step.dataset, step.entity.path, step.entity.field, step.where], (name, value: unknown) =>
    name === 'range' ? undefined : value,
  );
}
