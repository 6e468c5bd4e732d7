// Targets that are rows of a dataset: those of a period, and of a group where one is asked for.
import type { Kpi, Member, Target } from '@sextant/parser';
import type { LevelBucket } from '../levels/levels.js';
import { aggregateFunctions } from '../value/aggregates/aggregate-functions.js';
import { textOf } from '../value/functions/cast.js';
import { groupKey, sameValue } from '../value/order.js';
import { ZERO } from '../value/rational.js';
import { noValue, type Value } from '../value/value.js';
import type { Row } from './rows.js';
import { liesIn } from './time.js';
import type { World } from './world.js';

type FromDataset = Extract<Target, { kind: 'dataset' }>;

export interface GroupPart {
  readonly member: Member;
  readonly value: Value;
}

/** The target that rows give, and how many did; several add up where the KPI does. */
export function targetOfRows(
  kpi: Pick<Kpi, 'additive'>,
  target: FromDataset,
  bucket: LevelBucket,
  group: readonly GroupPart[],
  world: World,
): { readonly value: Value; readonly rows: number } {
  const rows = rowsOfPeriod(target, bucket, world).filter((row) =>
    group.every(({ member, value }) => sameValue(memberOf(member, target, row, world), value)),
  );
  const values = rows.map((row) => world.reader.field(target.dataset, target.value, row));
  const [first] = values;
  if (first === undefined) return { value: noValue('no_target'), rows: 0 };
  if (values.length === 1) return { value: first, rows: 1 };
  const value = kpi.additive ? aggregateFunctions.sum(values, ZERO) : noValue('no_target');
  return { value, rows: values.length };
}

/** The groups that have a target in a period, each once. */
export function groupsOfRows(
  kpi: Pick<Kpi, 'slices'>,
  target: FromDataset,
  bucket: LevelBucket,
  world: World,
): readonly (readonly Value[])[] {
  const found = new Map<string, readonly Value[]>();
  for (const row of rowsOfPeriod(target, bucket, world)) {
    const group = kpi.slices.map(({ member }) => memberOf(member, target, row, world));
    found.set(groupKey(group), group);
  }
  return [...found.values()];
}

/** By the label of the period, or else by the dataset's own time. */
function rowsOfPeriod({ dataset, period }: FromDataset, bucket: LevelBucket, { reader }: World): readonly Row[] {
  return reader.rows(dataset).filter((row) => {
    if (period === null) {
      const time = reader.timeOf(dataset, row);
      return time !== null && liesIn(bucket, time.zone)(time.at);
    }
    const text = reader.field(dataset, period, row);
    return text.kind !== 'none' && textOf(text) === bucket.label;
  });
}

function memberOf(member: Member, { dataset }: FromDataset, row: Row, world: World): Value {
  return world.reader.value(world.bind(member, dataset).field, { dataset, row });
}
