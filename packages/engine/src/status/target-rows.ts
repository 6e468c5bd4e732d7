// Targets that are rows of a dataset: those of a period, and of a group where one is asked for.
import type { Target } from '@sextant/parser';
import type { LevelBucket } from '../levels/levels.js';
import type { Row } from '../reference/rows.js';
import { liesIn } from '../reference/time.js';
import type { World } from '../reference/world.js';
import { aggregateFunctions } from '../value/aggregates/aggregate-functions.js';
import { textOf } from '../value/functions/cast.js';
import { groupKey, sameValue } from '../value/order.js';
import { ZERO } from '../value/rational.js';
import { noValue, type Value } from '../value/value.js';
import { amountOf, type Amount } from './amount.js';
import type { ReadyKpi } from './ready-kpi.js';

type FromDataset = Extract<Target, { kind: 'dataset' }>;

/** The target that rows give, and how many did; several add up where the KPI does. */
export function targetOfRows(
  kpi: ReadyKpi,
  target: FromDataset,
  bucket: LevelBucket,
  group: readonly Value[] | null,
  world: World,
): { readonly amount: Amount; readonly rows: number } {
  const rows = rowsOfPeriod(target, bucket, world).filter((row) => {
    const own = group === null ? [] : groupOf(kpi, target, row, world);
    return own.every((value, i) => sameValue(value, group?.[i] ?? value));
  });
  const values = rows.map((row) => world.reader.field(target.dataset, target.value, row));
  const [first] = values;
  if (first === undefined) return { amount: noValue('no_target'), rows: 0 };
  if (values.length === 1) return { amount: amountOf(first), rows: 1 };
  const amount = kpi.additive ? amountOf(aggregateFunctions.sum(values, ZERO)) : noValue('no_target');
  return { amount, rows: values.length };
}

/** The groups that have a target in a period, each once. */
export function groupsOfRows(
  kpi: ReadyKpi,
  target: FromDataset,
  bucket: LevelBucket,
  world: World,
): readonly (readonly Value[])[] {
  const found = new Map<string, readonly Value[]>();
  for (const row of rowsOfPeriod(target, bucket, world)) {
    const group = groupOf(kpi, target, row, world);
    found.set(groupKey(group), group);
  }
  return [...found.values()];
}

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

function groupOf(kpi: ReadyKpi, { dataset }: FromDataset, row: Row, world: World): readonly Value[] {
  return kpi.slices.map(({ member }) => world.reader.value(world.bind(member, dataset).field, { dataset, row }));
}
