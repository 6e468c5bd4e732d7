// The rows that an expression's fields stand in: the dataset's own and those that its references lead to, joined once each.
import type { JoinStep } from '@sextant/parser';
import { quoteName } from '../dialect-duckdb.js';
import { refuse, type SqlWorld } from '../sql-world.js';

/** A joined row. Its columns count only where the guard is true: a version may have ended before the referring row's time. */
export interface RowHandle {
  readonly alias: string;
  readonly dataset: string;
  readonly guard: string | null;
  /** Values computed elsewhere, formulas too, under names of their own. */
  readonly columns?: (field: string) => string;
  /** There is no such row: nothing has a value. */
  readonly absent?: true;
}

/** How a step is joined; versions of intervals are another matter than plain references. */
export type JoinMaker = (from: RowHandle, step: JoinStep, alias: string, paths: RowPaths) => JoinText;

export interface JoinText {
  readonly sql: string;
  readonly guard: string | null;
}

/** Aliases of one statement, each used once. */
export interface Aliases {
  take(name: string): string;
}

export interface RowPaths {
  readonly aliases: Aliases;
  readonly base: RowHandle;
  handle(path: readonly JoinStep[]): RowHandle;
  /** A join of something made up (children, rates), shared by its key; gives its alias. `at` leads to the row that it belongs to. */
  derive(key: string, name: string, make: (alias: string) => string, at?: readonly JoinStep[]): string;
  /** Lets paths through a bridge lead to rows that something else has joined. */
  openBridge(path: readonly JoinStep[], inner: RowPaths): void;
  joins(): readonly string[];
}

export function makeAliases(): Aliases {
  const taken = new Set<string>();
  return {
    take(name) {
      let alias = name;
      // Names differ in more than case for the engine.
      for (let i = 2; taken.has(alias.toLowerCase()); i += 1) alias = `${name}_${i}`;
      taken.add(alias.toLowerCase());
      return quoteName(alias);
    },
  };
}

/** `at` is the row where the paths start, if it is in the statement already. */
export function makeRowPaths(dataset: string, aliases: Aliases, join: JoinMaker, at?: RowHandle): RowPaths {
  const base: RowHandle = at ?? { alias: aliases.take(dataset), dataset, guard: null };
  const handles = new Map<string, RowHandle>([[pathKey([]), base]]);
  const bridges = new Map<string, RowPaths>();
  const derived = new Map<string, string>();
  const joins: string[] = [];
  const paths: RowPaths = {
    aliases,
    base,
    handle(path) {
      const key = pathKey(path);
      const known = handles.get(key);
      if (known !== undefined) return known;
      const turn = path.findIndex((step) => step.reverse === true);
      if (turn >= 0) {
        const inner = bridges.get(pathKey(path.slice(0, turn + 1)));
        return inner === undefined
          ? refuse('a bridge is used in the middle of an expression')
          : inner.handle(path.slice(turn + 1));
      }
      const step = path.at(-1);
      if (step === undefined) return base;
      const from = paths.handle(path.slice(0, -1));
      const alias = aliases.take(step.to);
      const made = join(from, step, alias, paths);
      joins.push(made.sql);
      const handle: RowHandle = { alias, dataset: step.to, guard: bothGuards(from.guard, made.guard) };
      handles.set(key, handle);
      return handle;
    },
    derive(key, name, make) {
      const known = derived.get(key);
      if (known !== undefined) return known;
      const alias = aliases.take(name);
      derived.set(key, alias);
      joins.push(make(alias));
      return alias;
    },
    openBridge: (path, inner) => {
      bridges.set(pathKey(path), inner);
    },
    joins: () => joins,
  };
  return paths;
}

export function columnOf(handle: RowHandle, column: string): string {
  const sql = `${handle.alias}.${quoteName(handle.columns?.(column) ?? column)}`;
  return handle.guard === null ? sql : `(CASE WHEN ${handle.guard} THEN ${sql} END)`;
}

/** The one field of a dataset that references hold. */
export function keyFieldOf(world: SqlWorld, dataset: string): string {
  return world.graph.datasets.get(dataset)?.key[0] ?? refuse(`\`${dataset}\` has no key`);
}

export function pathKey(path: readonly JoinStep[]): string {
  return JSON.stringify(path.map((step) => [step.from, step.field, step.to, step.reverse === true]));
}

function bothGuards(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  return b === null ? a : `${a} AND ${b}`;
}
