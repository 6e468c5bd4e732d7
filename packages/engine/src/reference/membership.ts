// Which rows of a dataset belong to a context: those that lie in the window, satisfy the filters and belong to the group.
import { walkTyped, type FieldTyped, type Member, type Typed } from '@sextant/parser';
import type { Window } from '../calendar/window.js';
import { splitAnd } from '../question/check-question.js';
import { groupKey } from '../value/order.js';
import { NULL, type NoValue, type Value } from '../value/value.js';
import { decide } from './aggregate-rows.js';
import { memberKey, type Group } from './context.js';
import type { Note } from './notes.js';
import { partnerings } from './partners.js';
import type { RowReader } from './row-value.js';
import type { Row } from './rows.js';
import { liesIn, zoneOf } from './time.js';
import type { Watcher } from './watcher.js';
import type { Bind } from './world.js';

/** The rows of one group. */
export interface Belonging {
  readonly values: readonly Value[];
  readonly rows: readonly Row[];
  /** Rows of which nobody knows whether they belong, for want of an exchange rate; they are among the rows. */
  readonly undecided: ReadonlyMap<Row, NoValue>;
}

/** Rows chosen by time, whatever the filters and groups. */
export interface Chosen {
  readonly dataset: string;
  readonly rows: readonly Row[];
  /** The same for the same choice, so that what follows from it is worked out once. */
  readonly key: string;
}

export interface Membership {
  /** The rows whose time lies in a window; all of them where the dataset is true at all times (`time` null). */
  inWindow(dataset: string, time: FieldTyped | null, window: Window): Chosen;
  /** Rows chosen in another way: a snapshot, the rows valid at an instant, the first row of each entity. */
  chosen(dataset: string, key: string, choose: () => readonly Row[]): Chosen;
  /** The groups that the chosen rows make; a row counts once in each group it belongs to. */
  groups(chosen: Chosen, conditions: readonly Typed[], members: readonly Member[]): ReadonlyMap<string, Belonging>;
}

interface OpenGroup extends Belonging {
  readonly rows: Row[];
  readonly undecided: Map<Row, NoValue>;
}

const NOBODY: Belonging = { values: [], rows: [], undecided: new Map() };

/** The rows of the context's own group, whose values are all given. */
export function ofGroup(groups: ReadonlyMap<string, Belonging>, of: readonly Group[]): Belonging {
  return groups.get(groupKey(of.flatMap((group) => group.value ?? []))) ?? NOBODY;
}

export function makeMembership(
  reader: RowReader,
  bind: Bind,
  projectZone: string,
  { note, watcher }: { readonly note: Note; readonly watcher: Watcher | null },
): Membership {
  const choices = new Map<string, Chosen>();
  const partitions = new Map<string, ReadonlyMap<string, Belonging>>();
  const numbers = new Map<Typed, number>();
  const numberOf = (condition: Typed): number => {
    const number = numbers.get(condition) ?? numbers.size;
    numbers.set(condition, number);
    return number;
  };

  const times = new Map<string, readonly Value[]>();
  const timesOf = (dataset: string, time: FieldTyped): readonly Value[] => {
    const key = JSON.stringify([dataset, time.path, time.field]);
    const known = times.get(key);
    if (known !== undefined) return known;
    const read = reader.rows(dataset).map((row) => {
      const at = reader.value(time, { dataset, row });
      if (at.kind === 'none') note('no_time', dataset, row);
      return at;
    });
    times.set(key, read);
    return read;
  };

  const chosen: Membership['chosen'] = (dataset, key, choose) => {
    const full = JSON.stringify([dataset, key]);
    const known = choices.get(full) ?? { dataset, rows: choose(), key: full };
    choices.set(full, known);
    return known;
  };

  /** Whether a row satisfies a condition; through a bridge, whether any of its partners does. */
  const satisfies = (row: Row, dataset: string, condition: Typed): boolean | NoValue => {
    let undecided: NoValue | null = null;
    for (const partners of partnerings(fieldsIn(condition, dataset, bind), dataset, row, reader)) {
      const holds = decide(reader.value(condition, { dataset, row, partners }));
      if (holds === true) return true;
      if (holds !== false) undecided = holds;
    }
    return undecided ?? false;
  };

  const partition = (
    { dataset, rows }: Chosen,
    conditions: readonly Typed[],
    members: readonly Member[],
  ): ReadonlyMap<string, Belonging> => {
    const fields = members.map((member) => bind(member, dataset).field);
    const conjuncts = conditions.flatMap(splitAnd);
    const groups = new Map<string, OpenGroup>();
    for (const row of rows) {
      const outcomes = conjuncts.map((conjunct) => {
        const holds = satisfies(row, dataset, conjunct);
        watcher?.condition(conjunct, holds === true);
        return holds;
      });
      if (outcomes.includes(false)) continue;
      const undecided = outcomes.find((outcome) => typeof outcome !== 'boolean');
      const seen = new Set<string>();
      for (const partners of partnerings(fields, dataset, row, reader)) {
        const values = fields.map((field) => reader.value(field, { dataset, row, partners }));
        const key = groupKey(values);
        if (seen.has(key)) continue;
        seen.add(key);
        const group: OpenGroup = groups.get(key) ?? { values, rows: [], undecided: new Map() };
        groups.set(key, group);
        group.rows.push(row);
        if (typeof undecided === 'object') group.undecided.set(row, undecided);
      }
    }
    return groups;
  };

  return {
    chosen,
    inWindow(dataset, time, window) {
      const key = time === null ? 'always' : JSON.stringify([time.path, time.field, windowKey(window)]);
      return chosen(dataset, key, () => {
        if (time === null) return reader.rows(dataset);
        const isInside = liesIn(window, zoneOf(reader.dataset(dataset), projectZone));
        const times = timesOf(dataset, time);
        return reader.rows(dataset).filter((_, i) => isInside(times[i] ?? NULL));
      });
    },
    groups(rows, conditions, members) {
      const key = JSON.stringify([rows.key, conditions.map(numberOf), members.map(memberKey)]);
      const known = partitions.get(key) ?? partition(rows, conditions, members);
      partitions.set(key, known);
      return known;
    },
  };
}

function windowKey({ start, end }: Window): string {
  return `${start?.instant ?? ''}..${end?.instant ?? ''}`;
}

/** The fields that a condition reads, its members bound. */
function fieldsIn(condition: Typed, dataset: string, bind: Bind): readonly FieldTyped[] {
  const fields: FieldTyped[] = [];
  walkTyped(condition, (node) => {
    if (node.kind === 'field') fields.push(node);
    if (node.kind === 'member') fields.push(bind(node.member, dataset).field);
  });
  return fields;
}
