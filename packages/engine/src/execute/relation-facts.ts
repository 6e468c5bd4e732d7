// What prepared relations are like: widths of decimals, numbers of rows and of distinct values. Better plans come from it.
import type { Executor } from './executor.js';
import type { PreparedData, PreparedDataset } from './prepared-data.js';
import { wholeDigits } from './sources/fit-column.js';
import { quoteName } from './sources/quote.js';
import { storedFields } from './sources/source.js';
import { countAt, textAt } from './table-cells.js';

export interface RelationFacts {
  /** Digits of decimal and integer columns, by `dataset.field`; 39 for integers that are wider than 64 bits. */
  readonly widths: ReadonlyMap<string, number>;
  readonly rows: (dataset: string) => number | null;
  /** Distinct values among the first rows of a field: a lower bound, close for the few values that plans ask about. */
  readonly distinct: (dataset: string, field: string) => number | null;
}

const SAMPLE = 20_000;

export async function relationFacts(data: PreparedData): Promise<RelationFacts> {
  const widths = new Map<string, number>();
  const rows = new Map<string, number>();
  const distinct = new Map<string, number>();
  const all = [...data.datasets];
  // One statement for all: in a browser each one takes its time.
  const counts = all.map(([, { relation }]) => `(SELECT count(*) FROM ${relation})`);
  const counted = all.length === 0 ? null : await data.executor.query(`SELECT ${counts.join(', ')}`);
  for (const [at, [name, prepared]] of all.entries()) {
    const fields = storedFields(prepared.dataset);
    const count = counted === null ? 0 : countAt(counted, at, 0);
    rows.set(name, count);
    if (fields.length === 0) continue;
    if (count === 0) {
      for (const field of fields) {
        distinct.set(`${name}.${field.name}`, 0);
        if (field.type.value.kind === 'integer') widths.set(`${name}.${field.name}`, 1);
      }
      continue;
    }
    const columns = fields.map((field) => quoteName(field.name));
    const sample = `(SELECT ${columns.join(', ')} FROM ${prepared.relation} LIMIT ${SAMPLE})`;
    const facts = columns.flatMap((column) => [`any_value(typeof(${column}))`, `approx_count_distinct(${column})`]);
    const table = await data.executor.query(`SELECT ${facts.join(', ')} FROM ${sample}`);
    for (const [i, field] of fields.entries()) {
      const width = widthOf(textAt(table, 2 * i, 0));
      if (width !== null) widths.set(`${name}.${field.name}`, width);
      distinct.set(`${name}.${field.name}`, countAt(table, 2 * i + 1, 0));
    }
    for (const [field, digits] of await integerDigits(data.executor, prepared)) {
      if (digits < 19) widths.set(`${name}.${field}`, digits);
    }
  }
  return {
    widths,
    rows: (dataset) => rows.get(dataset) ?? null,
    distinct: (dataset, field) => distinct.get(`${dataset}.${field}`) ?? null,
  };
}

/**
 * Whole numbers are kept in 64 bits; those that a file holds in fewer, or that were read from texts, are known to be smaller,
 * so that products of them need no room for what cannot occur.
 */
async function integerDigits(executor: Executor, prepared: PreparedDataset): Promise<ReadonlyMap<string, number>> {
  const digits = new Map<string, number>();
  const fields = storedFields(prepared.dataset).filter((field) => field.type.value.kind === 'integer');
  if (fields.length === 0) return digits;
  if (prepared.form === 'table') {
    const largest = fields.map(({ name }) => `max(abs(CAST(${quoteName(name)} AS HUGEINT)))`);
    const table = await executor.query(`SELECT ${largest.join(', ')} FROM ${prepared.relation}`);
    for (const [i, { name }] of fields.entries()) digits.set(name, (textAt(table, i, 0) ?? '0').length);
    return digits;
  }
  for (const part of prepared.parts) {
    const sources = fields.map(({ name }) => {
      const column = part.columns.get(name);
      return column?.kind === 'typed' ? `typeof(${column.source})` : 'NULL';
    });
    const table = await executor.query(`SELECT ${sources.join(', ')} FROM ${part.from} LIMIT 1`);
    if (table.rowCount === 0) continue;
    for (const [i, { name }] of fields.entries()) {
      const own = wholeDigits(textAt(table, i, 0) ?? '') ?? 39;
      digits.set(name, Math.max(own, digits.get(name) ?? 1));
    }
  }
  return digits;
}

function widthOf(type: string | null): number | null {
  if (type === null) return null;
  if (type === 'HUGEINT' || type === 'UHUGEINT') return 39;
  const match = /^DECIMAL\((\d+),\d+\)$/.exec(type);
  return match === null ? null : parseInt(match[1] ?? '38', 10);
}
