// The rows of an expected table: which row of the answer each is, and what its cells must be.
import { showLevel, type ExpectationDef, type ScalarNode, type Span, type TableCellDef } from '@sextant/parser';
import type { CheckedQuestion } from '../question/question.js';
import type { TestScope } from './check-test.js';
import type { ExpectedRow, TableExpectation } from './checked-test.js';
import { missingColumn, sameRow, unknownColumn } from './errors.js';
import { readExpected } from './expected-value.js';

export function checkTable(
  { table, keys, span, grain }: ExpectationDef,
  question: CheckedQuestion,
  asks: string,
  scope: TestScope,
): TableExpectation | null {
  if (table === null) return null;
  const level = question.grain === null ? null : [grain?.text ?? '', showLevel(question.grain), 'time'];
  const dimensions = keys.map(({ text }) => text);
  const metrics = question.metrics.map(({ name }) => name);
  const columns = [...(level === null ? [] : level.slice(1, 2)), ...dimensions, ...metrics];
  const rows: ExpectedRow[] = [];
  const places = new Map<string, Span>();
  let sound = true;
  for (const row of table.rows) {
    const place = placeOf(row, table.span);
    const textAt = (name: string): ScalarNode | null | undefined => cellOf(row, name)?.value;
    for (const { column } of row) {
      if (columns.includes(column.text) || level?.includes(column.text) === true) continue;
      scope.report(unknownColumn(column, columns));
      sound = false;
    }
    const bucketCell = row.find(({ column }) => level?.includes(column.text) === true);
    if (level !== null && (bucketCell?.value ?? null) === null) {
      scope.report(missingColumn(level[1] ?? 'time', place));
      sound = false;
    }
    for (const name of dimensions) {
      if (textAt(name) !== undefined) continue;
      scope.report(missingColumn(name, place));
      sound = false;
    }
    const cells = question.metrics.map((asked) => {
      const node = textAt(asked.name);
      if (node === undefined) return null;
      const read = readExpected(scope.graph, node, null, asked, scope.parameters);
      read.diagnostics.forEach(scope.report);
      if (read.value === null) sound = false;
      return read.value;
    });
    const expected: ExpectedRow = {
      place,
      bucket: level === null ? null : (bucketCell?.value?.text ?? null),
      keys: dimensions.map((name) => textAt(name)?.text ?? null),
      cells,
    };
    const id = JSON.stringify([expected.bucket, expected.keys]);
    const first = places.get(id);
    if (first !== undefined && sound) {
      scope.report(sameRow(place, first));
      sound = false;
    }
    places.set(id, place);
    rows.push(expected);
  }
  return sound ? { kind: 'table', place: span, asks, question, rows } : null;
}

function cellOf(row: readonly TableCellDef[], name: string): TableCellDef | undefined {
  return row.find(({ column }) => column.text === name);
}

function placeOf(row: readonly TableCellDef[], table: Span): Span {
  const [first] = row;
  const last = row.at(-1);
  if (first === undefined || last === undefined) return table;
  return { ...first.column.span, end: last.value?.span.end ?? last.column.span.end };
}
