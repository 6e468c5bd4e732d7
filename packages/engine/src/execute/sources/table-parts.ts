// A table or view of an attached DuckDB database: read where it lies.
import type { Diagnostic, Outcome } from '@sextant/parser';
import { missingColumn, unknownTable, unreadableFile } from './errors.js';
import { isInterrupted } from '../execution-error.js';
import type { Executor } from '../executor.js';
import { textAt } from '../table-cells.js';
import type { Part } from './part.js';
import { readerSentence } from './reader-sentence.js';
import { quoteName, quoteText } from './quote.js';
import { storedFields, type TableSource } from './source.js';
import { typedColumns } from './typed-columns.js';

interface Found {
  readonly schema: string;
  readonly name: string;
}

export async function tableParts(executor: Executor, source: TableSource): Promise<Outcome<readonly Part[]>> {
  const tables = await tablesOf(executor, source.database);
  const found =
    tables.find(({ schema, name }) => schema === 'main' && name === source.table) ??
    tables.find(({ schema, name }) => `${schema}.${name}` === source.table);
  if (found === undefined) return { value: [], diagnostics: [unknownTable(source, tables.map(shown))] };
  const from = [source.database, found.schema, found.name].map(quoteName).join('.');
  const diagnostics: Diagnostic[] = [];
  try {
    const { columns, missing, names, diagnostics } = await typedColumns(
      executor,
      from,
      storedFields(source.dataset),
      source.table,
    );
    const absent = missing.map((field) =>
      missingColumn(field, { file: source.table, others: 0, names, format: 'table' }),
    );
    return { value: [{ from, columns, file: null, row: null }], diagnostics: [...diagnostics, ...absent] };
  } catch (error) {
    // A view that reads what is closed fails here.
    if (isInterrupted(error)) throw error;
    diagnostics.push(unreadableFile(source.dataset, source.table, readerSentence(error, [source.file])));
    return { value: [], diagnostics };
  }
}

async function tablesOf(executor: Executor, database: string): Promise<readonly Found[]> {
  const inside = `WHERE database_name = ${quoteText(database)} AND NOT internal`;
  const table = await executor.query(
    `SELECT schema_name, table_name FROM duckdb_tables() ${inside} UNION ALL SELECT schema_name, view_name FROM duckdb_views() ${inside} ORDER BY 1, 2`,
  );
  return Array.from({ length: table.rowCount }, (_, row) => ({
    schema: textAt(table, 0, row) ?? '',
    name: textAt(table, 1, row) ?? '',
  }));
}

function shown({ schema, name }: Found): string {
  return schema === 'main' ? name : `${schema}.${name}`;
}
