// The five articles: the checker says of each definition what the README says that it says, and the corrected project is sound.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkTest,
  duckDbTestExecutor,
  openDuckDb,
  openSession,
  referenceExecutor,
  runTest,
  takeReport,
} from '@sextant/engine';
import { positionAt, indexLines, librariesUsed, parseProject, type SourceFile } from '@sextant/parser';
import { expect, test } from 'vitest';
import { definitionFiles, examples } from './example-files.js';

const std = join(examples, '../packages/std');

function withLibraries(files: readonly SourceFile[]): readonly SourceFile[] {
  const used = librariesUsed(files).map((folder) => folder.replace(/^std\//, ''));
  return [
    ...files,
    ...used.flatMap((name) =>
      readdirSync(join(std, name))
        .filter((file) => file.endsWith('.yaml'))
        .map((file) => ({ path: `std/${name}/${file}`, text: readFileSync(join(std, name, file), 'utf8') })),
    ),
  ];
}

/** `KPI3004 marketing.kpi.yaml: traffic: sum(people_a_day)`: the code, and the line that it points at. */
function said(project: string): readonly string[] {
  const files = definitionFiles(`articles/${project}`);
  return parseProject(withLibraries(files)).diagnostics.map(({ code, span }) => {
    const text = files.find(({ path }) => path === span.file)?.text ?? '';
    return `${code} ${text.split('\n')[positionAt(indexLines(text), span.start).line - 1]?.trim() ?? ''}`;
  });
}

test('what is refused', () => {
  const kpi = (name: string, ...codes: readonly string[]): readonly string[] => codes.map((code) => `${code} ${name}`);
  expect(said('as-written')).toEqual([
    ...kpi('how_many_leads: { metric: new_leads }', 'KPI6001', 'KPI6002', 'KPI6003', 'KPI6004', 'KPI6007'),
    ...kpi('revenue_targets: { metric: revenue, target: 100 }', 'KPI6001', 'KPI6002', 'KPI6003', 'KPI6007', 'KPI6005'),
    'KPI3004 traffic: sum(people_a_day)',
    'KPI3010 unit: point',
    'KPI3011 formula: "median(date_diff(day, leads.created_at, leads.converted_at))"',
    'KPI3010 unit: EUR/lead',
    'KPI3004 cost_per_acquisition: sum(cost_per_lead)',
    'KPI1005 cpc: { formula: spend / sum(ad_spend.clicks), title: Cost per click }',
    'KPI1005 lifetime_value: profit / new_customers',
    'KPI4012 revenue_per_account: sum(closing(sum(accounts.monthly_fee)) per month) / 3 * 12',
    'KPI1102 nps:',
    'KPI2001 apep: added_price_earned / revenue',
  ]);
});

test('what is warned of', () => {
  expect(said('doubtful').map((one) => one.slice(0, 'KPI0000'.length))).toEqual([
    'KPI6051',
    'KPI6062',
    'KPI6042',
    'KPI6044',
    'KPI6041',
    'KPI6046',
    'KPI6048',
  ]);
});

test('the README names every code that is said, and no other', () => {
  const readme = readFileSync(join(examples, 'articles/README.md'), 'utf8');
  const named = (text: string): readonly string[] => [...new Set(text.match(/KPI\d{4}/g))].toSorted();
  const [, refused = '', warned = ''] = readme.split('\n## ');
  expect(named(refused)).toEqual(named(said('as-written').join(' ')));
  expect(named(warned)).toEqual(named(said('doubtful').join(' ')));
});

test('the corrected project: no problems, its tests pass both ways, and it has a scorecard', async () => {
  expect(said('corrected')).toEqual([]);
  const { value: graph } = parseProject(withLibraries(definitionFiles('articles/corrected')));
  const database = await openDuckDb({});
  try {
    for (const def of graph.tests.values()) {
      const checked = checkTest(graph, def);
      if (checked.value === null) throw new Error(checked.diagnostics.map(({ message }) => message).join());
      const result = await runTest(graph, checked.value, [referenceExecutor(), duckDbTestExecutor(database)]);
      expect(result.expectations.flatMap(({ differences }) => differences)).toEqual([]);
      expect(result.passed).toBe(true);
    }
  } finally {
    await database.close();
  }
  const opened = await openSession(graph, { root: join(examples, 'articles/corrected') });
  if (opened.value === null) throw new Error(opened.diagnostics.map(({ message }) => message).join());
  try {
    const report = await takeReport(opened.value, { asOf: '2026-06-30', period: '2026-Q1' });
    expect(
      report.value?.kpis.map(({ reading }) => `${reading.kpi} ${reading.standing.value.value ?? ''} ${reading.status}`),
    ).toEqual([
      // Sums and counts of the tables, by hand: 1039.34 is 12472.13 / 12, 0.417 of 2252.55 is left, 33 of 60 leads are good.
      'revenue_of_the_quarter 2252.55 at_risk',
      'margin 0.417 achieved',
      'cost_to_win 1039.34 at_risk',
      'good_leads 0.550 achieved',
      'recommendation 25.0 achieved',
    ]);
  } finally {
    await opened.value.executor.close();
  }
});
