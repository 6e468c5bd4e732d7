// Where the rows of a dataset come from: files, or a table of a connection.
import type { FileOptionsDef, SourceDef } from './definitions.js';
import { byKey, byKind } from './by-kind.js';
import { line } from './described.js';
import { anyTextForm, characterForm, dataFileForm, fileFormats, knownExtension, pathForm } from './forms.js';
import { object, optional, required } from './read-object.js';
import { text, words } from './read-scalar.js';
import { transform, type Reader } from './reader.js';

const noOptions: FileOptionsDef = { format: null, delimiter: null, nullText: null };

const path = transform(text(dataFileForm), (path): SourceDef => ({ kind: 'files', path, options: noOptions }));

const untextual = [
  { key: 'format', like: /^(?:json|ndjson|parquet)$/ },
  { key: 'path', like: /\.(?:(?:json|ndjson)(?:\.gz)?|parquet)$/i, without: 'format' },
] as const;

const files = object({
  noun: 'the files of a dataset',
  subject: 'key',
  keys: {
    path: required(text(pathForm), 'a path or a glob'),
    format: optional(words(fileFormats), 'where the extension does not say it'),
    delimiter: optional(text(characterForm), 'the character between two columns'),
    null: optional(text(anyTextForm), 'the text that means no value'),
  },
  rules: [
    {
      kind: 'requires',
      when: { key: 'path', unlike: knownExtension },
      others: [{ key: 'format' }],
      why: 'the extension of the path does not say the format',
    },
    { kind: 'idle', when: { key: 'delimiter' }, others: untextual, why: 'only csv and tsv have a delimiter' },
    { kind: 'idle', when: { key: 'null' }, others: untextual, why: 'only csv and tsv write no value as a text' },
  ],
  build: ({ path, format, delimiter, null: nullText }): SourceDef | null =>
    path === null ? null : { kind: 'files', path, options: { format, delimiter, nullText } },
});

const table = object({
  noun: 'the table of a dataset',
  subject: 'key',
  keys: {
    connection: required(line, 'a connection of the project file'),
    table: required(line, 'a table or view there'),
  },
  build: ({ connection, table }): SourceDef | null =>
    connection === null || table === null ? null : { kind: 'table', connection, table },
});

/** `orders/*.parquet`, `{ path, format, delimiter, null }`, or `{ connection, table }`. */
export const source: Reader<SourceDef> = byKind({ scalar: path, map: byKey('path', files, table) });
