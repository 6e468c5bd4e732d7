// A draft for a file of somebody: it has no problem, the rows of the file fit it, and it says what an analyst would have said.
import { draftDataset, openRows, type Draft, type GivenFile } from '@sextant/engine/browser';
import { formatFile, parseProject } from '@sextant/parser';
import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examples, filesOf } from '../../examples/example-files.js';
import { gzip, openEngine, temporaryFolder } from '../execute/project.js';

const file = (name: string, content: string | Uint8Array): GivenFile => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});

async function drafted(given: GivenFile, options: Parameters<typeof draftDataset>[1] = {}): Promise<Draft> {
  const read = await draftDataset(given, options);
  if (read.kind === 'problem') throw new Error(read.why);
  return read.draft;
}

/** Nothing is said of the definition, nothing of the rows, and the formatter leaves it as it is. */
async function expectClean(given: GivenFile): Promise<Draft> {
  const draft = await drafted(given);
  const path = 'draft.kpi.yaml';
  const { value: graph, diagnostics } = parseProject([
    { path: 'kpi.project.yaml', text: 'project: t\n' },
    { path, text: draft.yaml },
  ]);
  expect(diagnostics, draft.yaml).toEqual([]);
  const opened = await openRows(graph, new Map([[draft.name, [given]]]));
  expect(opened.diagnostics, draft.yaml).toEqual([]);
  expect(opened.value?.get(draft.name)?.length).toBe(draft.rows);
  expect(formatFile({ path, text: draft.yaml }).value).toBe(draft.yaml);
  return draft;
}

const ORDERS = `Order ID,Order Date,ordered_at,shipped,channel,Zip,amount,quantity,paid,weight,note,end,Größe
o-1,2026-03-01,2026-03-01T10:00:00Z,2026-03-02 08:30,web,01067,10.10,1,true,1e-3,,a,x
o-2,2026-03-01,2026-03-01T11:00:00+01:00,,store,80331,9,2,FALSE,2.5,"hello, you",b,y
o-3,2026-03-02,2026-03-02T10:00:00Z,2026-03-04 09:00,web,50667,0.5,10,true,3,,c,z
o-4,2026-03-03,2026-03-02T11:00:00Z,,web,20095,1234567.89,7,true,4,,d,x
o-5,2026-03-04,2026-03-03T10:00:00Z,,store,10115,3.3,-1,true,5,,e,w
o-6,2026-03-05,2026-03-03T11:00:00Z,,store,10115,3.30,0,true,6,,f,v
`;

describe('a CSV file', () => {
  it('with everything in it', async () => {
    const draft = await expectClean(file('in/Orders 2026.csv', ORDERS));
    expect(draft.yaml).toBe(`datasets:
  orders_2026:
    from: Orders 2026.csv
    key: order_id
    time: order_date
    fields:
      order_id: { type: text, column: Order ID }
      order_date: { type: date, column: Order Date }
      ordered_at: timestamp
      shipped: { type: datetime, optional: true }
      channel: { type: text, values: [store, web] }
      Zip: text
      amount: decimal(2)
      quantity: integer
      paid: boolean
      weight: float
      note: { type: text, optional: true }
      end_: { type: text, column: end }
      grosse: { type: text, column: "Größe" }
`);
    expect(draft.columns.find(({ column }) => column === 'amount')).toEqual({
      column: 'amount',
      field: 'amount',
      type: 'decimal(2)',
      sample: '10.10',
    });
  });

  it.each([
    ['orders.csv', 'id;amount\n1;1,50\n2;2\n', '{ path: orders.csv, delimiter: ";" }'],
    ['orders.csv', 'id\tamount\n1\t1.50\n', '{ path: orders.csv, delimiter: "\\t" }'],
    ['orders.tsv', 'id\tamount\n1\t1.50\n', 'orders.tsv'],
    ['orders.csv.gz', gzip('id,amount\n1,1.50\n'), 'orders.csv.gz'],
  ])('%s: %j', async (name, content, from) => {
    const { yaml } = await expectClean(file(name, content));
    expect(yaml).toContain(`  orders:\n    from: ${from}\n    one: order\n    key: id\n    time: none\n`);
  });

  it('takes names that are free, a path, and a zone for wall clocks', async () => {
    const { name, yaml } = await drafted(file('orders.csv', 'at\n2026-01-01 10:00\n'), {
      taken: ['Orders', 'orders_2'],
      from: 'uploads/orders.csv',
      timezone: 'Europe/Berlin',
    });
    expect(name).toBe('orders_3');
    expect(yaml).toContain('from: uploads/orders.csv');
    expect(yaml).toContain('time: at_\n    timezone: Europe/Berlin\n');
  });

  it.each([
    ['', 'it is empty'],
    ['a,b\n1\n', 'line 2: Expected Number of Columns: 2 Found: 1'],
    ['a,b\n1,2,\n', 'line 2 has 3 values, and the header names 2 columns'],
    ['a,a\n1,2\n', 'it has no column that can be read'],
  ])('%j cannot be drafted', async (content, why) => {
    expect(await draftDataset(file('t.csv', content))).toEqual({ kind: 'problem', why });
    expect((await draftDataset(file('t.xlsx', content))).kind).toBe('problem');
  });

  it('columns that no definition can name are left out, with a word about it', async () => {
    const { yaml, columns } = await expectClean(file('t.csv', 'a,,b,b,"c\nd"\n1,2,3,4,5\n'));
    expect(yaml).toContain('# left out: b (its name stands twice)\n');
    expect(columns.map(({ field }) => field)).toEqual(['a', null, null, null]);
  });
});

describe('types', () => {
  const typeOf = async (...texts: readonly string[]): Promise<string | undefined> => {
    const text = `k,v\n${texts.map((value, i) => `${i},${value}\n`).join('')}`;
    return (await expectClean(file('t.csv', text))).columns[1]?.type;
  };

  it.each([
    ['integer', ['0', '-7', '999999999999999999']],
    ['text', ['9999999999999999999']],
    ['text', ['007', '12']],
    ['text', ['+5']],
    ['decimal(3)', ['1.125', '2', '-0.5']],
    ['float', ['1.1234567890123']],
    ['float', ['1e5', '2']],
    ['boolean', ['true', 'False']],
    ['text', ['true', '1']],
    ['date', ['2026-02-28']],
    ['text', ['2026-02-30']],
    ['datetime', ['2026-02-28 10:00', '2026-02-28T10:00:00.5']],
    ['timestamp', ['2026-02-28T10:00Z', '2026-02-28 10:00:00+02:00']],
    ['text', ['2026-02-28T10:00Z', '2026-02-28 10:00:00']],
    ['text', ['', '']],
    ['integer', ['', '1']],
    ['text', ['nan']],
    ['text', ['1,5', '2']],
  ])('%s: %j', async (type, texts) => {
    expect(await typeOf(...texts.map((text) => (text.includes(',') ? `"${text}"` : text)))).toBe(type);
  });
});

describe('JSON', () => {
  it('keys of all objects, numbers as they are written, what is nested left out', async () => {
    const text = '[{"id":1,"price":10.10,"tags":["a"]},{"id":2,"when":"2026-01-01","price":0.5,"note":""}]';
    const { yaml, columns } = await expectClean(file('items.json', text));
    expect(columns.map(({ column, type }) => `${column} ${type}`)).toEqual([
      'id integer',
      'price decimal(2)',
      'tags values in values',
      'when date',
      'note text',
    ]);
    expect(yaml).toContain('when_: { type: date, column: when, optional: true }');
    await expectClean(file('items.ndjson', '{"id":1,"n":"5"}\n{"id":2,"n":""}\n'));
    await expectClean(file('items.json', '[{"a":null}]'));
    expect((await draftDataset(file('items.json', '[]'))).kind).toBe('problem');
  });
});

it('Parquet has types of its own', async () => {
  const folder = await temporaryFolder();
  const executor = await openEngine();
  await executor.run(`COPY (SELECT i AS id, (i * 1.5)::DOUBLE AS price, i::DECIMAL(10,3) AS exact, (1.0 / (i + 3))::DOUBLE AS rough,
    DATE '2026-01-01' + i::INTEGER AS "on", make_timestamptz(i * 1000000) AS moment, TIMESTAMP '2026-01-01 10:00:00' AS clock,
    i % 2 = 0 AS even, 'v' || (i % 2) AS kind, [i] AS list, TIME '10:00:00' AS hour, NULL::VARCHAR AS nothing
    FROM range(10) r(i)) TO '${join(folder, 'sales.parquet')}' (FORMAT parquet, COMPRESSION zstd)`);
  const { columns, yaml } = await expectClean(file('sales.parquet', await readFile(join(folder, 'sales.parquet'))));
  expect(columns.map(({ column, type }) => `${column} ${type}`)).toEqual([
    'id integer',
    'price decimal(1)',
    'exact decimal(3)',
    'rough float',
    'on date',
    'moment timestamp',
    'clock datetime',
    'even boolean',
    'kind text',
    'list LIST',
    'hour TIME',
    'nothing text',
  ]);
  expect(yaml).toContain('kind: { type: text, values: [v0, v1] }');
});

it('every table of the example has a draft', async () => {
  const data = join(examples, 'trailhead/data');
  const paths = [...filesOf(data, './*.csv'), ...filesOf(data, 'sessions/*.csv')];
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) await expectClean(file(path, await readFile(join(data, path))));
});

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'true',
    'false',
    '1',
    '01',
    '-0',
    '1.50',
    '1e3',
    '2026-01-01',
    '2026-01-01 10:00',
    'null',
    '~',
    'yes',
  ),
  fc.constantFrom(
    '2026-01-01T10:00Z',
    '- x',
    '{a',
    'a: b',
    "it's",
    '"q"',
    '#c',
    'a\nb',
    ' a ',
    '\\',
    '%',
    'ä',
    '\u{1F600}',
    ',',
  ),
);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const nameCell = fc.oneof(
  fc.constantFrom(
    'id',
    'Id',
    'when',
    'true',
    'Order Date',
    'a.b',
    'a"b',
    '1st',
    '',
    ' x',
    'ß',
    '#',
    'a: b',
    "it's",
    '{x}',
    '\u{1F600}',
  ),
  fc.string({ maxLength: 6 }),
);

it('any file of texts has a clean draft', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(nameCell, { minLength: 1, maxLength: 4 })
        .chain((names) =>
          fc.tuple(
            fc.constant(names),
            fc.array(fc.array(cell, { minLength: names.length, maxLength: names.length }), { maxLength: 8 }),
          ),
        ),
      async ([names, rows]) => {
        const text = [names, ...rows].map((line) => `${line.map(quoted).join(',')}\n`).join('');
        const given = file('t.csv', text);
        const read = await draftDataset(given);
        if (read.kind === 'draft') await expectClean(given);
      },
    ),
    { numRuns: 300, seed: 11 },
  );
});
