// Values of columns with another type than the declared one: each must be the same in the declared type.
import type { Diagnostic } from '@sextant/parser';
import { EXAMPLES } from '../words.js';
import { valuesOfAnotherType, type WrongValue } from '../sources/errors.js';
import type { Executor } from '../executor.js';
import type { PreparedDataset } from '../prepared-data.js';
import type { Part } from '../sources/part.js';
import { storedFields } from '../sources/source.js';
import { countAt, textAt } from '../table-cells.js';

/**
 * One scan of the columns in question; none where every column has a type that fits. Also where the relation is a table, made
 * because of texts in other columns: a cast rounds without a word.
 */
export async function checkTypes(executor: Executor, prepared: PreparedDataset): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const part of prepared.parts) {
    const doubtful = storedFields(prepared.dataset).flatMap((field) => {
      const column = part.columns.get(field.name);
      return column?.kind === 'typed' && column.wrong !== null
        ? [{ field, source: column.source, wrong: column.wrong }]
        : [];
    });
    if (doubtful.length === 0) continue;
    const counts = doubtful.map(({ wrong }) => `count(*) FILTER (${wrong})`);
    const table = await executor.query(`SELECT ${counts.join(', ')} FROM ${part.from}`);
    for (const [i, { field, source, wrong }] of doubtful.entries()) {
      const total = countAt(table, i, 0);
      if (total === 0) continue;
      diagnostics.push(valuesOfAnotherType(field, await wrongValues(executor, prepared, part, source, wrong), total));
    }
  }
  return diagnostics;
}

async function wrongValues(
  executor: Executor,
  prepared: PreparedDataset,
  part: Part,
  source: string,
  wrong: string,
): Promise<readonly WrongValue[]> {
  const place = `CAST(${part.file ?? 'NULL'} AS VARCHAR) AS f, CAST(${part.row ?? 'NULL'} AS BIGINT) AS n`;
  const table = await executor.query(
    `SELECT CAST(${source} AS VARCHAR), ${place} FROM ${part.from} WHERE ${wrong} ORDER BY f, n LIMIT ${EXAMPLES}`,
  );
  return Array.from({ length: table.rowCount }, (_, row) => {
    const shown = prepared.files.find((file) => file.path === textAt(table, 1, row))?.shown;
    const number = textAt(table, 2, row);
    return {
      text: textAt(table, 0, row) ?? '',
      place: shown === undefined || number === null ? '' : `${shown} row ${number}`,
      problem: null,
    };
  });
}
