// `opening` and `closing`: snapshots and intervals, read at one end of the window.
//
// The state at the end of a window is that of its last instant, and the state at its start that of the instant before. So the
// opening of a month is the closing of the month before, and opening + started - ended = closing holds for intervals.
import { showMember, type Dataset, type FieldTyped, type Member } from '@sextant/parser';
import { microsOfDay } from '../../calendar/micros.js';
import type { Window } from '../../calendar/window.js';
import { instantOf } from '../../calendar/zone.js';
import { valueKey } from '../../value/order.js';
import { NULL, noValue, type NoValue } from '../../value/value.js';
import type { StateReading } from '../context.js';
import type { Chosen } from '../membership.js';
import type { Row } from '../rows.js';
import { instantMeant, zoneOf } from '../time.js';
import type { World } from '../world.js';

export function isState(dataset: Dataset): boolean {
  return dataset.time.kind === 'snapshot' || dataset.time.kind === 'interval';
}

/** Chosen once per dataset, before filters and groups. */
export function stateRows(
  dataset: Dataset,
  state: StateReading,
  window: Window,
  guarded: boolean,
  world: World,
): Chosen | NoValue {
  const at = state.op === 'closing' ? window.end : window.start;
  if (at === null) return noValue('no_snapshot');
  const { time, name } = dataset;
  if (time.kind === 'snapshot') {
    const each = state.each === null ? '' : showMember(state.each);
    const chosen = world.membership.chosen(name, `snapshot ${at.instant} ${each}`, () =>
      lastSnapshots(dataset, time.at, state.each, at.instant, world),
    );
    return chosen.rows.length === 0 ? noValue('no_snapshot') : chosen;
  }
  const history = world.history(dataset);
  if (guarded && (history === null || at.instant <= history.instant)) return noValue('incomplete_window');
  return world.membership.chosen(name, `valid ${at.instant}`, () => validRows(dataset, at.instant, world));
}

/** The rows of the last snapshot at or before an instant, however old; with `each`, of the last one of every account. */
function lastSnapshots(
  dataset: Dataset,
  time: FieldTyped,
  each: Member | null,
  instant: bigint,
  world: World,
): readonly Row[] {
  const account = each === null ? null : world.bind(each, dataset.name).field;
  const taken = world
    .once(dataset, 'taken', () => snapshotTimes(dataset, time, world))
    .filter(({ at }) => at <= instant)
    .map(({ row, at }) => ({
      row,
      at,
      account: account === null ? '' : valueKey(world.reader.value(account, { dataset: dataset.name, row })),
    }));
  const last = new Map<string, bigint>();
  for (const { at, account } of taken) {
    const known = last.get(account);
    if (known === undefined || at > known) last.set(account, at);
  }
  return taken.filter((one) => last.get(one.account) === one.at).map((one) => one.row);
}

/** When each row was taken; a snapshot dated D is the state at the end of D. */
function snapshotTimes(
  dataset: Dataset,
  time: FieldTyped,
  world: World,
): readonly { readonly row: Row; readonly at: bigint }[] {
  const projectZone = world.calendar.timezone;
  const zone = zoneOf(dataset, projectZone);
  return world.reader.rows(dataset.name).flatMap((row) => {
    const value = world.reader.value(time, { dataset: dataset.name, row });
    const at =
      value.kind === 'date'
        ? instantOf(projectZone, microsOfDay(value.day + 1))
        : instantMeant(value, projectZone, zone);
    return at === null ? [] : [{ row, at }];
  });
}

/** The rows that had begun before an instant and had not ended before it. */
function validRows(dataset: Dataset, instant: bigint, world: World): readonly Row[] {
  return world
    .once(dataset, 'valid', () => validity(dataset, world))
    .filter(({ from, until }) => from < instant && (until === null || until >= instant))
    .map((one) => one.row);
}

/** From when to when each row is valid; a row without a beginning never is. */
function validity(
  dataset: Dataset,
  world: World,
): readonly { readonly row: Row; readonly from: bigint; readonly until: bigint | null }[] {
  const { reader } = world;
  const projectZone = world.calendar.timezone;
  const zone = zoneOf(dataset, projectZone);
  return reader.rows(dataset.name).flatMap((row) => {
    const from = instantMeant(reader.timeOf(dataset.name, row)?.at ?? NULL, projectZone, zone);
    const until = instantMeant(reader.lookup.untilOf(dataset.name, row), projectZone, zone);
    return from === null ? [] : [{ row, from, until }];
  });
}
