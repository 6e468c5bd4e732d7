// `top_share(m per k, p)`: what the largest ceil(p * n) groups bring, as a part of what all bring.
import { bindIn, walkTyped, type TopShareTyped, type Typed } from '@sextant/parser';
import type { Rational } from '../value/rational.js';
import {
  ZERO,
  add,
  ceil,
  compare,
  divide,
  fromBigInt,
  fromDecimalText,
  multiply,
  toBigInt,
} from '../value/rational.js';
import { noValue, numberValue, type Value } from '../value/value.js';
import { blockedBy } from './aggregate.js';
import { grouped, type Context } from './context.js';
import type { Evaluator } from './evaluator.js';
import { onlyPlans } from './frames.js';
import { ofGroup } from './membership.js';
import { groupsReached } from './reach.js';
import type { World } from './world.js';

export function topShareValue(typed: TopShareTyped, context: Context, evaluator: Evaluator): Value {
  const { world } = evaluator;
  const blocked = blockedBy(onlyPlans([typed.of], world), context);
  if (blocked !== null) return blocked;
  const values: Rational[] = [];
  let isApproximate = false;
  let groups = 0;
  for (const group of groupsReached([typed.of], [context], [typed.key], world)) {
    if (group.values.some((value) => value.kind === 'none')) {
      for (const { dataset, row } of group.rows) world.notes.note('no_entity', dataset, row);
      continue;
    }
    groups += 1;
    const value = evaluator.value(typed.of, grouped(context, [typed.key], group.values));
    if (value.kind === 'none' && (value.reason === 'missing_rate' || value.reason === 'no_rate_date')) return value;
    if (value.kind !== 'number') continue;
    values.push(value.value);
    isApproximate ||= value.approximate;
  }
  if (values.length === 0) return noValue('no_rows');
  const n = typed.ofDataset === null ? groups : population(typed.ofDataset, context, world);
  const wanted = ceil(multiply(fromDecimalText(typed.fraction) ?? ZERO, fromBigInt(BigInt(n))));
  const largest = values.sort((a, b) => compare(b, a)).slice(0, Number(toBigInt(wanted) ?? 0n));
  const share = divide(largest.reduce(add, ZERO), values.reduce(add, ZERO));
  return share === null ? noValue('division_by_zero') : numberValue(share, isApproximate);
}

/** All rows of the dataset that the filters and groups leave which say something about it; the window does not apply. */
function population(name: string, context: Context, world: World): number {
  const chosen = world.membership.chosen(name, 'population', () => world.reader.rows(name));
  const groups = context.groups.filter((group) => bindIn(world.graph, group.member, name).kind === 'bound');
  const conditions = [...context.asked, ...context.filters].filter((condition) => isAbout(condition, name, world));
  const members = groups.map((group) => group.member);
  return ofGroup(world.membership.groups(chosen, conditions, members), groups).rows.length;
}

function isAbout(condition: Typed, dataset: string, world: World): boolean {
  let about = true;
  walkTyped(condition, (node) => {
    if (node.kind === 'member') about &&= bindIn(world.graph, node.member, dataset).kind === 'bound';
  });
  return about;
}
