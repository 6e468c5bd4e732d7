// Every metric of an example: the root is what a question gives, and the database and the rows tell the same tree.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ask,
  checkRequest,
  explainChecked,
  explainIn,
  openSession,
  rowsAsker,
  type ExplainNode,
  type ExplainRequest,
  type Explanation,
  type Session,
} from '@sextant/engine';
import { parseProject, type Graph } from '@sextant/parser';
import { loadRows } from '../../../packages/engine/src/execute/load-rows.js';
import { definitionFiles, examples } from '../../examples/example-files.js';

const graph: Graph = parseProject(definitionFiles('trailhead')).value;
const asOf = '2026-06-17';
let session: Session;

beforeAll(async () => {
  const opened = await openSession(graph, { root: join(examples, 'trailhead') });
  if (opened.value === null) throw new Error('the data is not sound');
  session = opened.value;
});
afterAll(async () => {
  await session.executor.close();
});

function request(name: string, more: Partial<ExplainRequest> = {}): ExplainRequest {
  return { subject: { kind: 'metric', name }, at: '2026-05', asOf, ...more };
}

async function explained(one: ExplainRequest): Promise<Explanation> {
  const checked = checkRequest(graph, one);
  const found = checked.value === null ? null : (await explainIn(session, checked.value)).value;
  if (found === null) throw new Error(checked.diagnostics.map(({ message }) => message).join('\n'));
  return found;
}

async function fromRows(one: ExplainRequest): Promise<Explanation> {
  const loaded = await loadRows(session.data);
  const checked = checkRequest(graph, one);
  if (loaded.kind !== 'rows' || checked.value === null) throw new Error('no rows');
  const found = await explainChecked(graph, checked.value, rowsAsker(graph, loaded.rows), async () => null);
  if (found.value === null) throw new Error('no answer');
  return found.value;
}

/** Without the day of a snapshot, which only the database is asked for. */
function comparable(node: ExplainNode): unknown {
  const children = node.children.map(comparable);
  return node.kind === 'aggregate' && node.rowsIn.kind === 'snapshot'
    ? { ...node, rowsIn: 'snapshot', children }
    : { ...node, children };
}

test('the root of every tree is what the question gives', async () => {
  const names = [...graph.metrics.keys()];
  expect(names.length).toBeGreaterThan(100);
  const together = await ask(session, { metrics: names, from: '2026-05', to: '2026-05', asOf });
  const cells = new Map(names.map((name, i) => [name, together.value?.rows[0]?.cells[i]]));
  for (const name of names) {
    const { tree } = await explained(request(name));
    // Sums of floats differ in their last digits from run to run.
    if (tree.approximate) continue;
    expect([name, tree.value, tree.reason]).toEqual([name, cells.get(name)?.value, cells.get(name)?.reason]);
  }
}, 120_000);

test.each(['cac', 'revenue_growth', 'repeat_rate', 'mrr', 'goods_margin', 'romi', 'mean_country_month'])(
  '%s: the database and the rows tell the same',
  async (name) => {
    const one = request(name, { versus: 'prior' });
    const [a, b] = [await explained(one), await fromRows(one)];
    expect(comparable(a.tree)).toEqual(comparable(b.tree));
    expect(a.change).toEqual(b.change);
    if (a.change?.operands !== null) expect(a.change?.operands.residual).toBe('0');
  },
);

test('the snapshot that was read is named by its day', async () => {
  const { tree } = await explained(request('units_in_stock'));
  expect(JSON.stringify(tree)).toContain('"rowsIn":{"kind":"snapshot","taken":"2026-05-31","each":null}');
});

test('a KPI: its period, target, status, and the same number as the scorecard', async () => {
  const { subject, at, tree, standing, change } = await explained({
    subject: { kind: 'kpi', name: 'cac_fy27' },
    versus: 'prior',
    asOf: '2026-04-30',
  });
  expect(subject).toMatchObject({ kind: 'kpi', name: 'cac_fy27', unit: 'EUR/customer' });
  expect(at).toMatchObject({ label: 'FY2027-Q1', complete: true });
  expect(standing?.standing.value.value).toBe(tree.value);
  expect(standing?.standing.aim).toMatchObject({ kind: 'target', target: { value: '62' } });
  expect(change?.before.period.label).toBe('FY2026-Q4');
});

test('a KPI over another condition or another length of time has no standing of its own', async () => {
  const one = { subject: { kind: 'kpi', name: 'orders_monthly' }, asOf } as const;
  expect((await explained({ ...one, at: '2026-05' })).standing).not.toBeNull();
  expect((await explained({ ...one, at: '2026-W20' })).standing).toBeNull();
  expect((await explained({ ...one, at: '2026-05', where: "country = 'DE'" })).standing).toBeNull();
});
