// Whether every row has a key of its own: by the cheapest proof that the data allows.
import type { Executor } from '../executor.js';
import { quoteName } from '../sources/quote.js';
import { countAt, textAt } from '../table-cells.js';

/** How many bits per row the bitmap may take: it is faster than hashing far beyond this. */
const BITS_PER_ROW = 32n;
const MOST_BITS = 1_000_000_000n;

/** `relation` is SQL of the rows, all of which have a value in each of the columns; `rows` is their number. */
export async function isUnique(
  executor: Executor,
  relation: string,
  columns: readonly string[],
  rows: number,
  isInteger: boolean,
): Promise<boolean> {
  if (rows <= 1) return true;
  const names = columns.map(quoteName);
  const key = names.length === 1 ? (names[0] ?? '') : `row(${names.join(', ')})`;
  if (isInteger && names.length === 1) {
    const distinct = await countDistinct(executor, relation, key, rows);
    if (distinct !== null) return distinct === rows;
  }
  // Rows that each exceed the one before are distinct, whatever the order in which they are visited.
  if (
    (await ascends(executor, `(SELECT * FROM ${relation} LIMIT 10000)`, key)) &&
    (await ascends(executor, relation, key))
  ) {
    return true;
  }
  const distinct = `SELECT count(*) FROM (SELECT DISTINCT ${names.join(', ')} FROM ${relation})`;
  return countAt(await executor.query(distinct), 0, 0) === rows;
}

/** The distinct integers between two bounds, counted as the bits that they set; null where those are too many. */
export async function countBits(
  executor: Executor,
  relation: string,
  column: string,
  low: bigint,
  high: bigint,
): Promise<number | null> {
  if (high - low >= MOST_BITS) return null;
  const table = await executor.query(`SELECT bit_count(bitstring_agg(${column}, ${low}, ${high})) FROM ${relation}`);
  return countAt(table, 0, 0);
}

async function countDistinct(executor: Executor, relation: string, key: string, rows: number): Promise<number | null> {
  const bounds = await executor.query(`SELECT min(${key}), max(${key}) FROM ${relation}`);
  const [low, high] = [BigInt(textAt(bounds, 0, 0) ?? 0), BigInt(textAt(bounds, 1, 0) ?? 0)];
  return high - low < BigInt(rows) * BITS_PER_ROW ? countBits(executor, relation, key, low, high) : null;
}

async function ascends(executor: Executor, relation: string, key: string): Promise<boolean> {
  const table = await executor.query(
    `SELECT bool_and(k > before) FROM (SELECT ${key} AS k, lag(${key}) OVER () AS before FROM ${relation})`,
  );
  return textAt(table, 0, 0) === 'true';
}
