import { expect, test } from 'vitest';
import { folderOf, kpi, shop } from '../run-kpi.js';

const cwd = folderOf(shop);

test('the whole graph, and the parts above and below a node', async () => {
  expect((await kpi(['graph'], { cwd })).out).toContain('metric aov\n  uses metric placed\n  uses metric revenue\n');
  expect((await kpi(['graph', 'aov', '--upstream'], { cwd })).out).toMatch(
    /^upstream:\nmetric aov\n {2}uses metric placed\n/,
  );
  const both = await kpi(['graph', 'revenue'], { cwd });
  expect(both.out).toContain('upstream:\nmetric revenue\n');
  expect(both.out).toContain('\n\ndownstream:\nmetric revenue\n');
});

test('slices in the other formats', async () => {
  const { out } = await kpi(['graph', 'parameter:factor', '--downstream', '--format', 'json'], { cwd });
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    nodes: [{ id: 'parameter:factor', file: 'shop.kpi.yaml', line: 10 }, { id: 'metric:scaled' }],
    edges: [{ from: 'metric:scaled', kind: 'uses', to: 'parameter:factor' }],
  });
  expect((await kpi(['graph', 'aov', '--format', 'mermaid'], { cwd })).out).toMatch(/^flowchart LR\n/);
  expect((await kpi(['graph', 'aov', '--format', 'dot'], { cwd })).out).toMatch(/^digraph "shop" {\n/);
});

test.each([
  [['reveneu'], 'nothing in this project is named `reveneu`', 'did you mean `revenue`?'],
  [['channel'], '`channel` is the name of several things', ''],
  [['--upstream'], '`--upstream` needs a NODE to start from', 'kpi graph NODE --upstream'],
])('%j is wrong usage', async (args, message, help) => {
  const one = folderOf({ ...shop, 'more.kpi.yaml': 'metrics: { channel: revenue }\n' });
  const { exit, out, err } = await kpi(['graph', ...args], { cwd: one });
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain(message);
  expect(err).toContain(help);
});

test('a project with errors still has a graph', async () => {
  const wrong = folderOf({ ...shop, 'wrong.kpi.yaml': 'metrics: { total: nothing + revenue }\n' });
  const { exit, out, err } = await kpi(['graph', 'aov'], { cwd: wrong });
  expect(exit).toBe(0);
  expect(out).toContain('metric aov');
  expect(err).toBe('note: the definitions have 1 error, see `kpi check`\n');
});
