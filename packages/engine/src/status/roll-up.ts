// Goals: the weighted mean of what is below them, how much of it has data, and the status that follows.
import { isJudged, type Goal, type Status } from '@sextant/parser';
import { add, compare, divide, fromDecimalText, multiply, ONE, ZERO, type Rational } from '../value/rational.js';
import { noValue, numberValue } from '../value/value.js';
import { exactly, type Amount } from './amount.js';
import { bandOf } from './judge.js';
import { rank } from './guardrails.js';

export interface KpiResult {
  readonly weight: Rational;
  /** What counts in a goal; see counting-score.ts. */
  readonly score: Amount;
  readonly status: Status;
}

export interface GoalResult {
  readonly score: Amount;
  /** 0 to 1. */
  readonly coverage: Rational;
  readonly status: Status;
  /** For `worst`: the child that decided. */
  readonly decidedBy: { readonly kind: 'kpi' | 'goal'; readonly name: string } | null;
}

interface Child {
  readonly kind: 'kpi' | 'goal';
  readonly name: string;
  readonly weight: Rational;
  /** Null: without data. */
  readonly score: (Amount & { readonly kind: 'number' }) | null;
  readonly coverage: Rational;
  readonly status: Status;
}

const NOTHING: GoalResult = { score: noValue('no_value'), coverage: ZERO, status: 'no_data', decidedBy: null };

export function rollUp(
  goals: ReadonlyMap<string, Goal>,
  kpis: ReadonlyMap<string, KpiResult>,
): ReadonlyMap<string, GoalResult> {
  const done = new Map<string, GoalResult>();
  const open = new Set<string>();
  const settle = (name: string): GoalResult => {
    const known = done.get(name);
    if (known !== undefined) return known;
    const goal = goals.get(name);
    // A circle was reported where it is defined.
    if (goal === undefined || open.has(name)) return NOTHING;
    open.add(name);
    const result = goalResult(goal, [
      ...goal.goals.map((child) => goalChild(child, settle(child), goals)),
      ...goal.kpis.map((child) => kpiChild(child, kpis.get(child))),
    ]);
    open.delete(name);
    done.set(name, result);
    return result;
  };
  for (const name of goals.keys()) settle(name);
  return done;
}

function goalChild(name: string, result: GoalResult, goals: ReadonlyMap<string, Goal>): Child {
  const { score, coverage, status } = result;
  const weight = fromDecimalText(goals.get(name)?.weight ?? '1') ?? ONE;
  return { kind: 'goal', name, weight, score: score.kind === 'number' ? score : null, coverage, status };
}

/** A KPI has data when its status is judged. */
function kpiChild(name: string, kpi: KpiResult | undefined): Child {
  if (kpi === undefined) return { kind: 'kpi', name, weight: ONE, score: null, coverage: ZERO, status: 'no_data' };
  const { weight, status } = kpi;
  const score = isJudged(status) && kpi.score.kind === 'number' ? kpi.score : null;
  return { kind: 'kpi', name, weight, score, coverage: score === null ? ZERO : ONE, status };
}

function goalResult(goal: Goal, children: readonly Child[]): GoalResult {
  const all = sum(children.map((child) => child.weight));
  const covered = sum(children.map((child) => multiply(child.weight, child.coverage)));
  const coverage = divide(covered, all) ?? ZERO;
  const counting = children.flatMap(({ score, ...child }) => (score === null ? [] : [{ ...child, score }]));
  const judged = children.flatMap((child) => (isJudged(child.status) ? [{ ...child, status: child.status }] : []));
  if (counting.length === 0 && judged.length === 0) {
    const early = children.length > 0 && children.every((child) => child.status === 'not_due');
    return {
      score: noValue(early ? 'not_due' : 'no_value'),
      coverage,
      status: early ? 'not_due' : 'no_data',
      decidedBy: null,
    };
  }
  const score = scoreOfGoal(goal, counting, all, counting.length < children.length);
  if (goal.status === 'from_score') {
    const achieved = counting.every((child) => child.status === 'achieved');
    return { score, coverage, status: statusFromScore(goal, score, achieved), decidedBy: null };
  }
  const [first, ...rest] = judged;
  if (first === undefined) return { score, coverage, status: 'no_data', decidedBy: null };
  const worst = rest.reduce((a, b) => (rank(b.status) < rank(a.status) ? b : a), first);
  return { score, coverage, status: worst.status, decidedBy: { kind: worst.kind, name: worst.name } };
}

function scoreOfGoal(
  goal: Goal,
  counting: readonly { readonly weight: Rational; readonly score: Amount & { readonly kind: 'number' } }[],
  all: Rational,
  incomplete: boolean,
): Amount {
  if (counting.length === 0 || (goal.missing === 'strict' && incomplete)) return noValue('no_value');
  const scored = sum(counting.map((child) => multiply(child.weight, child.score.value)));
  const weight = goal.missing === 'zero' ? all : sum(counting.map((child) => child.weight));
  const mean = divide(scored, weight);
  if (mean === null) return noValue('division_by_zero');
  return numberValue(
    mean,
    counting.some((child) => child.score.approximate),
  );
}

/** `achieved` needs every child that counts, not only a mean of 1 that one of them makes up for another. */
function statusFromScore(goal: Goal, score: Amount, achieved: boolean): Status {
  if (score.kind === 'number' && achieved && compare(score.value, ONE) >= 0) return 'achieved';
  const bound = (text: string): Amount => exactly(fromDecimalText(text) ?? ONE);
  const bands = { basis: 'score', onTrack: bound(goal.onTrack), atRisk: bound(goal.atRisk), below: false } as const;
  return bandOf(score, bands) ?? 'no_data';
}

function sum(numbers: readonly Rational[]): Rational {
  return numbers.reduce(add, ZERO);
}
