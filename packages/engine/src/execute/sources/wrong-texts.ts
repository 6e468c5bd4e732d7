// Says which texts of a staged column do not fit the declared type, and where they stand.
import type { Diagnostic, Field } from '@sextant/parser';
import { parseCell } from '../../value/parse-cell.js';
import { EXAMPLES } from '../words.js';
import { valuesOfAnotherType, type WrongValue } from './errors.js';
import type { Executor } from '../executor.js';
import type { PreparedDataset } from '../prepared-data.js';
import { countAt, textAt } from '../table-cells.js';
import { csvLines } from './csv-records.js';
import { readText } from './read-text.js';
import type { Source } from './source.js';

export interface StagedColumn {
  readonly stage: string;
  /** The column is `c` and this number. */
  readonly at: number;
  /** How many rows are wrong. */
  readonly wrong: number;
}

export async function wrongTexts(
  executor: Executor,
  prepared: PreparedDataset,
  field: Field,
  { stage, at, wrong }: StagedColumn,
): Promise<Diagnostic> {
  const type = field.type.value;
  const found = await executor.query(
    `SELECT c${at}, f, n, rowid FROM ${stage} WHERE r${at} OR ${readText(`c${at}`, type).wrong} ORDER BY rowid LIMIT ${EXAMPLES}`,
  );
  const values: WrongValue[] = [];
  for (let row = 0; row < found.rowCount; row += 1) {
    const text = textAt(found, 0, row) ?? '';
    const file = textAt(found, 1, row);
    const number = textAt(found, 2, row) === null ? null : countAt(found, 2, row);
    const record = number ?? (await recordInFile(executor, stage, file, countAt(found, 3, row)));
    const cell = parseCell(text, type);
    values.push({
      text,
      place: await placeOf(prepared.source, file, record),
      problem: cell.kind === 'problem' ? cell : null,
    });
  }
  return valuesOfAnotherType(field, values, wrong);
}

/** Rows of a file lie together and in its order. */
async function recordInFile(executor: Executor, stage: string, file: string | null, row: number): Promise<number> {
  if (file === null) return row + 1;
  const first = await executor.query(
    `SELECT count(*) FROM ${stage} WHERE rowid <= ${row} AND f IS NOT DISTINCT FROM (SELECT f FROM ${stage} WHERE rowid = ${row})`,
  );
  return countAt(first, 0, 0);
}

/** `data/orders.csv:7`, where a record may be longer than a line; `data/orders.parquet row 7` elsewhere. */
async function placeOf(source: Source, path: string | null, record: number): Promise<string> {
  switch (source.kind) {
    case 'rows':
      return `row ${record} of \`${source.dataset.name}\``;
    case 'table':
      return `table \`${source.table}\``;
    case 'files': {
      const file = source.files.find((one) => one.path === path);
      const shown = file?.shown ?? '';
      if (file === undefined || (source.format !== 'csv' && source.format !== 'tsv')) return `${shown} row ${record}`;
      const lines = await csvLines(source.chunks(file), source.delimiter, new Set([record - 1])).catch(
        () => new Map<number, number>(),
      );
      const line = lines.get(record - 1);
      return line === undefined ? `${shown} row ${record}` : `${shown}:${line}`;
    }
  }
}
