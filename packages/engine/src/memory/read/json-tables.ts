// JSON and NDJSON in memory: the values of the wanted keys as text, with every digit that the file has.
import type { Diagnostic, Outcome } from '@sextant/parser';
import { unreadableFile } from '../../execute/sources/errors.js';
import type { DataFile } from '../../execute/sources/locate-files.js';
import { columnOf, type FileSource } from '../../execute/sources/source.js';
import { dataFileOf, textOfFile, type GivenFile } from '../given-file.js';
import type { MemoryColumn, MemoryTable } from '../table.js';
import { jsonText, readJson, type JsonNode, type JsonProblem } from './json-reader.js';

/** One table for all files: a key need not be in every object, nor in every file. */
export async function jsonTables(
  source: FileSource,
  files: readonly GivenFile[],
): Promise<Outcome<readonly MemoryTable[]>> {
  const diagnostics: Diagnostic[] = [];
  const rows: Placed[] = [];
  const read: DataFile[] = [];
  for (const given of files) {
    const file = dataFileOf(given);
    const values = await valuesOf(source, given);
    if (typeof values === 'string') diagnostics.push(unreadableFile(source.dataset, file.shown, values));
    else {
      read.push(file);
      for (const [i, node] of values.entries()) rows.push({ node, file, row: i + 1 });
    }
  }
  return { value: read.length === 0 ? [] : [tableOf(read, rows)], diagnostics };
}

interface Placed {
  readonly node: JsonNode;
  readonly file: DataFile;
  readonly row: number;
}

function tableOf(files: readonly DataFile[], rows: readonly Placed[]): MemoryTable {
  const first = rows[0]?.node;
  return {
    files,
    names: first?.kind === 'object' ? [...first.entries.keys()] : [],
    rowCount: rows.length,
    column: (field) => {
      const key = columnOf(field);
      const isThere = field.optional || rows.length === 0 || rows.some(({ node }) => valueAt(node, key) !== undefined);
      return isThere ? columnAt(rows, key) : 'missing';
    },
    place: (row) => `${rows[row]?.file.shown} row ${rows[row]?.row}`,
    unreadable: null,
  };
}

function columnAt(rows: readonly Placed[], key: string): MemoryColumn {
  const refused = new Set<number>();
  const cells = rows.map(({ node }, row): string | null => {
    const value = valueAt(node, key);
    switch (value?.kind) {
      case 'text':
      case 'token':
        return value.text;
      case 'object':
      case 'list':
        refused.add(row);
        return jsonText(value);
      case 'null':
      case undefined:
        return null;
    }
  });
  return { kind: 'text', cells, refused };
}

/** What is no object has no keys. */
function valueAt(node: JsonNode, key: string): JsonNode | undefined {
  return node.kind === 'object' ? node.entries.get(key) : undefined;
}

/** A sentence where the text cannot be read. */
async function valuesOf(source: FileSource, given: GivenFile): Promise<readonly JsonNode[] | string> {
  const file = await textOfFile(given).catch(() => null);
  if (file === null) return 'it cannot be unpacked';
  if (!file.isUtf8) return 'it is not UTF-8';
  const { text } = file;
  if (source.format === 'ndjson') return linesOf(text);
  const values = readJson(text, /^\s*\[/.test(text) ? 'list' : 'sequence');
  return isProblem(values) ? `line ${lineAt(text, values.at)}: ${values.why}` : values;
}

function linesOf(text: string): readonly JsonNode[] | string {
  const values: JsonNode[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    const read = readJson(line, 'one');
    if (isProblem(read)) return `line ${i + 1}: ${read.why}`;
    values.push(...read);
  }
  return values;
}

function isProblem(read: readonly JsonNode[] | JsonProblem): read is JsonProblem {
  return 'kind' in read;
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
