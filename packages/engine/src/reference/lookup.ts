// The row that a reference leads to. Versions (interval datasets) are chosen by the time of the row that refers to them.
import type { Dataset, JoinStep } from '@sextant/parser';
import { compareValues, valueKey } from '../value/order.js';
import { NULL, type Value } from '../value/value.js';
import type { Row } from './rows.js';
import { instantMeant } from './time.js';

/** What a lookup reads rows with. */
export interface RowAccess {
  readonly dataset: (name: string) => Dataset;
  readonly rows: (dataset: string) => readonly Row[];
  readonly field: (dataset: string, name: string, row: Row) => Value;
  readonly timeOf: (dataset: string, row: Row) => RowTime | null;
  readonly zone: string;
}

/** The time of a row, and the zone of wall clocks there. */
export interface RowTime {
  readonly at: Value;
  readonly zone: string;
}

export interface Lookup {
  /** Null where the reference is empty, dangles, or no version was valid. The time is asked for only where versions are. */
  follow(row: Row, step: JoinStep, time: () => RowTime | null): Row | null;
  /** The rows of a bridge that hold the row's key. */
  into(row: Row, step: JoinStep): readonly Row[];
  /** When a version ends; no value while it lasts. */
  untilOf(dataset: string, row: Row): Value;
}

export function makeLookup(access: RowAccess): Lookup {
  const indices = new Map<string, ReadonlyMap<string, readonly Row[]>>();
  const index = (dataset: string, field: string): ReadonlyMap<string, readonly Row[]> => {
    const key = JSON.stringify([dataset, field]);
    const known = indices.get(key) ?? groupBy(access.rows(dataset), (row) => access.field(dataset, field, row));
    indices.set(key, known);
    return known;
  };
  const nexts = new Map<string, ReadonlyMap<Row, Value>>();
  const untilOf = (name: string, row: Row): Value => {
    const { time } = access.dataset(name);
    if (time.kind !== 'interval') return NULL;
    if (time.until !== null) return access.field(name, time.until.field, row);
    if (time.each === null) return NULL;
    const known = nexts.get(name) ?? nextStarts(access, name, time.from.field, time.each.field);
    nexts.set(name, known);
    return known.get(row) ?? NULL;
  };
  const toKey = (holder: string, field: string): string => {
    const reference = access.dataset(holder).references.find((one) => one.field === field);
    if (reference === undefined) throw new Error(`internal: ${holder}.${field} is no reference`);
    return reference.toKey;
  };
  return {
    follow(row, step, time) {
      const key = access.field(step.from, step.field, row);
      if (key.kind === 'none') return null;
      const found = index(step.to, toKey(step.from, step.field)).get(valueKey(key)) ?? [];
      const target = access.dataset(step.to);
      if (target.time.kind !== 'interval') return found[0] ?? null;
      const { from } = target.time;
      const referring = time();
      const moment = referring === null ? null : instantMeant(referring.at, access.zone, referring.zone);
      if (moment === null) return null;
      const zone = target.def.timezone?.text ?? access.zone;
      const valid = found.filter((version) => {
        const start = instantMeant(access.field(step.to, from.field, version), access.zone, zone);
        const end = instantMeant(untilOf(step.to, version), access.zone, zone);
        return start !== null && start <= moment && (end === null || moment < end);
      });
      return valid.reduce<Row | null>(
        (last, next) =>
          last !== null &&
          compareValues(access.field(step.to, from.field, next), access.field(step.to, from.field, last)) < 0
            ? last
            : next,
        null,
      );
    },
    into(row, step) {
      const key = access.field(step.from, toKey(step.to, step.field), row);
      return key.kind === 'none' ? [] : (index(step.to, step.field).get(valueKey(key)) ?? []);
    },
    untilOf,
  };
}

/** `until: next`: a row ends where the next one of the same entity begins; of two that begin together the first lasts no time. */
function nextStarts(access: RowAccess, dataset: string, from: string, each: string): ReadonlyMap<Row, Value> {
  const ends = new Map<Row, Value>();
  for (const rows of groupBy(access.rows(dataset), (row) => access.field(dataset, each, row)).values()) {
    const sorted = inOrder(access, dataset, rows, (row) => access.field(dataset, from, row));
    sorted.forEach((row, i) => {
      const next = sorted[i + 1];
      ends.set(row, next === undefined ? NULL : access.field(dataset, from, next));
    });
  }
  return ends;
}

/** By a time, then by key; rows that share both stay in the order of their source. */
export function inOrder(
  access: Pick<RowAccess, 'dataset' | 'field'>,
  dataset: string,
  rows: readonly Row[],
  timeOf: (row: Row) => Value,
): readonly Row[] {
  const { key } = access.dataset(dataset);
  return [...rows].sort((a, b) => {
    const byTime = compareValues(timeOf(a), timeOf(b));
    if (byTime !== 0) return byTime;
    for (const name of key) {
      const byKey = compareValues(access.field(dataset, name, a), access.field(dataset, name, b));
      if (byKey !== 0) return byKey;
    }
    return 0;
  });
}

function groupBy(rows: readonly Row[], valueOf: (row: Row) => Value): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = valueKey(valueOf(row));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
