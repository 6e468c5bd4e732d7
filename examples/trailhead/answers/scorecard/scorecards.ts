// Scorecards of several days, computed from the rows and by fractions: KPIs, guardrails, goals, pay.
import { day } from '../../generate/days.js';
import { add, divide, fraction, fractionText, multiply, type Fraction } from '../fraction.js';
import { periodHolding } from './calendar.js';
import { along, judge, less, type Judged } from './judge.js';
import type { Amount } from './measures.js';
import { goalPlans, payPlans, type GoalPlan } from './goal-plans.js';
import { marketingPlans } from './marketing-plans.js';
import type { Plan, Status } from './plan.js';
import { salesPlans } from './sales-plans.js';
import { statePlans } from './state-plans.js';
import { supportPlans } from './support-plans.js';
import { readRecords, type Records } from './records.js';

/** Numbers are whole, or fractions in lowest terms, and unrounded; null is no value. */
export interface ScorecardAnswer {
  readonly asOf: string;
  readonly kpis: readonly KpiAnswer[];
  readonly goals: readonly GoalAnswer[];
  readonly incentives: readonly IncentiveAnswer[];
}

interface StandingAnswer {
  readonly value: string | null;
  readonly target: string | null;
  readonly progress: string | null;
  readonly score: string | null;
  readonly expected: string | null;
  readonly pace: string | null;
  readonly forecast: string | null;
  readonly requiredRate: string | null;
  /** Before guardrails. */
  readonly ownStatus: Status;
}

export interface KpiAnswer extends StandingAnswer {
  readonly kpi: string;
  readonly period: string;
  readonly status: Status;
  readonly slices: readonly ({ readonly group: string } & StandingAnswer)[];
}

export interface GoalAnswer {
  readonly goal: string;
  readonly score: string | null;
  readonly coverage: string;
  readonly status: Status;
}

export interface IncentiveAnswer {
  readonly incentive: string;
  readonly score: string | null;
  readonly share: string | null;
  /** Unrounded. */
  readonly payout: string | null;
}

/** In any order: what holds another back is looked up by its name. */
const plans: readonly Plan[] = [...salesPlans, ...marketingPlans, ...supportPlans, ...statePlans];

/** The end of a year, the end of a quarter and of a month, the days after it, the middle of a quarter. */
const days = ['2025-08-31', '2026-01-31', '2026-04-30', '2026-05-03', '2026-06-17'];

export function scorecards(folder: string): readonly ScorecardAnswer[] {
  const known = readRecords(folder);
  return days.map((asOf) => scorecardOf(known, asOf));
}

function scorecardOf(known: Records, asOfText: string): ScorecardAnswer {
  const asOf = day(asOfText);
  const judged = new Map(
    plans.map((plan) => {
      const period = periodHolding(plan.every, asOf);
      const stale = plan.fresh.some(({ last, within }) => last(known, asOf) < asOf + 1 - within);
      const at = (group: string | null): Judged => judge(plan, known, period, asOf, group, stale);
      return [
        plan.kpi,
        { plan, period, whole: at(null), groups: plan.groups.map((group) => ({ group, ...at(group) })) },
      ];
    }),
  );
  const statuses = new Map<string, Status>();
  for (const { plan } of judged.values()) statuses.set(plan.kpi, statusOf(plan, judged));
  const kpis = [...judged.values()].map(({ plan, period, whole, groups }): KpiAnswer => ({
    kpi: plan.kpi,
    period: period.label,
    ...standing(whole),
    status: statuses.get(plan.kpi) ?? 'no_data',
    slices: groups.map(({ group, ...one }) => ({ group, ...standing(one) })),
  }));
  const parts = (name: string): readonly Part[] => [
    ...goalPlans.filter((goal) => goal.parent === name).map((goal) => partOfGoal(goal, parts(goal.goal))),
    ...plans
      .filter((plan) => plan.goal === name)
      .map((plan) => {
        const status = statuses.get(plan.kpi) ?? 'no_data';
        const score = isJudged(status) ? (judged.get(plan.kpi)?.whole.counting ?? null) : null;
        return { weight: plan.weight, score, covered: score === null ? zero : one, status };
      }),
  ];
  const goals = new Map(goalPlans.map((goal) => [goal.goal, rollUp(goal, parts(goal.goal))]));
  return {
    asOf: asOfText,
    kpis,
    goals: goalPlans.map(({ goal }) => {
      const result = goals.get(goal) ?? nothing;
      return { goal, score: text(result.score), coverage: text(result.covered) ?? '0', status: result.status };
    }),
    incentives: payPlans.map(({ incentive, parts: components, amount, curve, gate, cap }) => {
      let [scored, weights]: [Amount, Fraction] = [zero, zero];
      for (const { name, weight } of components) {
        // A KPI that is not judged counts nowhere.
        const ofKpi = isJudged(statuses.get(name) ?? 'no_data') ? (judged.get(name)?.whole.counting ?? null) : null;
        const score: Amount = goals.get(name)?.score ?? ofKpi;
        scored = scored === null || score === null ? null : add(scored, multiply(score, weight));
        weights = add(weights, weight);
      }
      const score = scored === null ? null : divide(scored, weights);
      const share = score === null || curve.length === 0 ? score : along(curve, score);
      const earned = share === null ? null : multiply(share, amount);
      const most = earned === null || cap === null || less(earned, cap) ? earned : cap;
      const gated = gate === null ? null : (statuses.get(gate.kpi) ?? 'no_data');
      const shut = gate !== null && gated !== null && isJudged(gated) && rank(gated) < rank(gate.atLeast);
      const unknown = gated !== null && !isJudged(gated);
      return { incentive, score: text(score), share: text(share), payout: unknown ? null : shut ? '0' : text(most) };
    }),
  };
}

const zero = fraction(0n, 1n);
const one = fraction(1n, 1n);
const order: readonly Status[] = ['off_track', 'at_risk', 'on_track', 'achieved'];

function isJudged(status: Status): boolean {
  return order.includes(status);
}

function rank(status: Status): number {
  return order.indexOf(status);
}

/** Never better than the worst guardrail, after its own guardrails. */
function statusOf(plan: Plan, judged: ReadonlyMap<string, { readonly plan: Plan; readonly whole: Judged }>): Status {
  let status = judged.get(plan.kpi)?.whole.status ?? 'no_data';
  if (!isJudged(status)) return status;
  for (const { kpi, atLeast } of plan.guardrails) {
    const other = judged.get(kpi);
    if (other === undefined) throw new Error(kpi);
    const held = statusOf(other.plan, judged);
    if (!isJudged(held) || (atLeast !== null && rank(held) >= rank(atLeast))) continue;
    if (rank(held) < rank(status)) status = held;
  }
  return status;
}

interface Part {
  readonly weight: number;
  readonly score: Amount;
  readonly covered: Fraction;
  readonly status: Status;
}

interface RolledUp {
  readonly score: Amount;
  readonly covered: Fraction;
  readonly status: Status;
}

const nothing: RolledUp = { score: null, covered: zero, status: 'no_data' };

function partOfGoal(goal: GoalPlan, parts: readonly Part[]): Part {
  return { weight: goal.weight, ...rollUp(goal, parts) };
}

function rollUp(goal: GoalPlan, parts: readonly Part[]): RolledUp {
  const weightOf = (some: readonly Part[]): Fraction =>
    fraction(BigInt(some.reduce((sum, p) => sum + p.weight, 0)), 1n);
  const weighted = (some: readonly Part[], amount: (part: Part) => Fraction): Fraction =>
    some.reduce((sum, p) => add(sum, multiply(fraction(BigInt(p.weight), 1n), amount(p))), zero);
  const covered = divide(
    weighted(parts, (p) => p.covered),
    weightOf(parts),
  );
  const counting = parts.filter((p) => p.score !== null);
  const judged = parts.filter((p) => isJudged(p.status));
  if (counting.length === 0 && judged.length === 0) {
    const early = parts.every((p) => p.status === 'not_due');
    return { score: null, covered: covered ?? zero, status: early ? 'not_due' : 'no_data' };
  }
  const scored = weighted(counting, (p) => p.score ?? zero);
  const strict = goal.missing === 'strict' && counting.length < parts.length;
  const score =
    counting.length === 0 || strict ? null : divide(scored, weightOf(goal.missing === 'zero' ? parts : counting));
  const worst = judged.map((p) => p.status).toSorted((a, b) => rank(a) - rank(b))[0] ?? 'no_data';
  return {
    score,
    covered: covered ?? zero,
    status: goal.status === 'worst' ? worst : fromScore(goal, score, counting),
  };
}

function fromScore(goal: GoalPlan, score: Amount, counting: readonly Part[]): Status {
  if (score === null) return 'no_data';
  if (!less(score, one) && counting.every((p) => p.status === 'achieved')) return 'achieved';
  return !less(score, goal.onTrack) ? 'on_track' : !less(score, goal.atRisk) ? 'at_risk' : 'off_track';
}

function standing(judged: Judged): StandingAnswer {
  const { value, target, progress, score, expected, pace, forecast, requiredRate } = judged;
  return {
    value: text(value),
    target: text(target),
    progress: text(progress),
    score: text(score),
    expected: text(expected),
    pace: text(pace),
    forecast: text(forecast),
    requiredRate: text(requiredRate),
    ownStatus: judged.status,
  };
}

function text(amount: Amount): string | null {
  return amount === null ? null : fractionText(amount);
}
