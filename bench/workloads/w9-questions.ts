// The questions of W9: windows that move, distinct counts in them, `per` and a result of many groups. The SQL stands in
// plain-sql/ and best-sql/ under the question's name.
import type { TableShape } from '../harness/result-table.js';
import type { SextantQuestion } from '../subjects/sextant.js';
import { QUESTIONS, SEXTANT_METRICS } from './w5-questions.js';

export interface ContextQuestion {
  readonly name: string;
  readonly shape: TableShape;
  readonly sextant: SextantQuestion;
  /** A plain text that takes minutes at reported sizes is compared with at small ones only. */
  readonly plainUpTo?: number;
}

const TWENTY = QUESTIONS.find(({ name }) => name === 'm20')?.sextant.metrics ?? [];

export const CONTEXT_METRICS: readonly (readonly [string, string])[] = [
  ...SEXTANT_METRICS,
  ...TWENTY.flatMap((name): readonly (readonly [string, string])[] => [
    [`${name}_prior`, `prior(${name}, 1 month)`],
    [`${name}_growth`, `growth(${name}, 1 year)`],
    [`${name}_28d`, `rolling(${name}, 28 days)`],
  ]),
  ['customers_28d', 'rolling(customers, 28 days)'],
  ['repeat_customers', 'count(per customers.customer_id where orders_all >= 2)'],
  ['gross_per_customer', 'avg(gross_all per customers.customer_id)'],
];

const AS_OF = { asOf: '2026-01-31' } as const;
/** From the first day on which 28 days of history lie behind. */
const DAYS = { grain: 'day', from: '2023-02-01', to: '2025-12-31', ...AS_OF } as const;

export const CONTEXT_QUESTIONS: readonly ContextQuestion[] = [
  {
    name: 'growth-monthly',
    shape: {
      columns: [
        { name: 'month', kind: 'month' },
        ...TWENTY.flatMap((name) => [
          { name, kind: 'exact' as const },
          { name: `${name}_prior`, kind: 'exact' as const },
          { name: `${name}_growth`, kind: 'float' as const },
        ]),
      ],
    },
    sextant: {
      metrics: TWENTY.flatMap((name) => [name, `${name}_prior`, `${name}_growth`]),
      grain: 'month',
      from: '2023-01',
      to: '2025-12',
      ...AS_OF,
    },
  },
  {
    name: 'rolling-28d',
    shape: { columns: [{ name: 'day', kind: 'day' }, ...TWENTY.map((name) => ({ name, kind: 'exact' as const }))] },
    sextant: { metrics: TWENTY.map((name) => `${name}_28d`), ...DAYS },
  },
  {
    name: 'rolling-distinct',
    shape: {
      columns: [
        { name: 'day', kind: 'day' },
        { name: 'customers', kind: 'exact' },
      ],
    },
    sextant: { metrics: ['customers_28d'], ...DAYS },
    plainUpTo: 800_000,
  },
  {
    name: 'per-customer',
    shape: {
      columns: [
        { name: 'repeat_customers', kind: 'exact' },
        { name: 'gross_per_customer', kind: 'float' },
      ],
    },
    sextant: { metrics: ['repeat_customers', 'gross_per_customer'], ...AS_OF },
  },
  {
    name: 'million-groups',
    shape: {
      columns: [
        { name: 'customer_id', kind: 'key' },
        { name: 'gross_all', kind: 'exact' },
        { name: 'orders_all', kind: 'exact' },
      ],
    },
    sextant: { metrics: ['gross_all', 'orders_all'], by: ['customers.customer_id'], ...AS_OF },
  },
];
