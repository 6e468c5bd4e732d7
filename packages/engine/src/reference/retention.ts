// `retention(a by entity at span)`: of the entities whose first row lies in the window, the share with a row in the bucket
// that comes the span after the bucket of that first row.
import type { RetentionTyped } from '@sextant/parser';
import { valueKey } from '../value/order.js';
import { fraction } from '../value/rational.js';
import { noValue, numberValue, type Value } from '../value/value.js';
import { groupsOf } from './aggregate.js';
import { cohortRows, entityOf, isInStep } from './cohort-rows.js';
import type { Context } from './context.js';
import type { LevelBucket, Levels } from '../levels/levels.js';
import { ofGroup } from './membership.js';
import { instantMeant } from './time.js';
import type { World } from './world.js';

export function retentionValue(typed: RetentionTyped, context: Context, world: World): Value {
  const chosen = cohortRows(typed, context, world);
  if ('reason' in chosen) return chosen;
  const { rows, undecided } = ofGroup(groupsOf(chosen, context, world), context.groups);
  for (const reason of undecided.values()) return reason;
  const { dataset } = typed.of;
  const instantsOf = world.once(typed, 'seen', () => seenAt(typed, world));
  let base = 0;
  let retained = 0;
  let open = 0;
  for (const row of rows) {
    const time = world.reader.timeOf(dataset, row);
    const first = time === null ? null : instantMeant(time.at, world.calendar.timezone, time.zone);
    const cell = first === null ? null : bucketAfter(first, typed, world.levels);
    // A cell that is not over leaves both sides.
    if (cell === null || cell.end.instant > context.time.clip.instant) {
      open += 1;
      world.notes.note('still_open', dataset, row);
      continue;
    }
    base += 1;
    const seen = instantsOf.get(valueKey(entityOf(typed.of, row, world))) ?? [];
    if (seen.some((instant) => instant >= cell.start.instant && instant < cell.end.instant)) retained += 1;
  }
  const share = fraction(BigInt(retained), BigInt(base));
  if (share !== null) return numberValue(share);
  return noValue(open > 0 ? 'not_due' : 'no_rows');
}

/** When each entity was seen, whatever the window, the filters and the groups. */
function seenAt(typed: RetentionTyped, world: World): ReadonlyMap<string, readonly bigint[]> {
  const { of } = typed;
  const seen = new Map<string, bigint[]>();
  for (const row of world.reader.rows(of.dataset)) {
    const time = world.reader.timeOf(of.dataset, row);
    const instant = time === null ? null : instantMeant(time.at, world.calendar.timezone, time.zone);
    if (instant === null || !isInStep(of, row, world)) continue;
    const key = valueKey(entityOf(of, row, world));
    const list = seen.get(key);
    if (list === undefined) seen.set(key, [instant]);
    else list.push(instant);
  }
  return seen;
}

function bucketAfter(instant: bigint, { at }: RetentionTyped, levels: Levels): LevelBucket | null {
  let bucket = levels.holding(at.level, instant);
  for (let step = 0; step < at.amount && bucket !== null; step += 1) {
    bucket = levels.holding(at.level, bucket.end.instant);
  }
  return bucket;
}
