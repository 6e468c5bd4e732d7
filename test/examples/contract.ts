// Checks tables against the datasets that describe them: columns, types, keys, values, references.
import { join } from 'node:path';
import type { Dataset, Field, Graph } from '@sextant/parser';
import { filesOf, readTable } from './example-files.js';
import type { Row } from './read-csv.js';

export interface ContractReport {
  /** What an engine must refuse. */
  readonly errors: readonly string[];
  /** References without a partner: `orders.campaign_id c99 (12)`. */
  readonly dangling: readonly string[];
}

const forms: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d+$/,
  float: /^-?\d+(?:\.\d+)?$/,
  boolean: /^(?:true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/,
  timestamp: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
  text: /^/,
};

export function checkContract(graph: Graph, folder: string): ContractReport {
  const errors: string[] = [];
  const dangling: string[] = [];
  const tables = new Map<string, readonly Row[]>();
  for (const dataset of graph.datasets.values()) {
    const { from } = dataset.def;
    if (from?.kind !== 'files') throw new Error(`${dataset.name} has no file`);
    tables.set(
      dataset.name,
      filesOf(folder, from.path.text).flatMap((file) => readTable(folder, file)),
    );
  }
  for (const dataset of graph.datasets.values()) {
    const rows = tables.get(dataset.name) ?? [];
    if (rows.length === 0) errors.push(`${dataset.name}: no rows in ${join(folder, dataset.name)}`);
    for (const field of dataset.fields.values()) errors.push(...fieldErrors(dataset, field, rows));
    errors.push(...keyErrors(dataset, rows));
    for (const reference of dataset.references) {
      const column = dataset.fields.get(reference.field)?.column ?? reference.field;
      const keyColumn = graph.datasets.get(reference.to)?.fields.get(reference.toKey)?.column ?? reference.toKey;
      const known = new Set(tables.get(reference.to)?.map((row) => row[keyColumn]));
      const lost = new Map<string, number>();
      for (const row of rows) {
        const value = row[column] ?? null;
        if (value !== null && !known.has(value)) lost.set(value, (lost.get(value) ?? 0) + 1);
      }
      for (const [value, count] of lost) dangling.push(`${dataset.name}.${reference.field} ${value} (${count})`);
    }
  }
  return { errors, dangling };
}

function fieldErrors(dataset: Dataset, field: Field, rows: readonly Row[]): readonly string[] {
  const { column } = field;
  if (column === null) return [];
  const { value } = field.type;
  const form = value.kind === 'decimal' ? new RegExp(`^-?\\d+(?:\\.\\d{1,${value.scale}})?$`) : forms[value.kind];
  const found: string[] = [];
  for (const row of rows) {
    const cell = row[column];
    const say = (what: string): void => {
      found.push(`${dataset.name}.${field.name}: ${what}`);
    };
    if (cell === undefined) say(`no column ${column}`);
    else if (cell === null && !field.optional) say('no value');
    else if (cell !== null && form?.test(cell) !== true) say(`${cell} is no ${value.kind}`);
    else if (cell !== null && field.values !== null && !field.values.includes(cell))
      say(`${cell} is not among the values`);
  }
  return found.slice(0, 3);
}

/** Versions of one thing share its key and may not overlap; everywhere else a key occurs once. */
function keyErrors(dataset: Dataset, rows: readonly Row[]): readonly string[] {
  if (dataset.key.length === 0) return [];
  const columns = dataset.key.map((name) => dataset.fields.get(name)?.column ?? name);
  const valid = dataset.def.valid;
  const seen = new Map<string, (string | null)[][]>();
  const found: string[] = [];
  for (const row of rows) {
    const key = columns.map((column) => row[column]).join('/');
    const from = valid === null ? null : (row[valid.from.text] ?? null);
    const until = valid === null ? null : (row[valid.until?.text ?? ''] ?? null);
    const others = seen.get(key) ?? [];
    const clash = others.some(
      ([a = null, b = null]) =>
        from === null || a === null || ((b === null || from < b) && (until === null || a < until)),
    );
    if (clash) found.push(`${dataset.name}: the key ${key} occurs twice`);
    seen.set(key, [...others, [from, until]]);
  }
  return found.slice(0, 3);
}
