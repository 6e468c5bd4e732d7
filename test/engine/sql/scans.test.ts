// Generated scans over small data: DuckDB's leaves are those computed row by row.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDbExecutor } from '../../../packages/engine/src/execute/duckdb-executor.js';
import { openDuckDb } from '../../../packages/engine/src/execute/duckdb.js';
import { prepareRows } from '../../../packages/engine/src/execute/prepare-rows.js';
import { relationFacts } from '../../../packages/engine/src/execute/relation-facts.js';
import type { LeafTable } from '../../../packages/engine/src/plan/leaf-table.js';
import { calendarOf } from '../../../packages/engine/src/question/check-question.js';
import { rowsFromTexts } from '../../../packages/engine/src/reference/rows.js';
import { readScan } from '../../../packages/engine/src/sql/read-scan.js';
import { scanSql } from '../../../packages/engine/src/sql/scan-sql.js';
import { isBeyondDigits, quoteName } from '../../../packages/engine/src/sql/dialect-duckdb.js';
import { isSqlRefusal, type SqlWorld } from '../../../packages/engine/src/sql/sql-world.js';
import { groupKey } from '../../../packages/engine/src/value/order.js';
import { NULL, type Value } from '../../../packages/engine/src/value/value.js';
import { computeRowByRow, generatedScan, LEAVES, makeScan, type GeneratedScan } from './scans.js';

let executor: DuckDbExecutor;
beforeAll(async () => {
  executor = await openDuckDb({ threads: 2 });
});
afterAll(async () => {
  await executor.close();
});

const refusals = new Map<string, number>();
const tally = { compared: 0, refused: 0 };

async function agrees(generated: GeneratedScan): Promise<void> {
  const made = makeScan(generated);
  if (made.scan.windows.length === 0) return;
  const texts = new Map(Object.entries(generated.rows));
  const prepared = await prepareRows(executor, made.graph, texts);
  expect(prepared.diagnostics).toEqual([]);
  const facts = await relationFacts(prepared.value);
  const world: SqlWorld = {
    graph: made.graph,
    parameters: new Map(),
    calendar: calendarOf(made.graph),
    relation: (dataset) => `"data".${quoteName(dataset)}`,
    // Without widths every decimal is taken for one of 38 digits.
    ...(generated.facts || generated.zone !== 'UTC' ? { decimalWidths: facts.widths } : {}),
    // Without facts the shapes for large data are chosen.
    ...(generated.facts ? { estimate: { rows: facts.rows, distinct: facts.distinct } } : {}),
  };
  const queries = scanSql(made.scan, world);
  expect(scanSql(made.scan, world)).toEqual(queries);
  if (isSqlRefusal(queries)) {
    tally.refused += 1;
    refusals.set(queries.reason, (refusals.get(queries.reason) ?? 0) + 1);
    return;
  }
  const tables = [];
  for (const query of queries) {
    try {
      tables.push(await executor.query(query.sql));
    } catch (error) {
      // Past 38 digits the statement fails, and the reference takes over.
      if (isBeyondDigits(String(error))) {
        tally.refused += 1;
        return;
      }
      throw new Error(`${String(error)}\n${query.sql}`, { cause: error });
    }
  }
  const table = readScan(made.scan, queries, tables);
  const wanted = computeRowByRow(made, rowsFromTexts(made.graph, texts).value);
  const got = lines(
    table,
    made.scan.leaves.map((leaf) => leaf.id),
  );
  const context = `${made.scan.leaves.map((leaf, i) => `${leaf.id}: ${LEAVES[generated.leaves[i] ?? 0] ?? ''}`).join('; ')}\n${queries.map((query) => query.sql).join(';\n')}`;
  expect([...got.keys()].sort(), context).toEqual([...wanted.values.keys()].sort());
  for (const [key, value] of wanted.values) {
    expect({ key, value: show(got.get(key) ?? NULL, value) }, context).toEqual({ key, value: show(value, value) });
  }
  if (made.scan.keys.length > 0) expect([...reachedOf(table)].sort(), context).toEqual([...wanted.reached].sort());
  tally.compared += 1;
}

function lines(table: LeafTable, leaves: readonly number[]): ReadonlyMap<string, Value> {
  const all = new Map<string, Value>();
  for (let row = 0; row < table.rowCount; row += 1) {
    const group = groupKey(table.keys.map((column) => column[row] ?? NULL));
    for (const leaf of leaves) {
      const key = `${table.windows[row] ?? 0} ${group} ${leaf}`;
      if (all.has(key)) throw new Error(`the group ${key} comes twice`);
      all.set(key, table.values.get(leaf)?.[row] ?? NULL);
    }
  }
  return all;
}

function* reachedOf(table: LeafTable): Generator<string> {
  for (let row = 0; row < table.rowCount; row += 1) {
    const group = groupKey(table.keys.map((column) => column[row] ?? NULL));
    for (const [leaf, flags] of table.reached)
      if (flags === null || flags[row] === 1) yield `${table.windows[row] ?? 0} ${group} ${leaf}`;
  }
}

/** Exact values in full; approximate ones to nine digits; no value with its reason, but for that of an absent cell. */
function show(value: Value, like: Value): string {
  // Of two rows without a rate for two reasons the first one's counts in memory, and no row is first in SQL.
  if (value.kind === 'none') return value.reason === 'no_rate_date' ? 'missing_rate' : value.reason;
  if (value.kind === 'number' && like.kind === 'number' && like.approximate)
    return `~${(Number(value.value.n) / Number(value.value.d)).toPrecision(9)}`;
  return groupKey([value]);
}

const runs = Number.parseInt(process.env['SCAN_RUNS'] ?? '150', 10);
const seed = Number.parseInt(process.env['SCAN_SEED'] ?? '20261122', 10);

describe('scans in DuckDB', () => {
  it('give what the rows give one by one', async () => {
    await fc.assert(fc.asyncProperty(generatedScan, agrees), { numRuns: runs, seed });
    if (process.env['SCAN_TALLY'] !== undefined) throw new Error(JSON.stringify([tally, [...refusals]]));
    expect(tally.compared).toBeGreaterThan(runs / 3);
  }, 600_000);
});
