// Tests as examples: the rows that they give, and what must come out.
import type { ExpectationDef, GivenDef, Graph, TestDef } from '@sextant/parser';
import type { Example, Table } from '../model/handbook.js';

const ROWS_SHOWN = 12;

/** The tests that expect a value of the metric. */
export function examplesOf(graph: Graph, metric: string): readonly Example[] {
  return [...graph.tests.values()].flatMap((test) => {
    const expected = test.expect.flatMap((expectation) => expectedOf(expectation, metric));
    return expected.length === 0 ? [] : [{ name: test.name.text, given: tablesOf(test), expected }];
  });
}

function expectedOf(expectation: ExpectationDef, metric: string): Example['expected'] {
  const { over, where, by, value, reason, table, keys, grain } = expectation;
  if (expectation.metric?.text === metric && value !== null) {
    const context = [
      ...(over === null ? [] : [over.text]),
      ...by.map(({ dimension, value: group }) => `${dimension.text} = ${group?.text ?? 'no value'}`),
      ...(where === null ? [] : [`where ${where.text.trim()}`]),
    ];
    const why = reason === null ? '' : ` (${reason.text.replaceAll('_', ' ')})`;
    return [{ of: context.join(', '), value: `${value.text.trim()}${why}` }];
  }
  if (table === null) return [];
  const contextKeys = new Set([...keys.map(({ text }) => text), ...(grain === null ? [] : [grain.text])]);
  return table.rows.flatMap((row) => {
    const cell = row.find(({ column }) => column.text === metric);
    if (cell === undefined || cell.value === null) return [];
    const context = row
      .filter(({ column }) => contextKeys.has(column.text))
      .map(({ column, value: of }) =>
        column.text === grain?.text ? (of?.text ?? '') : `${column.text} = ${of?.text ?? 'no value'}`,
      );
    return [{ of: [...(over === null ? [] : [over.text]), ...context].join(', '), value: cell.value.text.trim() }];
  });
}

function tablesOf({ given }: TestDef): readonly Table[] {
  return given.map(tableOf);
}

function tableOf({ dataset, source }: GivenDef): Table {
  if (source.kind === 'file')
    return { title: `${dataset.text}, from ${source.path.text}`, columns: [], rows: [], more: 0 };
  const columns = [...new Set(source.rows.flatMap((row) => row.map(({ field }) => field.text)))];
  const rows = source.rows.slice(0, ROWS_SHOWN).map((row) => {
    const cells = new Map(row.map(({ field, value }) => [field.text, value?.text ?? '']));
    return columns.map((column) => cells.get(column) ?? '');
  });
  return { title: dataset.text, columns, rows, more: source.rows.length - rows.length };
}
