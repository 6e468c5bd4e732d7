// Keys that need each other, exclude each other, or would do nothing.
import { expect, test } from 'vitest';
import { complaints } from './read.js';

const field = (keys: string) => `datasets: { d: { fields: { f: { ${keys} } } } }`;
const dataset = (keys: string) => `datasets: { d: { fields: { f: text }, ${keys} } }`;
const kpi = (keys: string) => `kpis: { k: { ${keys} } }`;
const expectation = (keys: string) => `tests: { t: { expect: [{ ${keys} }] } }`;

test.each([
  [field('values: [a]'), ['KPI1102 at <f>: field `f` needs `type` or `formula`']],
  [field('type: text, as: billing'), ['KPI1105 at <as>: `as` does nothing without `references`']],
  [field('type: text, formula: a, column: b'), ['KPI1105 at <column>: `column` does nothing beside `formula: a`']],
  [field('formula: a, optional: true'), ['KPI1105 at <optional>: `optional` does nothing beside `formula: a`']],
  [
    field('type: text, references: c, counts: x'),
    ['KPI1105 at <counts>: `counts` does nothing beside `references: c`'],
  ],
  [field('type: decimal(2) EUR, currency: c'), ['KPI1106 at <currency>: `currency` and `type` exclude each other']],
  [field('type: decimal(2), currency: c'), []],
  [field('type: date, values: [a]'), ['KPI1106 at <values>: `values` and `type` exclude each other']],
  [dataset('time: a, snapshot: b'), ['KPI1106 at <snapshot>: `snapshot` and `time` exclude each other']],
  [dataset('timezone: UTC'), ['KPI1105 at <timezone>: `timezone` does nothing without `time`, `snapshot` or `valid`']],
  [dataset('time: none, starts: 2026-01-01'), ['KPI1105 at <starts>: `starts` does nothing beside `time: none`']],
  [dataset('plan: true, known_at: x'), ['KPI1105 at <known_at>: `known_at` does nothing beside `plan: true`']],
  [dataset('valid: { from: a, until: next }'), ['KPI1102 at <until>: `until: next` needs `each`']],
  [dataset('valid: { from: a, until: b, each: c }'), ['KPI1105 at <each>: `each` does nothing without `until: next`']],
  [dataset('from: { path: a.txt }'), ['KPI1102 at <path>: `path` needs `format`']],
  [
    dataset('from: { path: a.json, delimiter: ";" }'),
    ['KPI1105 at <delimiter>: `delimiter` does nothing beside `path: a.json`'],
  ],
  [dataset('from: { path: a.csv, delimiter: ";", null: "" }'), []],
  [dataset('from: { path: a.csv, table: b }'), ['KPI1101 at <table>: `from` has no key `table`']],
  [kpi('goal: g'), ['KPI1102 at <k>: KPI `k` needs `metric` or `formula`']],
  [kpi('metric: m, formula: n'), ['KPI1106 at <metric>: `metric` and `formula` exclude each other']],
  [kpi('metric: m, tolerance: 1'), ['KPI1105 at <tolerance>: `tolerance` does nothing without `range`']],
  [kpi('metric: m, range: [1, 2]'), ['KPI1102 at <range>: `range` needs `tolerance` or `curve`']],
  [kpi('metric: m, direction: range'), ['KPI1102 at <direction>: `direction: range` needs `range`']],
  [
    kpi('metric: m, direction: up, range: [1, 2], tolerance: 1'),
    ['KPI1106 at <range>: `range` and `direction` exclude each other'],
  ],
  [kpi('metric: m, at_most: 1'), ['KPI1102 at <at_most>: `at_most` needs `worst` or `curve`']],
  [
    kpi('metric: m, at_most: 1, worst: 2, target: 3'),
    ['KPI1106 at <target>: `target` and `at_most` exclude each other'],
  ],
  [kpi('metric: m, worst: 2'), ['KPI1105 at <worst>: `worst` does nothing without `at_most` or `at_least`']],
  [
    kpi('metric: m, at_most: 1, worst: 2, baseline: 0'),
    ['KPI1105 at <baseline>: `baseline` does nothing beside `at_most: 1`'],
  ],
  [
    kpi('metric: m, spread: even'),
    ['KPI1105 at <spread>: `spread` does nothing without `target`, `at_most` or `at_least`'],
  ],
  [
    kpi('metric: m, benchmark: { population: p, year: 2025, source: s }'),
    ['KPI1102 at <benchmark>: `benchmark` needs `value` or `percentiles`'],
  ],
  [
    expectation('over: 2026'),
    [
      'KPI1102 at <over>: an expectation needs `metric`, `kpi`, `metrics` or `finding`',
      'KPI1102 at <over>: an expectation needs `value`, `reason`, `status`, `score`, `target`, `table` or `finding`',
    ],
  ],
  [expectation('metric: m, status: at_risk'), ['KPI1106 at <metric>: `metric` and `status` exclude each other']],
  [
    expectation('metric: m, value: 1, reason: no_rows'),
    ['KPI1106 at <reason>: `reason` and `value` exclude each other'],
  ],
  [expectation('metric: m, value: no value, reason: no_rows'), []],
  [
    'questions: { q: { metrics: m, over: 2026, from: 2026-01-01 } }',
    ['KPI1106 at <over>: `over` and `from` exclude each other'],
  ],
])('%s', (text, found) => {
  expect(complaints(text)).toEqual(found);
});

test('a mistyped key is one diagnostic: what it was meant for is not missed as well', () => {
  expect(complaints(kpi('metric: m, range: [1, 2], tolerence: 1'))).toEqual([
    'KPI1101 at <tolerence>: KPI `k` has no key `tolerence`',
  ]);
  expect(complaints('metrics: { m: { formla: a } }')).toEqual(['KPI1101 at <formla>: metric `m` has no key `formla`']);
});
