// Windows of a library whose length whoever uses it may say, for each use apart.
import { expect, test } from 'vitest';
import { parse } from '../expect-diagnostics.js';

const texts = (uses: string): Readonly<Record<string, string>> => ({
  'kpi.project.yaml': 'project: p\n',
  'a.kpi.yaml': `datasets:
  sales: { from: s.csv, key: id, time: day, fields: { id: text, day: date, n: integer } }
metrics:
  sold: sum(sales.n)
use:
${uses}`,
  'libs/recent/kpi.library.yaml':
    'library: recent\nversion: 1.0.0\ntitle: Recent\ninputs:\n  amount: What is added up.\n',
  'libs/recent/recent.kpi.yaml': `datasets:
  rows: { from: r.csv, key: id, time: day, fields: { id: text, day: date, n: integer } }
parameters:
  lookback: 28 days
metrics:
  amount: sum(rows.n)
  lately: { title: Lately, description: Of late., formula: "rolling(amount, lookback)" }
`,
});

test('each use has its own length, or the default of the library', () => {
  const { graph, said } = parse(
    texts(`  short: { from: libs/recent, with: { amount: sold, lookback: 7 days } }
  usual: { from: libs/recent, with: { amount: sold } }
`),
  );
  expect(said.filter((one) => !one.includes('?'))).toEqual([]);
  const span = (amount: number, use: string): object => ({
    op: { kind: 'rolling', span: { amount, level: 'day', parameter: `${use}.lookback` } },
  });
  expect(graph.metrics.get('short.lately')?.formula).toMatchObject(span(7, 'short'));
  expect(graph.metrics.get('usual.lately')?.formula).toMatchObject(span(28, 'usual'));
});
