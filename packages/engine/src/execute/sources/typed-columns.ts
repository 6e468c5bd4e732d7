// The columns of something that has types of its own, matched with the declared fields by their exact names.
import type { Diagnostic, Field } from '@sextant/parser';
import { columnOfAnotherType } from './errors.js';
import type { Executor } from '../executor.js';
import { textAt } from '../table-cells.js';
import { fitColumn } from './fit-column.js';
import type { SourceColumn } from './part.js';
import { quoteName } from './quote.js';
import { columnOf } from './source.js';

export interface TypedColumns {
  readonly columns: ReadonlyMap<string, SourceColumn>;
  readonly missing: readonly Field[];
  /** The names that are there. */
  readonly names: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `where` is what messages name: a file, a table. */
export async function typedColumns(
  executor: Executor,
  from: string,
  fields: readonly Field[],
  where: string,
): Promise<TypedColumns> {
  const described = await executor.query(`DESCRIBE SELECT * FROM ${from}`);
  const types = new Map<string, string>();
  for (let row = 0; row < described.rowCount; row += 1) {
    types.set(textAt(described, 0, row) ?? '', textAt(described, 1, row) ?? '');
  }
  const columns = new Map<string, SourceColumn>();
  const missing: Field[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const field of fields) {
    const type = types.get(columnOf(field));
    if (type === undefined) {
      missing.push(field);
      continue;
    }
    const sql = quoteName(columnOf(field));
    const fit = fitColumn(sql, type, field.type.value);
    if (fit.kind === 'refused') diagnostics.push(columnOfAnotherType(field, { where, type, instead: fit.instead }));
    else if (fit.kind === 'fits')
      columns.set(field.name, { kind: 'typed', source: sql, sql: fit.sql, wrong: fit.wrong });
    else
      columns.set(field.name, {
        kind: 'text',
        sql: type === 'VARCHAR' ? sql : `CAST(${sql} AS VARCHAR)`,
        refused: null,
      });
  }
  return { columns, missing, names: [...types.keys()], diagnostics };
}
