// JSON and NDJSON in memory: the values of keys as text, with every digit that the files have.
import type { DataFile } from '../../execute/sources/locate-files.js';
import { columnOf } from '../../execute/sources/source.js';
import { dataFileOf, textOfFile, type GivenFile } from '../given-file.js';
import type { MemoryColumn, MemoryTable } from '../table.js';
import { jsonText, readJson, type JsonNode, type JsonProblem } from './json-reader.js';

export interface JsonRead {
  /** One table for all files: a key need not be in every object, nor in every file. Null where none can be read. */
  readonly table: MemoryTable | null;
  readonly problems: readonly { readonly file: DataFile; readonly reason: string }[];
}

export type JsonFormat = 'json' | 'ndjson';

export async function jsonTable(files: readonly GivenFile[], format: JsonFormat): Promise<JsonRead> {
  const problems: { file: DataFile; reason: string }[] = [];
  const rows: Placed[] = [];
  const read: DataFile[] = [];
  for (const given of files) {
    const file = dataFileOf(given);
    const values = await valuesOf(given, format);
    if (typeof values === 'string') problems.push({ file, reason: values });
    else {
      read.push(file);
      for (const [i, node] of values.entries()) rows.push({ node, file, row: i + 1 });
    }
  }
  return { table: read.length === 0 ? null : tableOf(read, rows), problems };
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
    allNames: () => [...new Set(rows.flatMap(({ node }) => (node.kind === 'object' ? [...node.entries.keys()] : [])))],
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
async function valuesOf(given: GivenFile, format: JsonFormat): Promise<readonly JsonNode[] | string> {
  const file = await textOfFile(given).catch(() => null);
  if (file === null) return 'it cannot be unpacked';
  if (!file.isUtf8) return 'it is not UTF-8';
  const { text } = file;
  if (format === 'ndjson') return linesOf(text);
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
