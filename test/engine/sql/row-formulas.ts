// Helper: formulas over rows with edge values in every column, computed by DuckDB and by the reference.
import { parseProject, type FieldTyped, type Graph } from '@sextant/parser';
import type { DuckDbExecutor } from '../../../packages/engine/src/execute/duckdb-executor.js';
import { prepareRows } from '../../../packages/engine/src/execute/prepare-rows.js';
import { pointOfDay } from '../../../packages/engine/src/calendar/window.js';
import { calendarOf } from '../../../packages/engine/src/question/check-question.js';
import { rowsFromTexts } from '../../../packages/engine/src/reference/rows.js';
import { makeWorld } from '../../../packages/engine/src/reference/world.js';
import { fieldSql } from '../../../packages/engine/src/sql/row/compile-row.js';
import { referenceJoins } from '../../../packages/engine/src/sql/row/join-reference.js';
import { makeAliases, makeRowPaths } from '../../../packages/engine/src/sql/row/row-paths.js';
import { keySql } from '../../../packages/engine/src/sql/row/source.js';
import { valueRead } from '../../../packages/engine/src/sql/leaf/leaf-cells.js';
import { readColumn } from '../../../packages/engine/src/sql/read/read-value.js';
import { isSqlRefusal, type SqlWorld } from '../../../packages/engine/src/sql/sql-world.js';
import { quoteName } from '../../../packages/engine/src/sql/dialect-duckdb.js';
import type { Value } from '../../../packages/engine/src/value/value.js';

const FIELDS = `
datasets:
  t:
    from: t.csv
    key: id
    time: none
    fields:
      id: integer
      a: { type: decimal(2), optional: true }
      b: { type: decimal(3), optional: true }
      i: { type: integer, optional: true }
      j: { type: integer, optional: true }
      x: { type: text, optional: true }
      y: { type: text, optional: true }
      d: { type: date, optional: true }
      e: { type: date, optional: true }
      p: { type: timestamp, optional: true }
      q: { type: timestamp, optional: true }
      w: { type: datetime, optional: true }
      v: { type: datetime, optional: true }
      o: { type: boolean, optional: true }
      f: { type: float, optional: true }
      g: { type: float, optional: true }
`;

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  a: [
    '',
    '0',
    '0.01',
    '-0.01',
    '1.00',
    '2.50',
    '-2.50',
    '3.50',
    '0.05',
    '-0.05',
    '12345678.99',
    '-7.75',
    '100.00',
    '99999999999999.99',
  ],
  b: ['', '0', '1.000', '0.125', '-0.125', '0.375', '2.675', '-3.000', '0.001', '1000000.005', '-0.500'],
  i: ['', '0', '1', '-1', '2', '7', '-7', '25', '35', '1000000', '9007199254740993'],
  j: ['', '0', '1', '3', '-3', '2', '10', '-4', '6'],
  x: ['', 'a', 'A', 'abc', '  ab ', 'Straße', 'İß', '😀b', 'a%b_c', "it's", '2024-02-29', '12.50', 'true', 'ǅ'],
  y: ['', 'a', 'b', 'B', '%', 'a%', '_b', '😀', 'ab', "'", 'z'],
  d: [
    '',
    '2024-02-29',
    '2024-01-31',
    '2023-12-31',
    '2024-12-30',
    '2021-01-03',
    '1969-12-31',
    '0001-01-01',
    '9999-12-31',
    '2024-03-31',
  ],
  e: ['', '2024-03-01', '2024-02-29', '2025-01-01', '1970-01-05', '2020-12-28', '2000-02-01', '0001-02-03'],
  p: [
    '',
    '2024-03-31T00:59:59.999999Z',
    '2024-03-31T01:00:00Z',
    '2024-10-27T00:30:00Z',
    '2024-10-27T01:30:00Z',
    '2023-12-31T23:30:00Z',
    '1970-01-01T00:00:00Z',
    '1950-06-15T12:34:56.789Z',
    '2099-07-01T22:30:00Z',
  ],
  q: [
    '',
    '2024-03-31T02:00:00Z',
    '2024-10-27T02:00:00Z',
    '2024-01-01T00:00:00Z',
    '2024-02-29T23:30:00Z',
    '1969-12-31T22:00:00Z',
  ],
  w: ['', '2024-03-31T02:30:00', '2024-10-27T02:30:00', '2023-12-31T23:59:59.5', '1969-12-31T23:00:00'],
  v: ['', '2024-02-29T00:00:00', '2025-06-30T12:00:00.000001', '1969-07-20T20:17:40'],
  o: ['', 'true', 'false'],
  f: ['', '0', '1.5', '-2.25', '0.1', '1e10', '-1e-3'],
  g: ['', '0', '2', '-0.5', '0.3', '1e-5'],
};

/** Rows in which neighbouring values of every two columns meet in many ways, always the same. */
function edgeRows(count: number, zone: string): readonly Readonly<Record<string, string>>[] {
  return Array.from({ length: count }, (_, row) => {
    const cells = Object.entries(COLUMNS).map(([name, values], column) => {
      const step = Math.imul(row + 1, 2654435761 + column * 40503) >>> 0;
      return [name, known(values[(row < values.length ? row : step >>> 7) % values.length] ?? '', zone)];
    });
    return { id: String(row), ...Object.fromEntries(cells) } as Record<string, string>;
  });
}

/** Zones are known from 1900 to 2099; statements with other times in a zone fail, and the reference takes over. */
function known(text: string, zone: string): string {
  return zone !== 'UTC' && /^(0001|9999)-/.test(text) ? '' : text;
}

export interface Compared {
  readonly formula: string;
  /** Why there is no SQL; null where there is. */
  readonly refused: string | null;
  readonly rows: readonly {
    readonly row: Readonly<Record<string, string>>;
    readonly sql: Value;
    readonly reference: Value;
  }[];
}

export async function compareFormulas(
  executor: DuckDbExecutor,
  formulas: readonly string[],
  zone: string,
): Promise<readonly Compared[]> {
  const fields = formulas.map((formula, i) => `      r${i}: { formula: ${JSON.stringify(formula)} }\n`).join('');
  const { value: graph, diagnostics } = parseProject([
    {
      path: 'kpi.project.yaml',
      text: `project: p\ncalendar: { timezone: ${zone}, week_starts: sunday, fiscal_year_starts: february }\n`,
    },
    { path: 'a.kpi.yaml', text: `${FIELDS}${fields}` },
  ]);
  const errors = diagnostics.filter((one) => one.severity === 'error' && one.code !== 'KPI4012');
  if (errors.length > 0)
    throw new Error(errors.map((one) => `${one.code} ${one.message} ${JSON.stringify(one.span)}`).join('\n'));
  const texts = new Map([['t', edgeRows(150, zone)]]);
  const prepared = await prepareRows(executor, graph, texts);
  if (prepared.diagnostics.length > 0) throw new Error(prepared.diagnostics.map((one) => one.message).join('\n'));
  const asOfDay = 40_000;
  const reference = makeWorld(graph, { asOfDay, parameters: new Map() }, rowsFromTexts(graph, texts).value);
  const world: SqlWorld = {
    graph,
    parameters: new Map(),
    calendar: calendarOf(graph),
    relation: (dataset) => `"data".${quoteName(dataset)}`,
    decimalWidths: new Map([
      ['t.a', 18],
      ['t.b', 18],
    ]),
  };
  const compared: Compared[] = [];
  for (const [i, formula] of formulas.entries()) {
    const field = fieldOf(graph, `r${i}`);
    const wanted = reference.reader.rows('t').map((row) => reference.reader.value(field, { dataset: 't', row }));
    let got: readonly Value[] | null = null;
    let refused: string | null = null;
    try {
      got = await sqlValues(executor, field, world, pointOfDay(asOfDay, zone));
    } catch (thrown) {
      if (!isSqlRefusal(thrown))
        throw thrown instanceof Error
          ? new Error(`${formula}: ${thrown.message}`)
          : new Error(`${formula}: ${JSON.stringify(thrown)}`);
      refused = thrown.reason;
    }
    const rows = texts.get('t') ?? [];
    const values = got;
    compared.push({
      formula,
      refused,
      rows:
        values === null
          ? []
          : rows.flatMap((row, at) => {
              const [sql, expected] = [values[at], wanted[at]];
              return sql === undefined || expected === undefined ? [] : [{ row, sql, reference: expected }];
            }),
    });
  }
  return compared;
}

function fieldOf(graph: Graph, name: string): FieldTyped {
  const field = graph.datasets.get('t')?.fields.get(name);
  if (field === undefined) throw new Error(`no field ${name}`);
  return {
    kind: 'field',
    base: 't',
    path: [],
    dataset: 't',
    field: name,
    type: field.type,
    range: { start: 0, end: 0 },
  };
}

async function sqlValues(
  executor: DuckDbExecutor,
  field: FieldTyped,
  world: SqlWorld,
  asOf: ReturnType<typeof pointOfDay>,
): Promise<readonly Value[]> {
  const paths = makeRowPaths('t', makeAliases(), referenceJoins(world, asOf));
  const value = fieldSql(field, { world, asOf, base: 't', prefix: [], paths, parent: null });
  const { value: kept, columns } = keySql(value);
  const table = await executor.query(
    `SELECT ${columns.join(', ')} FROM ${['"data"."t" AS "t"', ...paths.joins()].join(' ')} ORDER BY "t"."id"`,
  );
  return readColumn(valueRead(kept, 0, columns.length > 1 ? 1 : null), table);
}
