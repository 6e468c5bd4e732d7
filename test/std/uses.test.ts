// The standard library as projects use it: under their own names, and over histories that are short.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTest, duckDbTestExecutor, openDuckDb, referenceExecutor, runTest } from '@sextant/engine';
import { parseProject } from '@sextant/parser';
import { afterAll, beforeAll, expect, test } from 'vitest';

const std = join(import.meta.dirname, '../../packages/std');

let database: Awaited<ReturnType<typeof openDuckDb>>;
beforeAll(async () => {
  database = await openDuckDb({});
});
afterAll(() => database.close());

/** What is said of a project that uses one of the libraries, and what its tests find to be different. */
async function differences(library: string, project: string): Promise<readonly unknown[]> {
  const files = readdirSync(join(std, library)).map((name) => ({
    path: `libs/${library}/${name}`,
    text: readFileSync(join(std, library, name), 'utf8'),
  }));
  const { value: graph, diagnostics } = parseProject([
    { path: 'kpi.project.yaml', text: 'project: p\ncalendar: { timezone: Asia/Tokyo }\n' },
    { path: 'p.kpi.yaml', text: project },
    ...files,
  ]);
  const errors = diagnostics.filter(({ severity }) => severity !== 'info').map(({ message }) => message);
  const found: unknown[] = [...errors];
  for (const def of graph.tests.values()) {
    const checked = checkTest(graph, def);
    found.push(...checked.diagnostics.map(({ message }) => message));
    if (checked.value === null) continue;
    const result = await runTest(graph, checked.value, [referenceExecutor(), duckDbTestExecutor(database)]);
    found.push(...result.expectations.flatMap((one) => one.differences));
  }
  return found;
}

test('a lead may be called otherwise in each dataset', async () => {
  expect(
    await differences(
      'leads',
      `datasets:
  inquiries:
    from: i.csv
    one: inquiry
    key: id
    time: came_at
    fields: { id: text, came_on: date, came_at: { formula: cast(came_on as timestamp) } }
  steps:
    from: s.csv
    key: nr
    time: reached_at
    fields: { nr: text, inquiry: { type: text, references: inquiries }, step: text, reached_at: timestamp, first: boolean }
  talks:
    from: t.csv
    key: nr
    time: planned_at
    fields: { nr: text, who: { type: text, references: inquiries }, planned_at: timestamp, held: boolean }
use:
  funnel:
    from: libs/leads
    only: [conversion_rate, lead_to_customer, demo_to_win]
    with:
      leads: { dataset: inquiries, fields: { lead_id: id } }
      lead_stages: { dataset: steps, fields: { stage: step } }
      demos: talks
      stage_customer: "'signed'"
tests:
  two of three:
    given:
      inquiries:
        - { id: a, came_on: 2026-01-20 }
        - { id: b, came_on: 2026-01-21 }
        - { id: c, came_on: 2026-01-22 }
      steps:
        # 90 days after midnight in Tokyo, and a microsecond more.
        - { nr: s1, inquiry: a, step: opportunity, reached_at: 2026-04-19T15:00:00Z, first: true }
        - { nr: s2, inquiry: b, step: opportunity, reached_at: 2026-04-20T15:00:00.000001Z, first: true }
        - { nr: s3, inquiry: c, step: signed, reached_at: 2026-02-01T00:00:00Z, first: true }
      talks:
        - { nr: t1, who: c, planned_at: 2026-01-30T00:00:00Z, held: true }
        - { nr: t2, who: a, planned_at: 2026-01-30T00:00:00Z, held: true }
    as_of: 2026-12-31
    expect:
      - { metric: funnel.conversion_rate, over: 2026-01, value: 1 / 3 }
      - { metric: funnel.lead_to_customer, over: 2026-01, value: 1 / 3 }
      - { metric: funnel.demo_to_win, over: 2026-01, value: 1 / 2 }
`,
    ),
  ).toEqual([]);
});

const MOVEMENTS = [
  'new_mrr',
  'reactivation_mrr',
  'expansion_mrr',
  'contraction_mrr',
  'churn_mrr',
  'net_new_mrr',
  'nrr',
];

test('movements of a year have no value where history is shorter, and are not nothing', async () => {
  const metrics = MOVEMENTS.map((name) => `  year_of_${name}: { formula: "rolling(saas.${name}, 12 months)" }\n`).join(
    '',
  );
  const expectations = MOVEMENTS.map(
    (name) => `      - { metric: year_of_${name}, over: 2026-03, value: no value }\n`,
  ).join('');
  expect(
    await differences(
      'subscription',
      `datasets:
  contracts:
    from: c.csv
    key: nr
    valid: { from: begins, until: ends }
    fields: { nr: text, who: text, begins: date, ends: { type: date, optional: true }, fee: integer JPY }
metrics:
${metrics}use:
  saas:
    from: libs/subscription
    only: [net_new_mrr, nrr]
    with:
      subscriptions: { dataset: contracts, fields: { account_id: who, started_on: begins, monthly_amount: fee } }
tests:
  three months of history:
    given:
      contracts:
        - { nr: a, who: a, begins: 2026-01-05, fee: 100 }
        - { nr: b, who: b, begins: 2026-01-10, ends: 2026-02-15, fee: 70 }
        - { nr: c, who: c, begins: 2026-03-10, fee: 50 }
    as_of: 2026-03-31
    expect:
      # February: b left with 70. March: c came with 50.
      - { metric: saas.net_new_mrr, over: 2026-02, value: -70 JPY }
      - { metric: saas.net_new_mrr, over: 2026-03, value: 50 JPY }
${expectations}`,
    ),
  ).toEqual([]);
});
