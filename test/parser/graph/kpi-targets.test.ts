// `target(kpi)` has the unit of what the KPI measures, in whatever order the two are written.
import { expect, test } from 'vitest';
import { parseProject, showUnit } from '@sextant/parser';

const project = (metrics: string, measured: string, target = '100 EUR') =>
  parseProject([
    { path: 'kpi.project.yaml', text: 'project: p\n' },
    {
      path: 'x.kpi.yaml',
      text: `
datasets:
  orders: { from: orders.csv, key: order_id, time: day, fields: { order_id: text, day: date, amount: decimal(2) EUR } }
owners: { sales: { kind: team } }
goals: { grow: { title: Grow, owner: sales } }
kpis:
  k: { ${measured}, goal: grow, owner: sales, direction: up, baseline: 0, every: month, target: ${target} }
metrics:
${metrics}
`,
    },
  ]);

const unitOf = (outcome: ReturnType<typeof project>, metric: string): string => {
  expect(outcome.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return showUnit(outcome.value.metrics.get(metric)?.type.unit ?? []);
};

test('of a metric that is defined later', () => {
  expect(unitOf(project('  gap: target(k) * 2\n  revenue: sum(orders.amount)', 'metric: revenue'), 'gap')).toBe('EUR');
});

test('of a formula of its own', () => {
  const outcome = project(
    '  gap: target(k) * 2\n  revenue: sum(orders.amount)',
    'formula: revenue / count(orders)',
    '100 EUR/orders',
  );
  expect(unitOf(outcome, 'gap')).toBe('EUR/orders');
});

test('a KPI that measures its own target is on a cycle', () => {
  expect(
    project('  revenue: sum(orders.amount)', 'formula: revenue - target(k)').diagnostics.map(({ code }) => code),
  ).toContain('KPI5001');
  expect(project('  gap: sum(orders.amount) - target(k)', 'metric: gap').diagnostics.map(({ code }) => code)).toContain(
    'KPI5001',
  );
});
