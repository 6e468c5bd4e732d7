// Makes the relation of a dataset from the parts of its source: a view where every column has its type, else a table of what the texts say.
import type { Diagnostic, Field, Outcome } from '@sextant/parser';
import { unreadableFile } from './errors.js';
import { isInterrupted } from '../execution-error.js';
import type { DuckDbExecutor } from '../duckdb-executor.js';
import type { PreparedDataset } from '../prepared-data.js';
import { countAt } from '../table-cells.js';
import type { Part, SourceColumn } from './part.js';
import { readerSentence } from './reader-sentence.js';
import { quoteName } from './quote.js';
import { readText } from './read-text.js';
import { storedFields, type Source } from './source.js';
import { wrongTexts } from './wrong-texts.js';

/** Texts as they are, before they are read: only where reading them at once failed. */
const STAGE = 'temp."stage"';

export async function loadDataset(
  executor: DuckDbExecutor,
  source: Source,
  parts: readonly Part[],
): Promise<Outcome<PreparedDataset | null>> {
  const { dataset } = source;
  const fields = storedFields(dataset);
  // What is not there was reported.
  if (parts.length === 0) return { value: null, diagnostics: [] };
  if (parts.some((part) => fields.some((field) => !part.columns.has(field.name))))
    return { value: null, diagnostics: [] };
  const relation = `"data".${quoteName(dataset.name)}`;
  const texts = fields.filter((field) => parts.some((part) => part.columns.get(field.name)?.kind === 'text'));
  const form = texts.length === 0 ? 'view' : 'table';
  const files = source.kind === 'files' ? source.files : source.kind === 'table' ? [source.file] : [];
  const prepared: PreparedDataset = { dataset, relation, form, source, parts, files };
  const select = parts.map(
    (part) => `SELECT ${fields.map((field) => valueOf(part, field)).join(', ')} FROM ${part.from}`,
  );
  try {
    await executor.run(`CREATE ${form.toUpperCase()} ${relation} AS ${select.join(' UNION ALL ')}`);
    return { value: prepared, diagnostics: [] };
  } catch (error) {
    if (form === 'view' || isInterrupted(error)) throw error;
  }
  const diagnostics = await loadSlowly(executor, prepared, fields, texts);
  return { value: diagnostics.length === 0 ? prepared : null, diagnostics };
}

function valueOf(part: Part, field: Field): string {
  return `${readColumn(part.columns.get(field.name), field)} AS ${quoteName(field.name)}`;
}

function readColumn(column: SourceColumn | undefined, field: Field): string {
  if (column === undefined) return 'NULL';
  if (column.kind === 'typed') return column.sql;
  const { sql } = readText(column.sql, field.type.value);
  return column.refused === null ? sql : `CASE WHEN ${column.refused} THEN error('no plain value') ELSE ${sql} END`;
}

/** Keeps the texts, finds what is wrong with them, and reads them in the width that they need. */
async function loadSlowly(
  executor: DuckDbExecutor,
  prepared: PreparedDataset,
  fields: readonly Field[],
  texts: readonly Field[],
): Promise<readonly Diagnostic[]> {
  const { dataset, source, parts, relation } = prepared;
  try {
    try {
      await executor.run(
        `CREATE OR REPLACE TEMP TABLE "stage" AS ${parts.map((part) => staged(part, fields, texts)).join(' UNION ALL ')}`,
      );
    } catch (error) {
      if (isInterrupted(error) || source.kind === 'rows') throw error;
      const shown =
        prepared.files.find((file) => String(error).includes(file.path))?.shown ?? prepared.files[0]?.shown ?? '';
      return [unreadableFile(dataset, shown, readerSentence(error, prepared.files))];
    }
    const readings = texts.map((field) => ({ field, at: fields.indexOf(field) }));
    const measures = readings.flatMap(({ field, at }) => {
      const reading = readText(`c${at}`, field.type.value);
      const wrong = `(r${at} OR ${reading.wrong})`;
      return [`count(*) FILTER (${wrong})`, `max(CASE WHEN ${wrong} THEN 0 ELSE ${reading.digits ?? '0'} END)`];
    });
    const measured = await executor.query(`SELECT ${measures.join(', ')} FROM ${STAGE}`);
    const diagnostics: Diagnostic[] = [];
    const digits = new Map<Field, number>();
    for (const [i, { field, at }] of readings.entries()) {
      const wrong = countAt(measured, 2 * i, 0);
      digits.set(field, countAt(measured, 2 * i + 1, 0));
      if (wrong > 0) diagnostics.push(await wrongTexts(executor, prepared, field, { stage: STAGE, at, wrong }));
    }
    if (diagnostics.length > 0) return diagnostics;
    const columns = fields.map((field, at) => {
      const width = digits.get(field);
      const value = width === undefined ? `c${at}` : readText(`c${at}`, field.type.value, width).sql;
      return `${value} AS ${quoteName(field.name)}`;
    });
    await executor.run(`CREATE TABLE ${relation} AS SELECT ${columns.join(', ')} FROM ${STAGE}`);
    return [];
  } finally {
    await executor.run(`DROP TABLE IF EXISTS ${STAGE}`);
  }
}

/** `c0`, `c1`: the fields; `r0`, `r1`: refused; `f` and `n`: the file and the row in it. */
function staged(part: Part, fields: readonly Field[], texts: readonly Field[]): string {
  const columns = fields.flatMap((field, at) => {
    const column = part.columns.get(field.name);
    const isText = texts.includes(field);
    const value =
      column === undefined ? 'NULL' : column.kind === 'typed' && isText ? textOf(column.sql, field) : column.sql;
    const refused = column?.kind === 'text' ? (column.refused ?? 'false') : 'false';
    return [`${value} AS c${at}`, ...(isText ? [`${refused} AS r${at}`] : [])];
  });
  const place = [`CAST(${part.file ?? 'NULL'} AS VARCHAR) AS f`, `CAST(${part.row ?? 'NULL'} AS BIGINT) AS n`];
  return `SELECT ${[...columns, ...place].join(', ')} FROM ${part.from}`;
}

/** A typed value among texts: other files of the dataset hold this field as text. */
function textOf(sql: string, field: Field): string {
  return `CAST(${sql} AS VARCHAR)${field.type.value.kind === 'timestamp' ? " || 'Z'" : ''}`;
}
