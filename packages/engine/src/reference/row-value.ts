// The value of a row expression: fields, also of the rows that references lead to; formulas; aggregates over children.
import { splitPath } from './partners.js';
import {
  ownTime,
  type ChildTyped,
  type Dataset,
  type FieldTyped,
  type Graph,
  type JoinStep,
  type Typed,
} from '@sextant/parser';
import { NULL, type Value } from '../value/value.js';
import { aggregateRows } from './aggregate-rows.js';
import { convertValue, makeExchange } from './exchange.js';
import { makeLookup, type Lookup, type RowTime } from './lookup.js';
import type { Note } from './notes.js';
import type { Row, Rows } from './rows.js';
import { scalarValue, type ScalarWorld } from './scalar.js';
import { zoneOf } from './time.js';
import type { Watcher } from './watcher.js';

/** A row, what it is a row of, and for paths through a bridge the partner at hand. */
export interface Place {
  readonly dataset: string;
  readonly row: Row;
  readonly partners?: ReadonlyMap<string, Row | null>;
}

export interface RowReader {
  readonly dataset: (name: string) => Dataset;
  readonly rows: (dataset: string) => readonly Row[];
  readonly field: (dataset: string, name: string, row: Row) => Value;
  readonly value: (typed: Typed, place: Place) => Value;
  readonly timeOf: (dataset: string, row: Row) => RowTime | null;
  readonly lookup: Lookup;
  /** The row at the end of many-to-one steps; null where one of them leads nowhere. */
  readonly walk: (start: Row, from: string, path: readonly JoinStep[]) => Row | null;
  readonly watcher: Watcher | null;
}

/** What reading needs beside the rows; `bind` says which field a dimension is on the rows of a dataset. */
export interface ReadingWorld extends ScalarWorld {
  readonly graph: Graph;
  readonly bind: (typed: Extract<Typed, { kind: 'member' }>, dataset: string) => FieldTyped;
  readonly note: Note;
}

export function makeRowReader(rows: Rows, world: ReadingWorld): RowReader {
  const { graph } = world;
  const zone = graph.project.timezone;
  const formulas = new Map<string, Map<Row, Value>>();
  const children = new Map<ChildTyped, ReadonlyMap<Row, readonly Row[]>>();

  const dataset = (name: string): Dataset => {
    const found = graph.datasets.get(name);
    if (found === undefined) throw new Error(`internal: no dataset ${name}`);
    return found;
  };
  const rowsOf = (name: string): readonly Row[] => rows.get(name) ?? [];

  const field = (owner: string, name: string, row: Row): Value => {
    const formula = dataset(owner).fields.get(name)?.formula ?? null;
    if (formula === null) return row.get(name) ?? NULL;
    const key = JSON.stringify([owner, name]);
    const known = formulas.get(key) ?? new Map<Row, Value>();
    formulas.set(key, known);
    const settled = known.get(row) ?? value(formula, { dataset: owner, row });
    known.set(row, settled);
    return settled;
  };

  const timeOf = (name: string, row: Row): RowTime | null => {
    const owner = dataset(name);
    const at = ownTime(owner);
    return at === null ? null : { at: value(at, { dataset: name, row }), zone: zoneOf(owner, zone) };
  };

  const lookup = makeLookup({ dataset, rows: rowsOf, field, timeOf, zone });
  const exchange = makeExchange(graph, rowsOf, field);

  /** A row without a time of its own passes on the time of the row before it. */
  const walk = (start: Row, from: string, path: readonly JoinStep[]): Row | null => {
    let row = start;
    let time = (): RowTime | null => timeOf(from, start);
    for (const step of path) {
      const next = lookup.follow(row, step, time);
      if (next === null) return null;
      const before = time;
      time = () => timeOf(step.to, next) ?? before();
      row = next;
    }
    return row;
  };

  const fieldAt = (typed: FieldTyped, place: Place): Value => {
    const { prefix, rest, key } = splitPath(typed.path);
    let start: Row | null = place.row;
    if (prefix.length > 0) {
      const partner = place.partners?.get(key);
      if (partner === undefined) throw new Error(`internal: ${typed.field} lies behind a bridge`);
      start = partner;
    }
    const from = prefix.at(-1)?.to ?? place.dataset;
    const row = start === null ? null : walk(start, from, rest);
    return row === null ? NULL : field(typed.dataset, typed.field, row);
  };

  const childrenOf = (typed: ChildTyped): ReadonlyMap<Row, readonly Row[]> => {
    const known = children.get(typed);
    if (known !== undefined) return known;
    const byParent = new Map<Row, Row[]>();
    for (const row of rowsOf(typed.aggregate.dataset)) {
      const parent = walk(row, typed.aggregate.dataset, typed.link);
      if (parent === null) continue;
      const list = byParent.get(parent);
      if (list === undefined) byParent.set(parent, [row]);
      else list.push(row);
    }
    children.set(typed, byParent);
    return byParent;
  };

  const value = (typed: Typed, place: Place): Value => {
    switch (typed.kind) {
      case 'const':
      case 'null':
      case 'parameter':
      case 'call':
      case 'case':
        return scalarValue(typed, (part) => value(part, place), world);
      case 'field':
        return fieldAt(typed, place);
      case 'member':
        return fieldAt(world.bind(typed, place.dataset), place);
      case 'convert':
        return convertValue(
          typed,
          (part) => value(part, place),
          exchange,
          () => world.note('skipped_rate', place.dataset, place.row),
        );
      case 'child':
        // Every row up to as_of: no filters of the question, no window.
        return aggregateRows(typed.aggregate, childrenOf(typed).get(place.row) ?? [], reader);
      case 'aggregate':
      case 'metric':
      case 'filtered':
      case 'across':
      case 'per':
      case 'window':
      case 'state':
      case 'conversion':
      case 'retention':
      case 'top_share':
      case 'target':
      case 'window_length':
      case 'unknown':
        throw new Error(`internal: ${typed.kind} in a row`);
    }
  };

  const { watcher } = world;
  const reader: RowReader = { dataset, rows: rowsOf, field, value, timeOf, lookup, walk, watcher };
  return reader;
}
