// What passes the database's 38 digits is computed from the rows: the answer is exact, never an error and never a wrapped number.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askChecked, checkQuestion, openDuckDb, prepareRows, sessionOver, type DuckDbExecutor } from '@sextant/engine';
import { parseProject } from '@sextant/parser';

let executor: DuckDbExecutor;
beforeAll(async () => {
  executor = await openDuckDb({ threads: 1 });
});
afterAll(() => executor.close());

test('a product of more than 38 digits', async () => {
  const { value: graph } = parseProject([
    {
      path: 'x.kpi.yaml',
      text: `
datasets:
  numbers:
    from: numbers.csv
    time: none
    fields: { a: decimal(2), b: decimal(2), c: decimal(2) }
metrics:
  product: sum(numbers.a * numbers.b * numbers.c)
`,
    },
  ]);
  const big = '9999999999999999.99';
  const prepared = await prepareRows(
    executor,
    graph,
    new Map([
      [
        'numbers',
        [
          { a: big, b: big, c: big },
          { a: '1', b: '1', c: '0.01' },
        ],
      ],
    ]),
  );
  const question = checkQuestion(graph, { metrics: ['product'], asOf: '2026-01-01' }).value;
  if (question === null) throw new Error('not a question');
  const asked = await askChecked(await sessionOver(graph, executor, prepared.value), question);
  const cube = 999999999999999999n ** 3n + 10000n;
  expect(asked.value?.rows[0]?.cells[0]?.value).toBe(
    `${cube / 1000000n}.${String(cube % 1000000n).padStart(6, '0')}`.replace(/0+$/, ''),
  );
});
