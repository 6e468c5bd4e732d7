// Large projects: no stack overflow, and no work that grows faster than the project.
import { expect, test } from 'vitest';
import { parseProject, type Graph } from '@sextant/parser';

const data = `datasets:
  orders: { one: order, time: day, fields: { day: date, channel: text, amount: decimal(2) EUR } }
dimensions: { channel: orders.channel }
owners: { o: { kind: team } }
goals: { g: { title: G } }
`;

function right(text: string): Graph {
  const { value, diagnostics } = parseProject([{ path: 'a.kpi.yaml', text }]);
  expect(diagnostics.filter(({ severity }) => severity === 'error').slice(0, 3)).toEqual([]);
  return value;
}

const times = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

test.each([
  ['down', (i: number) => `  m${i}: ${i === 0 ? 'sum(orders.amount)' : `m${i - 1} * 1`}`],
  ['up', (i: number, n: number) => `  m${n - 1 - i}: ${i === n - 1 ? 'sum(orders.amount)' : `m${n - 2 - i} * 1`}`],
])('a chain of 2,000 metrics, written %s', (_, line) => {
  const n = 2000;
  const graph = right(
    `${data}metrics:\n${times(n, (i) => line(i, n))}\n  part: share(m${n - 1}, channel)\n  filtered: m${n - 1} where channel = 'web'\n  weekly: avg(prior(m${n - 1}, 4 weeks) per week)\nkpis:\n  k: { metric: m${n - 1}, goal: g, owner: o, direction: up, every: month, target: 5 EUR }\n`,
  );
  expect(graph.order).toHaveLength(n + 3);
  expect(graph.order[0]).toBe('metric:m0');
  expect(graph.metrics.get(`m${n - 1}`)?.type.unit[0]?.base).toBe('EUR');
});

test('a chain of 10,000 metrics under other names', () => {
  const n = 10_000;
  const graph = right(
    `${data}metrics:\n  m0: sum(orders.amount)\n${times(n - 1, (i) => `  m${i + 1}: m${i}`)}\n  x: coalesce(m${n - 1}, 0) + coalesce(m${n - 1}, 0)\n  y: share(m${n - 1}, channel)\n`,
  );
  expect(graph.metrics.size).toBe(n + 2);
});

test('each of 60 metrics names the one before twice: the work is counted in metrics, not in ways', () => {
  const graph = right(
    `${data}metrics:\n  m0: { formula: sum(orders.amount), empty: 0 }\n${times(59, (i) => `  m${i + 1}: m${i} + m${i}`)}\n  part: share(m59, channel)\n  weekly: avg(prior(m59, 4 weeks) per week)\nkpis:\n  k: { metric: m59, goal: g, owner: o, direction: up, every: month, target: 5 EUR }\n`,
  );
  expect(graph.metrics.get('m59')?.additive).toBe(true);
});

test('a hub that 2,000 metrics use', () => {
  const n = 2000;
  const graph = right(
    `${data}metrics:\n  hub: { formula: sum(orders.amount), empty: 0 }\n${times(n, (i) => `  m${i}: hub / ${i + 1}`)}\n  all: ${times(120, (i) => `m${i}`).replaceAll('\n', ' + ')}\n`,
  );
  expect(graph.edges.filter(({ to, kind }) => to === 'metric:hub' && kind === 'uses')).toHaveLength(n);
});

test.each([
  ['down', (i: number) => `f${i}: { formula: ${i === 0 ? 'n' : `f${i - 1}`} + 1 }`],
  ['up', (i: number) => `f${i}: { formula: ${i === 1999 ? 'n' : `f${i + 1}`} + 1 }`],
])('a chain of 2,000 formula fields, written %s', (_, line) => {
  const graph = right(`datasets:\n  o:\n    fields:\n      n: integer\n${times(2000, (i) => `      ${line(i)}`)}\n`);
  expect(graph.datasets.get('o')?.fields.get('f1000')?.type.value.kind).toBe('integer');
});

test('cycles of 2,000 definitions are one diagnostic each', () => {
  const ring = (prefix: string, line: (name: string, next: string) => string): string =>
    times(2000, (i) => line(`${prefix}${i}`, `${prefix}${(i + 1) % 2000}`));
  const { diagnostics } = parseProject([
    {
      path: 'a.kpi.yaml',
      text: `datasets:\n  o:\n    fields:\n${ring('f', (name, next) => `      ${name}: { formula: ${next} + 1 }`)}\nmetrics:\n${ring('m', (name, next) => `  ${name}: ${next} * 2`)}\nparameters:\n${ring('p', (name, next) => `  ${name}: ${next} * 2`)}\ngoals:\n${ring('g', (name, next) => `  ${name}: { title: G, parent: ${next} }`)}\n`,
    },
  ]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['KPI5001', 'KPI5001', 'KPI5001', 'KPI6006']);
});

test('1,000 datasets in a chain and a star', () => {
  const n = 1000;
  const graph = right(
    `datasets:\n  d0: { key: id, time: none, fields: { id: text, v: decimal(2) EUR } }\n${times(
      n - 1,
      (i) =>
        `  d${i + 1}: { key: id, time: none, fields: { id: text, v: decimal(2) EUR, up: { type: text, references: d${i} }, hub: { type: text, references: d0, as: hub } } }`,
    )}\nmetrics:\n${times(n - 1, (i) => `  m${i}: sum(d${i + 1}.v where d${i + 1}.hub.v > 5 EUR)`)}\n`,
  );
  expect(graph.datasets.size).toBe(n);
});

test('1,000 datasets that all refer to each other: paths are searched, not listed', () => {
  const n = 60;
  const { diagnostics } = parseProject([
    {
      path: 'a.kpi.yaml',
      text: `datasets:\n${times(n, (i) => `  d${i}: { key: id, time: none, fields: { id: text, v: decimal(2), ${times(n, (j) => (i === j ? `s: text` : `r${j}: { type: text, references: d${j} }`)).replaceAll('\n', ', ')} } }`)}\nmetrics:\n${times(n - 1, (i) => `  m${i}: count(d${i} where d${i + 1}.v > 5)`)}\n`,
    },
  ]);
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['KPI4002']));
});

test('2,000 unknown names', () => {
  const { diagnostics } = parseProject([
    { path: 'a.kpi.yaml', text: `${data}metrics:\n${times(2000, (i) => `  m${i}: sum(orders.amount${i})`)}\n` },
  ]);
  expect(diagnostics).toHaveLength(2000);
});
