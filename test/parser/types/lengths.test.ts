// Lengths of windows that a parameter says.
import { expect, test } from 'vitest';
import { lengthParameters, wordsOf } from '@sextant/parser';
import { formulas, parse, words } from '../expect-diagnostics.js';

const project = (formula: string): Readonly<Record<string, string>> => ({
  'kpi.project.yaml': 'project: p\n',
  'a.kpi.yaml': `datasets:
  orders:
    from: o.csv
    key: id
    time: day
    fields: { id: text, day: date, customer: text, term: integer day, n: integer }
parameters:
  lookback: 28 days
  again: lookback
  shift: 36 hours
  rate: 10%
  waiting: 90 minutes
  half: 0.5 days
  none: 0 days
  computed: 4 * 7 days
  weekly: 1 week
metrics:
  total: sum(orders.n)
  x: { formula: ${JSON.stringify(formula)}, description: X. }
`,
});
const asX = {
  project,
  type: (graph: ReturnType<typeof parse>['graph']) => graph.metrics.get('x')?.formula.type ?? expect.unreachable(),
};

formulas(
  'a parameter where a length stands',
  asX,
  `
  rolling(total, lookback) : integer
  rolling(total, again) : integer
  prior(total, weekly) : integer
  change(total, shift) : integer
  growth(total, weekly, full) : exact quotient
  conversion(orders to orders by customer within lookback) : exact quotient
  retention(orders by customer at weekly) : exact quotient
  max(date_add(orders.day, lookback)) : date
  rolling(total, rate) ! KPI3001 @ rate
  rolling(total, waiting) ! KPI3001 @ waiting
  rolling(total, half) ! KPI3001 @ half
  rolling(total, none) ! KPI3001 @ none
  rolling(total, computed) ! KPI3001 @ computed
  rolling(total, total) ! KPI3001 @ total
  rolling(total, lookbak) ! KPI3001 @ lookbak
  max(date_add(orders.day, term)) ! KPI3001 @ term
  `,
);

test('the tree holds the length and where it comes from', () => {
  const { graph } = parse(project('rolling(total, again)'));
  expect(graph.metrics.get('x')?.formula).toMatchObject({
    op: { kind: 'rolling', span: { amount: 28, level: 'day', parameter: 'again' } },
  });
  expect(graph.edges).toContainEqual({ from: 'metric:x', kind: 'uses', to: 'parameter:again' });
  expect([...lengthParameters(graph)]).toEqual(['again', 'lookback']);
});

test('it is said as it is', () => {
  const { graph } = parse(project('rolling(total, lookback)'));
  const metric = graph.metrics.get('x') ?? expect.unreachable();
  expect(wordsOf(graph, metric.formula)).toContain('28 days');
});

test('a parameter that is no length', () => {
  expect(words(project('rolling(total, rate)'))).toContain(
    '? give it a whole number of hours, days or weeks: `rate: 28 days`',
  );
});
