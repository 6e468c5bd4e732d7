// Bridges, many-to-many: a group is joined as the distinct pairs of an entity and its values, a filter is a question whether
// there is a pair. So a row counts once in each group, and once at all.
import type { FieldTyped, JoinStep, Typed } from '@sextant/parser';
import { walkTyped } from '@sextant/parser';
import { quoteName } from '../dialect-duckdb.js';
import { refuse } from '../sql-world.js';
import { compileCondition, compileRow } from './compile-row.js';
import { referenceJoins } from './join-reference.js';
import type { RowContext } from './row-context.js';
import { columnOf, keyFieldOf, makeRowPaths, pathKey, type RowHandle, type RowPaths } from './row-paths.js';
import { soleSql } from './row-sql.js';

interface Turn {
  /** Up to and with the step into the bridge. */
  readonly path: readonly JoinStep[];
  readonly step: JoinStep;
}

function turnOf(field: FieldTyped): Turn | null {
  const at = field.path.findIndex((step) => step.reverse === true);
  const step = field.path[at];
  return step === undefined ? null : { path: field.path.slice(0, at + 1), step };
}

/** SQL of a condition whose fields lie behind one bridge. */
export function bridgeCondition(condition: Typed, context: RowContext): string {
  const turns = new Map<string, Turn>();
  walkTyped(condition, (node) => {
    const turn = node.kind === 'field' ? turnOf(node) : null;
    if (turn !== null) turns.set(pathKey(turn.path), turn);
  });
  const [turn] = turns.values();
  if (turn === undefined || turns.size > 1) return refuse('a condition on two bridges');
  const inner = innerPaths(turn, context);
  const key = entityOf(turn, context);
  // Rows of the bridge see the outer row too: a condition may mix both sides.
  const compiled = (to: (path: readonly JoinStep[]) => RowHandle, paths: RowPaths): string =>
    compileCondition(condition, {
      ...context,
      paths: { ...paths, handle: (path) => throughBridge(turn, to, context.paths, path) },
    });
  const sql = compiled((path) => inner.handle(path), {
    ...context.paths,
    // What belongs to a row on this side is joined on this side: a join inside could not lean on a row outside.
    derive: (id, name, make, at) =>
      at === undefined || isBehind(turn, at) ? inner.derive(id, name, make) : context.paths.derive(id, name, make, at),
  });
  const from = [`${context.world.relation(turn.step.to)} AS ${inner.base.alias}`, ...inner.joins()].join(' ');
  const partners = `${columnOf(inner.base, turn.step.field)} = ${key}`;
  const some = `EXISTS (SELECT 1 FROM ${from} WHERE ${partners} AND ${sql})`;
  // A row without a partner is asked about once, with nothing there.
  const alone = compiled(() => ({ ...inner.base, absent: true }), context.paths);
  const plain = innerPaths(turn, context);
  const nobody = `NOT EXISTS (SELECT 1 FROM ${context.world.relation(turn.step.to)} AS ${plain.base.alias} WHERE ${columnOf(plain.base, turn.step.field)} = ${key})`;
  return `(${some} OR (${nobody} AND ${alone}))`;
}

function throughBridge(
  turn: Turn,
  inner: (path: readonly JoinStep[]) => RowHandle,
  outer: RowPaths,
  path: readonly JoinStep[],
): RowHandle {
  return isBehind(turn, path) ? inner(path.slice(turn.path.length)) : outer.handle(path);
}

function isBehind(turn: Turn, path: readonly JoinStep[]): boolean {
  return pathKey(path.slice(0, turn.path.length)) === pathKey(turn.path);
}

/** Joins the values of keys behind bridges; after it the keys compile like any others. */
export function bridgeKeys(keys: readonly FieldTyped[], context: RowContext): void {
  const groups = new Map<string, { readonly turn: Turn; readonly fields: FieldTyped[] }>();
  for (const key of keys) {
    const turn = turnOf(key);
    if (turn === null) continue;
    const group = groups.get(pathKey(turn.path)) ?? { turn, fields: [] };
    group.fields.push(key);
    groups.set(pathKey(turn.path), group);
  }
  for (const { turn, fields } of groups.values()) joinPairs(turn, fields, context);
}

function joinPairs(turn: Turn, fields: readonly FieldTyped[], context: RowContext): void {
  const inner = innerPaths(turn, context);
  const bridge = turn.step.to;
  const values = fields.map((field) => {
    const path = field.path.slice(turn.path.length);
    const value = compileRow({ ...field, base: bridge, path }, { ...context, base: bridge, prefix: [], paths: inner });
    return soleSql(value) ?? refuse('a quotient as a group behind a bridge');
  });
  const key = entityOf(turn, context);
  const alias = context.paths.derive(`bridge:${pathKey(turn.path)}`, `pairs of ${bridge}`, (name) => {
    const columns = values.map((sql, i) => `${sql} AS ${quoteName(columnName(fields[i], turn))}`);
    const from = [`${context.world.relation(bridge)} AS ${inner.base.alias}`, ...inner.joins()].join(' ');
    const pairs = `SELECT DISTINCT ${columnOf(inner.base, turn.step.field)} AS "entity", ${columns.join(', ')} FROM ${from}`;
    return `LEFT JOIN (${pairs}) AS ${name} ON ${name}."entity" = ${key}`;
  });
  context.paths.openBridge(turn.path, pairColumns(alias, bridge, inner));
}

/** Fields behind the bridge stand in the pairs under names of their own. */
function pairColumns(alias: string, bridge: string, inner: RowPaths): RowPaths {
  const handle = (path: readonly JoinStep[]): RowHandle => ({
    alias,
    dataset: path.at(-1)?.to ?? bridge,
    guard: null,
    columns: (column) => nameIn(path, column),
  });
  return { ...inner, base: handle([]), handle };
}

function columnName(field: FieldTyped | undefined, turn: Turn): string {
  return field === undefined ? 'value' : nameIn(field.path.slice(turn.path.length), field.field);
}

function nameIn(path: readonly JoinStep[], column: string): string {
  return [...path.map((step) => step.field), column].join('.');
}

function innerPaths(turn: Turn, context: RowContext): RowPaths {
  return makeRowPaths(turn.step.to, context.paths.aliases, referenceJoins(context.world, context.asOf));
}

/** The key of the row at which the path turns into the bridge. */
function entityOf(turn: Turn, context: RowContext): string {
  return columnOf(context.paths.handle(turn.path.slice(0, -1)), keyFieldOf(context.world, turn.step.from));
}
