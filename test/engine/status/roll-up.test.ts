import { describe, expect, it } from 'vitest';
import type { Goal, Status } from '@sextant/parser';
import { rollUp, type KpiResult } from '../../../packages/engine/src/status/roll-up.js';
import { amount, none, rational, shown } from './amounts.js';
import { decimalText } from '../../../packages/engine/src/value/to-text.js';
import { given } from './cards.js';

interface Leaf {
  readonly weight?: string;
  readonly score?: string;
  readonly status: Status;
}

function goalsOf(yaml: string): ReadonlyMap<string, Goal> {
  return given(`
metrics: { m: count(d) }
datasets: { d: { key: k, time: at, fields: { k: text, at: date } } }
owners: { o: { kind: team } }
${yaml}
`).graph.goals;
}

const kpi = (name: string, goal: string, weight = '1'): string =>
  `  ${name}: { metric: m, goal: ${goal}, owner: o, direction: up, every: month, target: 1, weight: ${weight} }`;

function rolled(goals: ReadonlyMap<string, Goal>, leaves: Readonly<Record<string, Leaf>>) {
  const kpis = Object.entries(leaves).map(([name, { weight = '1', score, status }]): [string, KpiResult] => [
    name,
    { weight: rational(weight), score: score === undefined ? none() : amount(score), status },
  ]);
  const results = rollUp(goals, new Map(kpis));
  return (name: string) => {
    const found = results.get(name);
    if (found === undefined) throw new Error(`no goal ${name}`);
    const { score, coverage, status, decidedBy } = found;
    return { score: shown(score), coverage: decimalText(coverage), status, by: decidedBy?.name ?? null };
  };
}

/** K31. */
const tree = (missing: string, status = 'worst'): ReadonlyMap<string, Goal> =>
  goalsOf(`
goals:
  root: { title: R, owner: o, status: ${status}, missing: ${missing} }
  growth: { title: G, owner: o, parent: root, weight: 0.6, status: ${status}, missing: ${missing} }
  efficiency: { title: E, owner: o, parent: root, weight: 0.4, status: ${status}, missing: ${missing} }
kpis:
${kpi('revenue', 'growth', '2')}
${kpi('new_customers', 'growth')}
${kpi('cac', 'efficiency')}
${kpi('romi', 'efficiency')}
`);
const leaves: Readonly<Record<string, Leaf>> = {
  revenue: { weight: '2', score: '0.9', status: 'on_track' },
  new_customers: { score: '0.6', status: 'at_risk' },
  cac: { score: '0.5', status: 'off_track' },
  romi: { status: 'no_data' },
};

describe('a tree of goals (K31)', () => {
  it('is the weighted mean of what has data, with the coverage beside it', () => {
    const goal = rolled(tree('renormalise'), leaves);
    expect(goal('growth')).toEqual({ score: '0.8', coverage: '1', status: 'at_risk', by: 'new_customers' });
    expect(goal('efficiency')).toEqual({ score: '0.5', coverage: '0.5', status: 'off_track', by: 'cac' });
    expect(goal('root')).toEqual({ score: '0.68', coverage: '0.8', status: 'off_track', by: 'efficiency' });
  });

  it('counts what is missing as 0, or lets nothing be missing, where that is declared', () => {
    expect(rolled(tree('zero'), leaves)('root')).toMatchObject({ score: '0.58', coverage: '0.8' });
    const strict = rolled(tree('strict'), leaves);
    expect(strict('growth').score).toBe('0.8');
    expect([strict('efficiency').score, strict('root').score]).toEqual(['(no_value)', '(no_value)']);
    // The statuses that there are still say how bad it is.
    expect(strict('root').status).toBe('off_track');
  });

  it('follows from the score, where that is declared', () => {
    const goal = rolled(tree('renormalise', 'from_score'), leaves);
    expect(goal('growth')).toMatchObject({ status: 'off_track', by: null });
    const better = rolled(tree('renormalise', 'from_score'), {
      ...leaves,
      new_customers: { score: '0.99', status: 'on_track' },
    });
    expect(better('growth')).toMatchObject({ score: '0.93', status: 'at_risk' });
  });
});

describe('a goal', () => {
  const one = goalsOf(`
goals: { g: { title: G, owner: o, status: from_score } }
kpis:
${kpi('a', 'g')}
${kpi('b', 'g')}
`);

  it('is achieved when every child that counts is, not by their mean alone', () => {
    const at = (a: Leaf, b: Leaf) => rolled(one, { a, b })('g');
    const done: Leaf = { score: '1', status: 'achieved' };
    expect(at(done, done)).toMatchObject({ score: '1', status: 'achieved' });
    expect(at({ score: '1.5', status: 'achieved' }, { score: '0.6', status: 'at_risk' })).toMatchObject({
      score: '1.05',
      status: 'on_track',
    });
    expect(at(done, { status: 'no_data' })).toMatchObject({ status: 'achieved', coverage: '0.5' });
  });

  it('has no status of its own without data', () => {
    const at = (a: Status, b: Status) =>
      rolled(one, { a: { score: '0.4', status: a }, b: { score: '1', status: b } })('g');
    expect(at('not_due', 'not_due')).toEqual({ score: '(not_due)', coverage: '0', status: 'not_due', by: null });
    expect(at('not_due', 'no_data')).toEqual({ score: '(no_value)', coverage: '0', status: 'no_data', by: null });
    expect(at('stale', 'stale').status).toBe('no_data');
    // Only judged children count: a stale score does not.
    expect(at('stale', 'achieved')).toMatchObject({ score: '1', coverage: '0.5' });
  });
});
