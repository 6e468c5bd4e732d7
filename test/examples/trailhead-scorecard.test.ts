// The engine's scorecards are those that were computed from the rows by other means: through SQL and from the rows alike.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openSession,
  referenceAsker,
  scorecard,
  sessionAsker,
  type Asker,
  type Figure,
  type KpiReading,
  type Scorecard,
  type Session,
  type Standing,
} from '@sextant/engine';
import { parseProject } from '@sextant/parser';
import { loadRows } from '../../packages/engine/src/execute/load-rows.js';
import type { Answers } from '../../examples/trailhead/answers/compute.js';
import { decimalText, fraction, type Fraction } from '../../examples/trailhead/answers/fraction.js';
import { definitionFiles, examples } from './example-files.js';

const { scorecards } = JSON.parse(readFileSync(join(examples, 'trailhead/answers.json'), 'utf8')) as Answers;
const { value: graph } = parseProject(definitionFiles('trailhead'));

let session: Session;
let askers: Readonly<Record<'sql' | 'rows', Asker>>;

beforeAll(async () => {
  const opened = await openSession(graph, { root: join(examples, 'trailhead') });
  if (opened.value === null) throw new Error('the data is not sound');
  session = opened.value;
  const loaded = await loadRows(session.data);
  if (loaded.kind !== 'rows') throw new Error('too many rows');
  askers = { sql: sessionAsker(session), rows: referenceAsker(graph, loaded.rows) };
});
afterAll(() => session.executor.close());

async function cardAt(asOf: string, asker: Asker): Promise<Scorecard> {
  const { value, diagnostics } = await scorecard(graph, asker, { asOf });
  if (value === null) throw new Error(diagnostics.map((one) => one.message).join());
  return value;
}

type Answer = Answers['scorecards'][number]['kpis'][number];
type Numbers = Omit<Answer['slices'][number], 'group'>;

function fractionOf(text: string): Fraction {
  const [n = '0', d = '1'] = text.split('/');
  return fraction(BigInt(n), BigInt(d));
}

/** Of an expansion without an end the answers keep a 34th digit that happens to be zero. */
function full(text: string | null): string | null {
  if (text === null) return null;
  const shown = decimalText(fractionOf(text));
  return shown.length < 34 ? shown : shown.replace(/0+$/, '');
}

/** As the KPI's metric is shown: half-even, digits of the percentage where it is one. */
function shown(text: string | null, { percent, decimals }: KpiReading): string | null {
  if (text === null || decimals === null) return full(text);
  const digits = decimals + (percent ? 2 : 0);
  const { n, d } = fractionOf(text);
  const scaled = (n < 0n ? -n : n) * 10n ** BigInt(digits);
  const [whole, twice] = [scaled / d, 2n * (scaled % d)];
  const rounded = twice > d || (twice === d && whole % 2n === 1n) ? whole + 1n : whole;
  const padded = String(rounded).padStart(digits + 1, '0');
  const placed = digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
  return n < 0n && rounded !== 0n ? `-${placed}` : placed;
}

/** The engine's numbers of a place, in the form of the answers. */
function found({ value, aim, progress, score, pacing, status }: Standing): Numbers {
  const read = (figure: Figure | null | undefined): string | null => figure?.value ?? null;
  const target = aim.kind === 'target' ? aim.target : aim.kind === 'limit' ? aim.bound : null;
  return {
    value: read(value),
    target: read(target),
    progress: read(progress),
    score: read(score),
    expected: read(pacing?.expected),
    pace: read(pacing?.pace),
    forecast: read(pacing?.forecast),
    requiredRate: read(pacing?.requiredRate),
    ownStatus: status,
  };
}

/** What must be found; a target that the definitions write is shown as it is written. */
function wanted(answer: Numbers, kpi: KpiReading, computed: boolean): Numbers {
  return {
    value: shown(answer.value, kpi),
    target: computed ? shown(answer.target, kpi) : full(answer.target),
    progress: full(answer.progress),
    score: full(answer.score),
    expected: shown(answer.expected, kpi),
    pace: full(answer.pace),
    forecast: shown(answer.forecast, kpi),
    requiredRate: full(answer.requiredRate),
    ownStatus: answer.ownStatus,
  };
}

/** KPIs whose target or limit is a formula over metrics. */
const computedTargets = new Set(['won_fy27', 'repeat_fy27', 'costs_fy27']);

describe.each(['sql', 'rows'] as const)('the scorecards of the example, asked by %s', (way) => {
  test.each(scorecards)('at the end of $asOf', async ({ asOf, kpis, goals, incentives }) => {
    const card = await cardAt(asOf, askers[way]);
    expect(new Set(card.kpis.map((one) => one.kpi))).toEqual(new Set(kpis.map((one) => one.kpi)));
    for (const answer of kpis) {
      const reading = card.kpis.find((one) => one.kpi === answer.kpi);
      if (reading === undefined) throw new Error(answer.kpi);
      const computed = computedTargets.has(answer.kpi);
      expect(
        {
          kpi: reading.kpi,
          period: reading.period.label,
          status: reading.status,
          ...found(reading.standing),
          slices: reading.slices.map(({ keys, standing }) => ({ group: keys.join(), ...found(standing) })),
        },
        `${answer.kpi} ${asOf}`,
      ).toEqual({
        kpi: answer.kpi,
        period: answer.period,
        status: answer.status,
        ...wanted(answer, reading, computed),
        slices: answer.slices.map(({ group, ...one }) => ({ group, ...wanted(one, reading, computed) })),
      });
    }
    expect(
      new Map(card.goals.map(({ goal, score, coverage, status }) => [goal, [score.value, coverage, status]])),
    ).toEqual(new Map(goals.map(({ goal, score, coverage, status }) => [goal, [full(score), full(coverage), status]])));
    expect(
      card.incentives.map(({ incentive, score, share, payout }) => [incentive, score.value, share.value, payout.value]),
    ).toEqual(
      incentives.map(({ incentive, score, share, payout }) => [incentive, full(score), full(share), cents(payout)]),
    );
  });
});

/** Money is rounded once, half-even, to cents. */
function cents(payout: string | null): string | null {
  if (payout === null) return null;
  const { n, d } = fractionOf(payout);
  const [whole, twice] = [(n * 100n) / d, 2n * ((n * 100n) % d)];
  const rounded = String(twice > d || (twice === d && whole % 2n === 1n) ? whole + 1n : whole).padStart(3, '0');
  return `${rounded.slice(0, -2)}.${rounded.slice(-2)}`;
}

describe('the example shows everything that a scorecard can say', () => {
  let card: Scorecard;
  beforeAll(async () => {
    card = await cardAt('2026-06-17', askers.sql);
  });

  test('every status, on its last day', () => {
    expect(new Set(card.kpis.map((one) => one.status))).toEqual(
      new Set(['achieved', 'on_track', 'at_risk', 'off_track', 'stale', 'not_due', 'no_data']),
    );
  });

  test('periods that are behind in every status that can be told then', () => {
    const behind = new Set(card.kpis.flatMap((one) => one.history.slice(0, -1).map((point) => point.status)));
    for (const status of ['achieved', 'at_risk', 'no_data', 'off_track', 'on_track'] as const)
      expect(behind).toContain(status);
  });

  test('every trend', () => {
    expect(new Set(card.kpis.flatMap((one) => one.trend?.direction ?? []))).toEqual(
      new Set(['improving', 'worsening', 'flat']),
    );
  });

  test('a KPI that a guardrail holds back', () => {
    expect(card.kpis.find((one) => one.kpi === 'orders_monthly')).toMatchObject({
      ownStatus: 'on_track',
      status: 'at_risk',
      heldBackBy: [{ kpi: 'satisfaction_fy27', status: 'at_risk' }],
    });
  });

  test('every kind of pacing, aim, basis and target', () => {
    const kinds = (of: (one: KpiReading) => readonly string[]): ReadonlySet<string> => new Set(card.kpis.flatMap(of));
    expect(kinds(({ standing }) => (standing.pacing === null ? [] : [standing.pacing.kind]))).toEqual(
      new Set(['linear', 'working_days', 'like_prior_year', 'steps']),
    );
    expect(kinds(({ standing }) => [standing.aim.kind])).toEqual(new Set(['target', 'limit', 'range', 'curve']));
    expect(kinds(({ bands }) => [bands.basis])).toEqual(new Set(['score', 'pace', 'forecast', 'value']));
    expect(kinds(({ standing }) => (standing.aim.kind === 'target' ? [standing.aim.source.kind] : []))).toEqual(
      new Set(['period', 'groups', 'dataset', 'formula']),
    );
  });

  test('what a gate that is shut pays, and one that nobody can judge yet', async () => {
    const quarter = await cardAt('2026-04-30', askers.sql);
    const pays = (one: Scorecard, name: string): string | null | undefined =>
      one.incentives.find(({ incentive }) => incentive === name)?.payout.value;
    expect([pays(quarter, 'marketing_bonus'), pays(card, 'marketing_bonus')]).toEqual(['0.00', null]);
    expect(Number(pays(quarter, 'sales_bonus'))).toBeGreaterThan(0);
  });
});
