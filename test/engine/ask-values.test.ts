// Values of an answer before they are written, by the database and by the reference; whole buckets, and groups that are asked for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  askValues,
  checkQuestion,
  openDuckDb,
  prepareRows,
  sessionOver,
  type CheckedQuestion,
  type DuckDbExecutor,
  type Question,
  type ValueTable,
} from '@sextant/engine';
import { referenceValues } from '../../packages/engine/src/reference/evaluate-reference.js';
import { rowsFromTexts } from '../../packages/engine/src/reference/rows.js';
import { textOf } from '../../packages/engine/src/value/functions/cast.js';
import { textValue, type Value } from '../../packages/engine/src/value/value.js';
import { given } from './status/cards.js';

let executor: DuckDbExecutor;
beforeAll(async () => {
  executor = await openDuckDb({ threads: 1 });
});
afterAll(() => executor.close());

const shop = given(
  `
datasets:
  orders: { key: id, time: day, fields: { id: text, day: date, country: text, amount: integer } }
metrics:
  revenue: sum(orders.amount)
  placed: count(orders)
  mean: { formula: revenue / placed, decimals: 0 }
  last_year: prior(revenue, 1 year)
  length: days() / 1 day
`,
  {
    orders: `id,day,country,amount
      a,2024-01-10,DE,10
      b,2024-03-30,FR,30
      c,2025-01-05,DE,7
      d,2025-01-06,DE,8
      e,2025-02-20,IT,5`,
  },
);

async function bothWays(question: Question, change: Partial<CheckedQuestion> = {}): Promise<ValueTable> {
  const checked = checkQuestion(shop.graph, question).value;
  if (checked === null) throw new Error('refused');
  const asked = { ...checked, ...change };
  const prepared = await prepareRows(executor, shop.graph, shop.texts);
  const found = await askValues(await sessionOver(shop.graph, executor, prepared.value), asked);
  const computed = referenceValues(shop.graph, asked, rowsFromTexts(shop.graph, shop.texts).value);
  if (found.value === null) throw new Error('no answer');
  expect(lines(found.value)).toEqual(lines(computed));
  return found.value;
}

function lines(table: ValueTable): readonly string[] {
  const shown = (value: Value): string => (value.kind === 'none' ? `(${value.reason})` : textOf(value));
  return table.rows.map(({ bucket, keys, values, complete }) =>
    [bucket?.label ?? '', ...keys.map(shown), ...values.map(shown), complete ? '' : 'open'].join(' ').trim(),
  );
}

const entire = (question: Question, ...names: readonly string[]): Partial<CheckedQuestion> => {
  const metrics = checkQuestion(shop.graph, question).value?.metrics ?? [];
  return {
    metrics: metrics.map((metric) => (names.includes(metric.name) ? { ...metric, entire: true } : metric)),
  };
};

describe('values of an answer', () => {
  it('are not rounded', async () => {
    const table = await bothWays({
      metrics: ['mean'],
      grain: 'month',
      from: '2025-01',
      to: '2025-01',
      asOf: '2025-03-31',
    });
    expect(lines(table)).toEqual(['2025-01 7.5']);
  });

  it('of whole buckets are not clipped, and hide what is later all the same', async () => {
    const question = {
      metrics: ['revenue', 'last_year', 'length'],
      grain: 'quarter',
      from: '2025-Q1',
      to: '2025-Q2',
      asOf: '2025-01-31',
    };
    expect(lines(await bothWays(question))).toEqual([
      '2025-Q1 15 10 31 open',
      '2025-Q2 (not_due) (not_due) (not_due) open',
    ]);
    const whole = await bothWays(question, entire(question, 'revenue', 'last_year', 'length'));
    expect(lines(whole)).toEqual(['2025-Q1 15 40 90 open', '2025-Q2 (no_rows) (no_rows) 91 open']);
  });

  it('of whole buckets reach their own groups', async () => {
    const question = {
      metrics: ['revenue', 'last_year'],
      by: ['orders.country'],
      grain: 'quarter',
      from: '2025-Q1',
      to: '2025-Q1',
      asOf: '2025-01-31',
    };
    expect(lines(await bothWays(question))).toEqual(['2025-Q1 DE 15 10 open']);
    expect(lines(await bothWays(question, entire(question, 'last_year')))).toEqual([
      '2025-Q1 DE 15 10 open',
      '2025-Q1 FR (no_rows) 30 open',
    ]);
  });

  it('have the groups that are asked for at every time, each once', async () => {
    const question = {
      metrics: ['placed', 'revenue'],
      by: ['orders.country'],
      grain: 'month',
      from: '2025-01',
      to: '2025-02',
      asOf: '2025-03-31',
    };
    const groups = [[textValue('ES')], [textValue('DE')]];
    expect(lines(await bothWays(question, { groups }))).toEqual([
      '2025-01 DE 2 15',
      '2025-01 ES 0 (no_rows)',
      '2025-02 DE 0 (no_rows)',
      '2025-02 ES 0 (no_rows)',
      '2025-02 IT 1 5',
    ]);
  });
});
