// The rows of an answer over tables made by hand: which there are, in which order, and what is left out.
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../packages/engine/src/calendar/civil.js';
import { pointOfDay } from '../../../packages/engine/src/calendar/window.js';
import type { LeafColumns } from '../../../packages/engine/src/plan/leaf-table.js';
import { planQuestion } from '../../../packages/engine/src/plan/plan-question.js';
import type { Plan } from '../../../packages/engine/src/plan/plan.js';
import type { Question } from '../../../packages/engine/src/question/question.js';
import { answer } from '../../../packages/engine/src/rows/answer.js';
import { NO_FACTS } from '../../../packages/engine/src/plan/facts.js';
import { checked, shop } from '../plan/shop.js';
import { madeTable, packed, values, type Short, type TableOf } from './tables.js';

const graph = shop();
const history = new Map([['orders', pointOfDay(dayOf(2024, 1, 1), 'Europe/Berlin')]]);

type Rows = Omit<TableOf, 'leaves'> & { readonly values: readonly (readonly (number | null)[])[] };

/** The rows of the answer; the tables are those of the plan's scans, their values in the order of the scan's leaves. */
function rows(question: Omit<Question, 'asOf'>, tables: readonly Rows[], form = values): readonly string[] {
  const asked = checked(graph, { asOf: '2026-03-15', ...question });
  const planning = planQuestion(graph, asked, { ...NO_FACTS, history });
  if (planning.kind !== 'plan') throw new Error(planning.kind);
  const { rows: found } = answer(graph, asked, planning.plan, filled(planning.plan, tables, form));
  return found.map(({ bucket, keys, cells }) =>
    [
      ...(bucket === null ? [] : [bucket.label]),
      ...keys.map((key) => key ?? '-'),
      ...cells.map(({ value, reason, complete }) => `${value ?? reason}${complete ? '' : ' so far'}`),
    ].join(' '),
  );
}

function filled(plan: Plan, tables: readonly Rows[], form: typeof values): ReadonlyMap<number, LeafColumns> {
  return new Map(
    plan.scans.map((scan, i) => {
      const { values: columns, ...rest } = tables[i] ?? { keys: [], values: [] };
      const leaves = scan.leaves.map(({ id, fn }, at) => [id, { fn, values: form(columns[at] ?? []) }] as const);
      return [scan.id, madeTable({ ...rest, leaves: Object.fromEntries(leaves) })];
    }),
  );
}

const BY_CHANNEL = { keys: [['web', 'app', null, 'phone']], values: [[300, 100, 50, 200]] } as const;

describe.each([
  ['values', values],
  ['packed numbers', (list: readonly Short[]) => packed(list.map((one) => (typeof one === 'number' ? one : null)))],
] as const)('over %s', (_, form) => {
  const by = (question: Partial<Question>): readonly string[] =>
    rows({ metrics: ['revenue'], by: ['channel'], ...question }, [BY_CHANNEL], form as typeof values);

  it('groups stand in the order of their text, the one without a value last', () => {
    expect(by({})).toEqual(['app 100', 'phone 200', 'web 300', '- 50']);
  });

  it('an order by a metric goes first, and the group without a value is in it', () => {
    expect(by({ order: ['revenue desc'] }).map((row) => row.split(' ')[0])).toEqual(['web', 'phone', 'app', '-']);
    expect(by({ order: ['revenue'] }).map((row) => row.split(' ')[0])).toEqual(['-', 'app', 'phone', 'web']);
  });

  it('an order by a key turns the texts round, and leaves no value last', () => {
    expect(by({ order: ['channel desc'] }).map((row) => row.split(' ')[0])).toEqual(['web', 'phone', 'app', '-']);
  });

  it('a limit is the first of them in that order', () => {
    expect(by({ order: ['revenue desc'], limit: 2 })).toEqual(['web 300', 'phone 200']);
  });

  it('a condition on results leaves rows out before the limit', () => {
    expect(by({ having: 'revenue < 300 EUR', order: ['revenue desc'], limit: 2 })).toEqual(['phone 200', 'app 100']);
  });

  it('a cell without a value is last, whichever way', () => {
    const table = { keys: [['a', 'b', 'c']], values: [[null, 2, 1]] } as const;
    const first = (order: string): readonly string[] =>
      rows({ metrics: ['revenue'], by: ['channel'], order: [order] }, [table], form as typeof values).map(
        (row) => row.split(' ')[0] ?? '',
      );
    expect(first('revenue')).toEqual(['c', 'b', 'a']);
    expect(first('revenue desc')).toEqual(['b', 'c', 'a']);
  });

  it('every bucket of the range is there; one after as_of is not due', () => {
    const table = { windows: [0, 2], windowCount: 3, keys: [], values: [[10, 30]] } as const;
    const monthly = { metrics: ['revenue'], grain: 'month', from: '2026-01', to: '2026-04' };
    expect(rows(monthly, [table], form as typeof values)).toEqual([
      '2026-01 10',
      '2026-02 no_rows',
      '2026-03 30 so far',
      '2026-04 not_due so far',
    ]);
  });

  it('buckets come before groups', () => {
    const table = { windows: [1, 0, 0], windowCount: 2, keys: [['app', 'web', 'app']], values: [[1, 2, 3]] } as const;
    const monthly = { metrics: ['revenue'], by: ['channel'], grain: 'month', from: '2026-01', to: '2026-02' };
    expect(rows(monthly, [table], form as typeof values)).toEqual(['2026-01 app 3', '2026-01 web 2', '2026-02 app 1']);
    expect(rows({ ...monthly, order: ['month desc'] }, [table], form as typeof values)[0]).toBe('2026-02 app 1');
  });
});

it('two facts have the groups of both', () => {
  const spend = { keys: [['tv', 'app']], values: [[40, 20]] } as const;
  expect(rows({ metrics: ['revenue', 'cost'], by: ['channel'] }, [BY_CHANNEL, spend])).toEqual([
    'app 100 20',
    'phone 200 0',
    'tv no_rows 40',
    'web 300 0',
    '- 50 0',
  ]);
});
