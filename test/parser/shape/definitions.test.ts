// The forms that single definitions may take, and what is said about wrong ones.
import { expect, test } from 'vitest';
import { complaints, helpOf, shape } from './read.js';

test('names: a point separates names, everything else that fits one line is legal', () => {
  expect(complaints('metrics: { a.b: count(c), "net revenue": count(c), "ab\\n": count(c) }')).toEqual([
    'KPI1111 at <a.b>: `a.b` cannot be the name of a metric',
    'KPI1111 at <"ab\\n">: `ab ` cannot be the name of a metric',
  ]);
  expect(complaints('metrics: { "": count(c) }')).toEqual(['KPI1111 at <"">: `` cannot be the name of a metric']);
});

test('unknown keys: the nearest key, or where such a key belongs', () => {
  expect(helpOf('dimensions: { d: { feilds: a.b } }')).toBe('did you mean `fields`?');
  const [found] = shape('dimensions: { d: { fields: a.b, decimals: 2 } }').diagnostics;
  expect(found?.notes).toEqual([
    '`decimals` is a key of a metric',
    'its keys are `fields`, `title`, `description` and `ignore`',
  ]);
  expect(helpOf('metric: { m: count(a) }')).toBe('did you mean `metrics`?');
});

test('targets', () => {
  const target = (text: string) => shape(`kpis:\n  k:\n    metric: m\n    target: ${text}\n`).value.kpis[0]?.target;
  expect(target('1_000 EUR')).toMatchObject({ kind: 'formula', formula: { text: '1_000 EUR' } });
  expect(target('prior(m, 1 year) * 1.15')).toMatchObject({ formula: { text: 'prior(m, 1 year) * 1.15' } });
  expect(target('{ 2026: 1, 2026-02: { a: 2, b: 3 } }')).toMatchObject({
    periods: [{ period: { text: '2026' } }, { period: { text: '2026-02' }, groups: [{ group: { text: 'a' } }, {}] }],
  });
  expect(target('{ from: targets, value: amount }')).toMatchObject({
    kind: 'dataset',
    period: null,
    value: { text: 'amount' },
  });
  expect(complaints('kpis: { k: { metric: m, target: { from: targets } } }')).toEqual([
    'KPI1102 at <target>: `target` has no `value`',
  ]);
  expect(complaints('kpis: { k: { metric: m, target: {} } }')).toEqual(['KPI1120 at <{}>: `target` is empty']);
});

test('pacing', () => {
  const pacing = (text: string) => shape(`kpis:\n  k:\n    metric: m\n    target: 1\n    pacing: ${text}\n`);
  expect(pacing('linear').value.kpis[0]?.pacing?.kind).toBe('linear');
  expect(pacing('like prior year').value.kpis[0]?.pacing?.kind).toBe('like_prior_year');
  expect(pacing('working_days').value.kpis[0]?.pacing).toMatchObject({ kind: 'working_days', holidays: null });
  expect(pacing('{ steps: [[25%, 0.1], [0.5, 40%]] }').value.kpis[0]?.pacing).toMatchObject({
    kind: 'steps',
    steps: [
      [{ text: '25%' }, { text: '0.1' }],
      [{ text: '0.5' }, { text: '40%' }],
    ],
  });
  expect(pacing('{ steps: [[0.5]] }').diagnostics).toMatchObject([
    { code: 'KPI1120', message: '`steps` takes exactly 2 items, not 1' },
  ]);
  expect(pacing('like_prior_year').diagnostics).toMatchObject([
    { code: 'KPI1107', help: 'did you mean `like prior year`?' },
  ]);
});

test('lists: one or several, without repetition, never empty', () => {
  expect(complaints('questions: { q: { metrics: [a, b, a], by: [] } }')).toEqual([
    'KPI1117 at <a>: `a` stands twice in `metrics`',
    'KPI1120 at <[]>: `by` is empty',
  ]);
  expect(complaints('questions: { q: { metrics: { a: b } } }')).toEqual([
    'KPI1103 at <{ a: b }>: `metrics` takes a text of one line or a list, not a map',
  ]);
});

test('sources', () => {
  const from = (text: string) => `datasets: { d: { fields: { a: text }, from: ${text} } }`;
  expect(shape(from('{ path: x.txt, format: csv, delimiter: ";", null: NA }')).value.datasets[0]?.from).toMatchObject({
    options: { format: { value: 'csv' }, delimiter: { text: ';' }, nullText: { text: 'NA' } },
  });
  expect(complaints(from('orders.xlsx'))[0]).toMatch(/^KPI1115 at <orders.xlsx>/);
  expect(complaints(from('{ table: t }'))).toEqual(['KPI1102 at <from>: `from` has no `connection`']);
});

test('cells of a test are read from their text; a bare null is refused', () => {
  const rows = (cells: string) => `tests: { t: { given: { d: [{ ${cells} }] }, expect: [{ metric: m, value: 1 }] } }`;
  const source = shape(rows('a: 010, b: yes, c: 1e3, d: 2026-01-01')).value.tests[0]?.given[0]?.source;
  expect(source?.kind === 'rows' ? source.rows[0]?.map(({ value }) => value?.text) : null).toEqual([
    '010',
    'yes',
    '1e3',
    '2026-01-01',
  ]);
  expect(complaints(rows('a: null, b: "null", c: ~'))).toEqual([
    'KPI1119 at <null>: `a` has the bare word `null`',
    'KPI1119 at <~>: `c` has the bare word `~`',
  ]);
  expect(complaints('tests: { t: { given: { d: [] }, expect: [{ metric: m, value: 1 }] } }')).toEqual([]);
});

test('owners, goals, calendars and incentives name what is missing or unknown', () => {
  expect(complaints('owners: { o: { title: Ana } }')).toEqual(['KPI1102 at <o>: owner `o` has no `kind`']);
  expect(helpOf('owners: { o: { kind: tema } }')).toBe('did you mean `team`?');
  expect(helpOf('goals: { g: { missing: renormalize } }')).toBe('did you mean `renormalise`?');
  expect(complaints('incentives: { i: { participants: p, components: [{ weight: 1 }], amount: 1 } }')).toEqual([
    'KPI1102 at <weight>: a component needs `kpi` or `goal`',
  ]);
  expect(complaints('calendar: { fiscal_year_starts: 2 }', 'kpi.project.yaml')).toHaveLength(1);
});

test('the rows of a test may come from a file; a table has a value per column, or none', () => {
  const { value } = shape(
    'tests: { t: { given: { d: { file: rows.csv } }, expect: [{ metrics: [m, n], by: [c], grain: month, table: [{ c: web, month: 2026-03, m: 1 EUR, n: }] }] } }',
  );
  expect(value.tests[0]?.given[0]?.source).toMatchObject({ kind: 'file', path: { text: 'rows.csv' } });
  const [table] = value.tests[0]?.expect ?? [];
  expect(table?.keys.map(({ text }) => text)).toEqual(['c']);
  expect(table?.table?.rows.map((row) => row.map((cell) => [cell.column.text, cell.value?.text ?? null]))).toEqual([
    [
      ['c', 'web'],
      ['month', '2026-03'],
      ['m', '1 EUR'],
      ['n', null],
    ],
  ]);
  expect(complaints('tests: { t: { expect: [{ finding: KPI7020 }] } }')).toEqual([]);
});
