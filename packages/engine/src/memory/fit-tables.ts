// The tables of a source in memory as rows of its dataset: every column found, every value in its declared type, nothing guessed.
import type { Diagnostic, Field, Outcome } from '@sextant/parser';
import {
  columnOfAnotherType,
  columnTwice,
  unreadableFile,
  valuesOfAnotherType,
  type WrongValue,
} from '../execute/sources/errors.js';
import { fitColumn } from '../execute/sources/fit-column.js';
import type { DataFile } from '../execute/sources/locate-files.js';
import { missingColumns, type Missing } from '../execute/sources/missing-columns.js';
import { columnOf, storedFields, type FileSource, type RowsSource } from '../execute/sources/source.js';
import { EXAMPLES } from '../execute/words.js';
import type { Row } from '../reference/rows.js';
import { parseCell } from '../value/parse-cell.js';
import { NULL, textValue, type Value } from '../value/value.js';
import { cellFitter, rawText } from './fit-cell.js';
import type { MemoryColumn, MemoryTable } from './table.js';

/** The value is null where a column or a value does not fit. */
export function fitTables(
  source: FileSource | RowsSource,
  tables: readonly MemoryTable[],
): Outcome<readonly Row[] | null> {
  const { dataset } = source;
  const fields = storedFields(dataset);
  const found = findColumns(source, fields, tables);
  if (found.diagnostics.length > 0) return { value: null, diagnostics: found.diagnostics };
  const unreadable = tables.flatMap(({ files, unreadable: reason }) =>
    reason === null ? [] : [unreadableFile(dataset, files[0]?.shown ?? '', reason)],
  );
  if (unreadable.length > 0) return { value: null, diagnostics: unreadable };
  const diagnostics: Diagnostic[] = [];
  const columns = fields.map((field): readonly Value[] => {
    const values: Value[] = [];
    const wrong: WrongValue[] = [];
    let total = 0;
    for (const [i, table] of tables.entries()) {
      const column = found.value[i]?.get(field.name);
      if (column === undefined) continue;
      const read = cellReader(column, field);
      for (let row = 0; row < table.rowCount; row += 1) {
        const cell = read(row);
        if ('wrong' in cell) {
          total += 1;
          if (wrong.length < EXAMPLES) wrong.push({ ...cell.wrong, place: table.place(row) });
        }
        values.push('wrong' in cell ? NULL : cell);
      }
    }
    if (total > 0) diagnostics.push(valuesOfAnotherType(field, wrong, total));
    return values;
  });
  if (diagnostics.length > 0) return { value: null, diagnostics };
  const count = tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const rows = Array.from(
    { length: count },
    (_, row): Row => new Map(fields.map((field, i) => [field.name, columns[i]?.[row] ?? NULL])),
  );
  return { value: rows, diagnostics: [] };
}

type Columns = ReadonlyMap<string, MemoryColumn>;

/** By table; what is missing is said once however many files lack it. */
function findColumns(
  source: FileSource | RowsSource,
  fields: readonly Field[],
  tables: readonly MemoryTable[],
): Outcome<readonly Columns[]> {
  const diagnostics: Diagnostic[] = [];
  const missing = new Map<string, Missing>();
  const refused = new Set<string>();
  const headers = new Map<string, readonly string[]>();
  const value = tables.map((table): Columns => {
    const header = JSON.stringify(table.names);
    const names = headers.get(header) ?? table.names;
    headers.set(header, names);
    const columns = new Map<string, MemoryColumn>();
    for (const field of fields) {
      const column = table.column(field);
      if (column === 'missing') {
        const key = `${header} ${field.name}`;
        missing.set(key, { field, names, files: [...(missing.get(key)?.files ?? []), ...table.files] });
      } else if (column === 'twice') diagnostics.push(columnTwice(field, table.files[0]));
      else {
        const other = anotherType(field, column, table.files);
        const key = `${field.name} ${other?.message}`;
        if (other !== null && !refused.has(key)) diagnostics.push(other);
        if (other !== null) refused.add(key);
        columns.set(field.name, column);
      }
    }
    return columns;
  });
  const lacking = source.kind === 'files' ? missingColumns(source, [...missing.values()]) : [];
  return { value, diagnostics: [...diagnostics, ...lacking] };
}

function anotherType(field: Field, column: MemoryColumn, files: readonly DataFile[]): Diagnostic | null {
  if (column.kind === 'text') return null;
  const fit = fitColumn(columnOf(field), column.type, field.type.value);
  if (fit.kind !== 'refused') return null;
  return columnOfAnotherType(field, { where: files[0]?.shown ?? '', type: column.type, instead: fit.instead });
}

type Cell = Value | { readonly wrong: Omit<WrongValue, 'place'> };

function cellReader(column: MemoryColumn, field: Field): (row: number) => Cell {
  const type = field.type.value;
  if (column.kind === 'text')
    return (row) => readText(column.cells[row] ?? null, field, column.refused?.has(row) === true);
  const isText = fitColumn('', column.type, type).kind === 'text';
  const fit = cellFitter(column.type, type);
  return (row) => {
    const raw = column.cells[row] ?? null;
    if (raw === null) return NULL;
    if (isText) return readText(rawText(raw, column.type), field, false);
    return fit(raw) ?? { wrong: { text: rawText(raw, column.type), problem: null } };
  };
}

/** An empty text is a text, and nothing else. */
function readText(text: string | null, field: Field, refused: boolean): Cell {
  if (text === null) return NULL;
  const type = field.type.value;
  const cell = type.kind === 'text' ? textValue(text) : parseCell(text, type);
  if (cell.kind === 'problem') return { wrong: { text, problem: cell } };
  return refused || (text === '' && type.kind !== 'text') ? { wrong: { text, problem: null } } : cell;
}
