// `avg(m per k)`: m in each group of the keys, then the outer aggregate over those values.
//
// With a time level beside other keys every group is visited in every bucket: a group that has nothing in one of them has no
// value there, and so has the whole, unless the metric says `empty: 0` or the formula `skip`. `count` counts what there is.
import type { PerTyped } from '@sextant/parser';
import { aggregateFunctions } from '../../value/aggregates/aggregate-functions.js';
import { NULL, noValue, type Value } from '../../value/value.js';
import { blockedBy } from '../aggregate.js';
import { decide, fractionOf } from '../aggregate-rows.js';
import { grouped, type Context } from '../context.js';
import type { Evaluator } from '../evaluator.js';
import { bucketFrames, onlyPlans } from '../frames.js';
import { groupsReached, levelsOf, membersOf, type ReachedGroup } from '../reach.js';

/** Without keys beside time levels there is one group: everything. */
const EVERYTHING: readonly ReachedGroup[] = [{ values: [], rows: [] }];

export function perValue(typed: PerTyped, context: Context, evaluator: Evaluator): Value {
  const { world } = evaluator;
  const inside = [typed.of, typed.where].flatMap((part) => part ?? []);
  const blocked = blockedBy(onlyPlans(inside, world), context);
  if (blocked !== null) return blocked;
  const members = membersOf(typed.keys);
  const levels = levelsOf(typed.keys);
  const buckets = bucketFrames(context.time, levels, inside, world).map((time) => ({ ...context, time }));
  const groups = members.length === 0 ? EVERYTHING : groupsReached(inside, buckets, members, world);
  const counts = typed.fn === 'count_rows' || typed.fn === 'count';
  const values: Value[] = [];
  for (const group of groups) {
    const isNobody = counts && group.values.some((value) => value.kind === 'none');
    if (isNobody) {
      for (const { dataset, row } of group.rows) world.notes.note('no_entity', dataset, row);
      continue;
    }
    for (const bucket of buckets) {
      const inner = grouped(bucket, members, group.values);
      const holds = typed.where === null || decide(evaluator.value(typed.where, inner));
      if (typeof holds !== 'boolean') return holds;
      if (holds) values.push(typed.of === null ? NULL : evaluator.value(typed.of, inner));
    }
  }
  const outcome = aggregateFunctions[typed.fn](values, fractionOf(typed.fraction));
  const isMissing = levels.length > 0 && !counts && values.some((value) => value.kind === 'none');
  // A missing rate is the better reason, and `skip` does not pass over it.
  const hasReason = outcome.kind === 'none' && (outcome.reason === 'missing_rate' || outcome.reason === 'no_rate_date');
  return isMissing && !typed.skip && !hasReason ? noValue('missing_bucket') : outcome;
}
