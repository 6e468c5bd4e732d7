// JSON and NDJSON: the values of the wanted keys as text, with every digit that the file has.
import type { Diagnostic, Field, Outcome } from '@sextant/parser';
import { unreadableFile } from './errors.js';
import { isInterrupted } from '../execution-error.js';
import type { Executor } from '../executor.js';
import { isGzipped } from './file-format.js';
import { firstCharacter } from './first-character.js';
import type { DataFile } from './locate-files.js';
import { missingColumns, type Missing } from './missing-columns.js';
import type { Part, SourceColumn } from './part.js';
import { readerSentence } from './reader-sentence.js';
import { literalPath, quoteText } from './quote.js';
import { columnOf, storedFields, type FileSource } from './source.js';
import { textAt } from '../table-cells.js';

/**
 * Puts quotes around every number of a JSON text, because DuckDB reads numbers as doubles even where it is asked for their
 * text. Group 1 takes everything up to the next number, strings as wholes; group 2 is the number, or empty at the end: the
 * text then ends with a pair of quotes too many, which `left` takes away.
 */
const BEFORE_NUMBER = '((?:"(?:[^"\\\\]|\\\\.)*"|[^"0-9-])*)';
const NUMBER = '(-?[0-9][-+.0-9eE]*)';
const QUOTED = `left(regexp_replace(json, '${BEFORE_NUMBER}(?:${NUMBER}|$)', '\\1"\\2"', 'gs'), -2)`;

/**
 * That takes five times as long as the reading itself, so it is done where a number may come back changed: with more than
 * 15 digits, with an exponent, so small that it comes back with one, or `-0`. A double is faithful to all others.
 */
const DOUBTFUL = '[0-9.]{16}|[0-9][eE][-+0-9]|\\.0000|[^0-9]-0[^.0-9]';
const FAITHFUL = `CASE WHEN regexp_matches(json, '${DOUBTFUL}') THEN ${QUOTED} ELSE json END`;
/** A number as a text keeps its last zeros too: `1.10` is no `1.1`. */
const WITH_POINT = '-?[0-9]+[.eE][-+.0-9eE]*';

type Layout = 'array' | 'newline_delimited' | 'unstructured';

export async function jsonParts(executor: Executor, source: FileSource): Promise<Outcome<readonly Part[]>> {
  const diagnostics: Diagnostic[] = [];
  const groups = new Map<string, { readonly layout: Layout; readonly files: DataFile[] }>();
  for (const file of source.files) {
    const layout = await layoutOf(source, file);
    const key = `${layout} ${isGzipped(file.path)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { layout, files: [file] });
    else group.files.push(file);
  }
  const fields = storedFields(source.dataset);
  const missing: Missing[] = [];
  const parts: Part[] = [];
  for (const { layout, files } of groups.values()) {
    const objects = readObjects(layout, files);
    try {
      missing.push(...(await missingKeys(executor, fields, objects, files)));
    } catch (error) {
      if (isInterrupted(error)) throw error;
      diagnostics.push(
        unreadableFile(source.dataset, files.map((file) => file.shown).join(', '), readerSentence(error, files)),
      );
      continue;
    }
    const columns = fields.map((field, i): [string, SourceColumn] => [
      field.name,
      { kind: 'text', sql: `c${i}`, refused: `n${i}` },
    ]);
    parts.push({ from: valuesOf(fields, objects), columns: new Map(columns), file: 'filename', row: null });
  }
  return { value: parts, diagnostics: [...diagnostics, ...missingColumns(source, missing)] };
}

async function layoutOf(source: FileSource, file: DataFile): Promise<Layout> {
  if (source.format === 'ndjson') return 'newline_delimited';
  const first = await firstCharacter(source.chunks(file)).catch(() => null);
  return first === '[' ? 'array' : 'unstructured';
}

function readObjects(layout: Layout, files: readonly DataFile[]): string {
  const paths = files.map((file) => quoteText(literalPath(file.path))).join(', ');
  const compression = files.some((file) => isGzipped(file.path)) ? 'gzip' : 'uncompressed';
  return `read_json_objects([${paths}], format = '${layout}', compression = '${compression}', filename = 'filename')`;
}

/** `c0`, `c1`: the texts; `n0`, `n1`: whether the value is an object or a list. */
function valuesOf(fields: readonly Field[], objects: string): string {
  const pointers = fields.map((field) => quoteText(pointer(field)));
  const read = `SELECT filename, json, ${FAITHFUL} AS faithful FROM ${objects}`;
  const picked = `SELECT filename, json, faithful, json_extract_string(faithful, [${pointers.join(', ')}]) AS v FROM (${read})`;
  const columns = fields.flatMap((field, i) => {
    const [value, path] = [`v[${i + 1}]`, pointers[i] ?? ''];
    // CASE asks the second question of few values; AND would ask it of all.
    const nested = `CASE WHEN left(${value}, 1) IN ('{', '[') THEN coalesce(json_type(faithful, ${path}) IN ('OBJECT', 'ARRAY'), false) ELSE false END`;
    const literally = `CASE WHEN regexp_full_match(${value}, '${WITH_POINT}') THEN json_extract_string(${QUOTED}, ${path}) ELSE ${value} END`;
    return [`${field.type.value.kind === 'text' ? literally : value} AS c${i}`, `${nested} AS n${i}`];
  });
  return `(SELECT filename, ${columns.join(', ')} FROM (${picked}))`;
}

/** A key need not be in every object; required ones that are in none are missing. */
async function missingKeys(
  executor: Executor,
  fields: readonly Field[],
  objects: string,
  files: readonly DataFile[],
): Promise<readonly Missing[]> {
  const first = await executor.query(`SELECT unnest(json_keys(json)) FROM (SELECT json FROM ${objects} LIMIT 1)`);
  const names = first.columns[0]?.map((_, row) => textAt(first, 0, row) ?? '') ?? [];
  // The first object tells for most: only for the rest all of them are looked through.
  const doubtful = fields.filter((field) => !field.optional && !names.includes(columnOf(field)));
  if (doubtful.length === 0) return [];
  const counts = doubtful.map((field) => `count(json_type(json, ${quoteText(pointer(field))}))`);
  const table = await executor.query(`SELECT count(*), ${counts.join(', ')} FROM ${objects}`);
  if (textAt(table, 0, 0) === '0') return [];
  return doubtful.flatMap((field, i) => (textAt(table, i + 1, 0) === '0' ? [{ field, files, names }] : []));
}

/** A JSON pointer, which has no wildcards. */
function pointer(field: Field): string {
  return `/${columnOf(field).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
