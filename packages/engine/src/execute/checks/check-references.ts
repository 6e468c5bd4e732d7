// References to rows that are not there.
import type { Diagnostic, Reference } from '@sextant/parser';
import { danglingReference } from './errors.js';
import type { Executor } from '../executor.js';
import type { PreparedDataset } from '../prepared-data.js';
import { quoteName } from '../sources/quote.js';
import { countAt, textAt } from '../table-cells.js';
import { countBits } from './is-unique.js';
import { examplesOf, isEmpty, type CheckContext } from './check-context.js';

/** Only where the dataset referred to is needed too: nothing is read for a warning alone. */
export async function checkReferences(context: CheckContext): Promise<readonly Diagnostic[]> {
  const { data, prepared, executor } = context;
  const diagnostics: Diagnostic[] = [];
  for (const reference of prepared.dataset.references) {
    const field = prepared.dataset.fields.get(reference.field);
    const target = data.datasets.get(reference.to);
    if (field === undefined || target === undefined || field.formula !== null || isEmpty(context, field)) continue;
    if (target.dataset.fields.get(reference.toKey)?.formula !== null) continue;
    const isInteger = field.type.value.kind === 'integer';
    if (isInteger && (await isWithinDenseKey(executor, reference, prepared, target))) continue;
    const examples = await examplesOf(executor, dangling(reference, prepared, target));
    if (examples.rows > 0) diagnostics.push(danglingReference(reference, field, examples));
  }
  return diagnostics;
}

function dangling(reference: Reference, from: PreparedDataset, to: PreparedDataset): string {
  const [field, key] = [quoteName(reference.field), quoteName(reference.toKey)];
  const missing = `SELECT ${field} AS v FROM ${from.relation} AS a WHERE ${field} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${to.relation} AS b WHERE b.${key} = a.${field})`;
  return `SELECT v, count(*) AS n FROM (${missing}) GROUP BY v`;
}

/** Keys without a gap, and references that lie between the first and the last of them: the bounds tell, and no join is needed. */
async function isWithinDenseKey(
  executor: Executor,
  reference: Reference,
  from: PreparedDataset,
  to: PreparedDataset,
): Promise<boolean> {
  const key = quoteName(reference.toKey);
  const used = await boundsOf(executor, from.relation, quoteName(reference.field));
  const keys = await boundsOf(executor, to.relation, key);
  if (used === null || keys === null || used.low < keys.low || used.high > keys.high) return false;
  const span = keys.high - keys.low + 1n;
  if (span > BigInt(keys.rows)) return false;
  const distinct = await countBits(executor, to.relation, key, keys.low, keys.high);
  return distinct !== null && BigInt(distinct) === span;
}

interface Bounds {
  readonly low: bigint;
  readonly high: bigint;
  /** Rows with a value. */
  readonly rows: number;
}

async function boundsOf(executor: Executor, relation: string, column: string): Promise<Bounds | null> {
  const table = await executor.query(`SELECT min(${column}), max(${column}), count(${column}) FROM ${relation}`);
  const [low, high] = [textAt(table, 0, 0), textAt(table, 1, 0)];
  return low === null || high === null ? null : { low: BigInt(low), high: BigInt(high), rows: countAt(table, 2, 0) };
}
