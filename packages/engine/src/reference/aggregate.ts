// The value of an aggregate in a context: the rows of its dataset whose time lies in the window, that satisfy the filters
// and belong to the group, aggregated.
import { ownTime, type AggregateTyped, type Dataset, type FieldTyped } from '@sextant/parser';
import type { Point, Window } from '../calendar/window.js';
import { noValue, type NoValue, type Value } from '../value/value.js';
import { aggregateRows, decide } from './aggregate-rows.js';
import type { Context } from './context.js';
import { ofGroup, type Belonging, type Chosen } from './membership.js';
import { isState, stateRows } from './operators/states.js';
import type { World } from './world.js';

export function aggregateValue(typed: AggregateTyped, context: Context, world: World): Value {
  const chosen = rowsInTime(typed.dataset, typed.dated, context, world);
  if ('reason' in chosen) return chosen;
  const belonging = ofGroup(groupsOf(chosen, context, world), context.groups);
  const compute = (): Value =>
    undecidedIn(belonging, typed, world) ?? aggregateRows(typed, belonging.rows, world.reader);
  return world.once(belonging, typed, compute);
}

/** The rows that a context's time chooses, before filters and groups; or why there is no value whatever the rows. */
export function rowsInTime(name: string, dated: FieldTyped | null, context: Context, world: World): Chosen | NoValue {
  const dataset = world.reader.dataset(name);
  const blocked = blockedBy(dataset.plan, context);
  if (blocked !== null) return blocked;
  const window = windowOf(dataset, context);
  if (context.state !== null && dated === null && isState(dataset)) {
    return stateRows(dataset, context.state, window, context.time.guarded, world);
  }
  const time = dated ?? ownTime(dataset);
  if (time !== null && context.time.guarded && beginsBefore(window, world.history(dataset))) {
    return noValue('incomplete_window');
  }
  return world.membership.inWindow(name, time, window);
}

/** Plans are due before their time. */
export function blockedBy(plan: boolean, context: Context): NoValue | null {
  const { reason } = context.time;
  return reason === null || (reason === 'not_due' && plan) ? null : noValue(reason);
}

/** Plans are not clipped by `as_of`. */
export function windowOf(dataset: Dataset, context: Context): Window {
  return dataset.plan ? context.time.nominal : context.time.known;
}

/** A window without a start claims no length, so it is never too long for history. Without a row there is no history. */
function beginsBefore(window: Window, history: Point | null): boolean {
  return window.start !== null && (history === null || window.start.instant < history.instant);
}

export function groupsOf(chosen: Chosen, context: Context, world: World): ReadonlyMap<string, Belonging> {
  return world.membership.groups(
    chosen,
    [...context.asked, ...context.filters],
    context.groups.map((group) => group.member),
  );
}

/** A row that might belong, for all that is known, and that the aggregate's own condition does not leave out. */
function undecidedIn(belonging: Belonging, typed: AggregateTyped, world: World): NoValue | null {
  const { dataset, where } = typed;
  for (const [row, reason] of belonging.undecided) {
    if (where === null || decide(world.reader.value(where, { dataset, row })) !== false) return reason;
  }
  return null;
}
