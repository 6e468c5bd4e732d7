// What a report shows: narrowed to an owner or a goal, with the metrics behind it, reviews and departments.
import { expect, test } from 'vitest';
import { buildReportModel } from '../../../packages/engine/src/report/build-report-model.js';
import { exampleCard, exampleGraph } from './example-card.js';

const graph = exampleGraph();
const names = (parts: Parameters<typeof buildReportModel>[2]): readonly string[] =>
  buildReportModel(graph, exampleCard, parts).kpis.map(({ reading }) => reading.kpi);

test('KPIs stand in the order of the goals that they serve', () => {
  expect(names({})).toEqual([
    'revenue_fy27',
    'orders_monthly',
    'cac_fy27',
    'ad_budget_fy27',
    'nps_fy27',
    'reply_fy27',
    'refunds_fy27',
    'cancellations_fy27',
    'repeat_fy27',
  ]);
});

test('a team answers for what its roles and people do', () => {
  expect(names({ owner: 'marketing' })).toEqual(['cac_fy27', 'ad_budget_fy27', 'repeat_fy27']);
  expect(names({ owner: 'dana' })).toEqual(['ad_budget_fy27']);
  const { goals, scope, incentives } = buildReportModel(graph, exampleCard, { owner: 'dana' });
  expect(goals.map(({ reading }) => reading.goal)).toEqual(['company', 'efficient_growth']);
  expect(scope).toBe('what Dana Novak answers for');
  expect(incentives).toEqual([]);
});

test('a goal brings what is below it', () => {
  expect(names({ goal: 'more_sales' })).toEqual(['revenue_fy27', 'orders_monthly']);
  const { goals, counts, glossary } = buildReportModel(graph, exampleCard, { goal: 'more_sales' });
  expect(goals.map(({ reading }) => reading.goal)).toEqual(['more_sales']);
  expect(counts).toEqual(
    [
      { status: 'off_track', count: 1 },
      { status: 'at_risk', count: 1 },
    ].toReversed(),
  );
  expect(glossary.map(({ metric }) => metric)).toEqual(['orders_placed', 'revenue']);
});

test('the glossary follows formulas to the metrics below them', () => {
  const { glossary } = buildReportModel(graph, exampleCard, { goal: 'efficient_growth' });
  expect(glossary.map(({ metric }) => metric)).toEqual([
    'ad_cost',
    'budget',
    'budget_used',
    'cac',
    'department_costs',
    'marketing_costs',
    'new_customers',
  ]);
  const cost = glossary.find(({ metric }) => metric === 'ad_cost');
  expect(cost).toMatchObject({
    title: 'Advertising cost',
    words: ['Advertising cost is the sum of cost over all spend days, in EUR', 'without rows it is 0'],
    unit: 'EUR',
    datasets: ['Advertising spend'],
    usedBy: [{ kpi: 'cac_fy27', title: 'Cost to win a customer' }],
  });
  expect(cost?.formula.place).toMatch(/^plan\.kpi\.yaml:\d+$/);
});

test('a review is due a cadence after the last one', () => {
  const review = (asOf: string) =>
    buildReportModel(graph, { ...exampleCard, asOf }).kpis.find(({ reading }) => reading.kpi === 'revenue_fy27')
      ?.review;
  expect(review('2026-06-17')).toEqual({ every: '6 months', last: '2026-02-02', next: '2026-08-02', overdue: false });
  expect(review('2026-08-03')).toMatchObject({ overdue: true });
});

test('what is said twice is noted once', () => {
  const said = {
    severity: 'warning',
    code: 'KPI7026',
    message: '12 rows refer to 1 key',
    span: { file: 'sales.kpi.yaml', start: 0, end: 1 },
    related: [],
    notes: ['no row is lost'],
    fixes: [],
  } as const;
  const { notes } = buildReportModel(graph, { ...exampleCard, diagnostics: [said] }, { diagnostics: [said] });
  expect(notes).toEqual([
    {
      severity: 'warning',
      code: 'KPI7026',
      message: '12 rows refer to 1 key',
      place: 'sales.kpi.yaml:1',
      details: ['no row is lost'],
    },
  ]);
});

test('what is done at a status is marked where it applies', () => {
  const changed = exampleGraph((text) =>
    text.replace('    metric: cac\n', '    metric: cac\n    playbook: { achieved: Keep going., off_track: Stop. }\n'),
  );
  const part = buildReportModel(changed, exampleCard).kpis.find(({ reading }) => reading.kpi === 'cac_fy27');
  expect(part?.playbook).toEqual([
    { status: 'achieved', text: 'Keep going.', applies: true },
    { status: 'off track', text: 'Stop.', applies: false },
  ]);
});
