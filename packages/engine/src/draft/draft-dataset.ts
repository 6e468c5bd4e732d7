// A first definition of a dataset for a file that somebody brings along: types, a key and a time, guessed from all of its rows.
import { formatOf } from '../execute/sources/file-format.js';
import type { GivenFile } from '../memory/given-file.js';
import type { MemoryTable, Wanted } from '../memory/table.js';
import { guessType, type Guess } from './guess-type.js';
import { nameFor, singularOf } from './names.js';
import { tableOfFile } from './table-of-file.js';
import { writeDraft, type DraftField } from './write-draft.js';

export interface Draft {
  readonly name: string;
  /** A file of definitions; it has no problem, and the rows fit it. */
  readonly yaml: string;
  readonly rows: number;
  readonly columns: readonly DraftColumn[];
}

export interface DraftColumn {
  /** The file's name for it. */
  readonly column: string;
  /** The field's name; null where it was left out. */
  readonly field: string | null;
  /** As it is declared, or what the file says of a column that was left out. */
  readonly type: string;
  /** A value, as a text; null where there is none. */
  readonly sample: string | null;
}

export type Drafted =
  | { readonly kind: 'draft'; readonly draft: Draft }
  /** Why the file is of no use. */
  | { readonly kind: 'problem'; readonly why: string };

export interface DraftOptions {
  /** Names of datasets that are there already. */
  readonly taken?: Iterable<string>;
  /** The path as `from:` says it; the last part of the file's name where nothing is said. */
  readonly from?: string;
  /** Whose wall clocks the file has, should its time be one. */
  readonly timezone?: string;
}

export async function draftDataset(file: GivenFile, options: DraftOptions = {}): Promise<Drafted> {
  const last = file.name.split('/').at(-1) ?? file.name;
  const format = formatOf(last);
  if (format === null)
    return { kind: 'problem', why: 'its name does not end in `.csv`, `.tsv`, `.json`, `.ndjson` or `.parquet`' };
  const read = await tableOfFile(file, format);
  if (read.kind === 'problem') return read;
  const { table, delimiter } = read;
  const found = columnsOf(table);
  const fields = found.flatMap(({ field }) => field ?? []);
  if (fields.length === 0) return { kind: 'problem', why: 'it has no column that can be read' };
  const key = keyOf(found);
  const time = timeOf(found);
  const taken = new Set([...(options.taken ?? [])].map((name) => name.toLowerCase()));
  const stem = last.replace(/(?:\.(?:csv|tsv|json|ndjson|parquet|gz))+$/i, '');
  const name = nameFor(stem, taken, 'data');
  const yaml = writeDraft({
    name,
    from: options.from ?? last,
    delimiter,
    one: singularOf(name),
    key,
    time: time?.name ?? null,
    timezone: time?.type === 'datetime' ? (options.timezone ?? 'UTC') : null,
    fields,
    left: found.flatMap(({ column, field, type }) => (field === null ? [`left out: ${column} (${type})`] : [])),
  });
  return {
    kind: 'draft',
    draft: {
      name,
      yaml,
      rows: table.rowCount,
      columns: found.map(({ column, field, type, guess }) => ({
        column,
        field: field?.name ?? null,
        type,
        sample: guess?.sample ?? null,
      })),
    },
  };
}

interface FoundColumn {
  readonly column: string;
  readonly field: DraftField | null;
  readonly type: string;
  readonly guess: Guess | null;
}

function columnsOf(table: MemoryTable): readonly FoundColumn[] {
  const taken = new Set<string>();
  return [...new Set(table.names)].map((column, i): FoundColumn => {
    const left = (type: string): FoundColumn => ({ column, field: null, type, guess: null });
    // What no definition can name in one line.
    if (!/^(?!\s)[^\p{Cc}]*[^\p{Cc}\s]$/u.test(column)) return left('a name that cannot be written');
    const found = table.column(namedField(column));
    if (found === 'missing') return left('no values');
    if (found === 'twice') return left('its name stands twice');
    const guess = guessType(found, table.rowCount);
    if (guess === null) return left(found.kind === 'typed' ? found.type : 'values in values');
    const name = nameFor(column, taken, `column_${i + 1}`);
    taken.add(name.toLowerCase());
    const { type, optional, values } = guess;
    return { column, field: { name, column: name === column ? null : column, type, optional, values }, type, guess };
  });
}

/** Tables are asked by fields; of a file that nobody has declared yet only the names of columns are known. */
function namedField(column: string): Wanted {
  return { name: column, column, optional: true };
}

/** Columns called so identify something: the row, most likely, where no two rows share a value. */
const IDENTIFIER = /(?:^|_|\b)(?:id|key|code|uuid|guid|number|no|nr)$/i;

function keyOf(columns: readonly FoundColumn[]): string | null {
  const unique = columns.filter(
    ({ field, guess }) => field !== null && guess?.unique === true && /^(?:text|integer)$/.test(field.type),
  );
  const named = unique.find(({ field, column }) => IDENTIFIER.test(field?.name ?? '') || /[a-z]Id$/.test(column));
  const first = unique.find((one) => one === columns[0]);
  return (named ?? first)?.field?.name ?? null;
}

/** The first time that every row has: an instant or a day before a wall clock, whose zone somebody must know. */
function timeOf(columns: readonly FoundColumn[]): DraftField | null {
  const times = columns.flatMap(({ field }) =>
    field !== null && /^(?:date|datetime|timestamp)$/.test(field.type) ? [field] : [],
  );
  const complete = times.filter(({ optional }) => !optional);
  return complete.find(({ type }) => type !== 'datetime') ?? complete[0] ?? times[0] ?? null;
}
