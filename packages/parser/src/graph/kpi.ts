// A KPI, typed: the number, how it becomes a score and a status, and what it is compared with. The engine's status room reads
// this and nothing of the definition's formulas. A part that could not be typed was reported and is null.
import type { GoalDef, IncentiveDef, KpiDef } from '../shape/definitions.js';
import type { Status } from '../types/status.js';
import type { CalendarLevel, CalendarSpan, Member, Type, Typed } from '../types/typed.js';
import type { Unit } from '../types/unit.js';

export interface Kpi {
  readonly name: string;
  readonly def: KpiDef;
  /** The metric's or the KPI's own formula with `where:` made part of it; null where it could not be typed. */
  readonly formula: Typed | null;
  readonly type: Type;
  readonly unit: Unit;
  /** As its metric is shown. */
  readonly percent: boolean;
  readonly decimals: number | null;
  /** The values of disjoint groups add up: targets of groups add up to the target of all. */
  readonly additive: boolean;
  /** The values of the parts of a window add up: no state, no window of its own. Targets of periods add up to that of a longer one. */
  readonly addsOverTime: boolean;
  /** Datasets that the formula aggregates, sorted: staleness looks at them. */
  readonly datasets: readonly string[];
  /** A limit or a range says it too; null where nothing does, which was reported. */
  readonly direction: 'up' | 'down' | 'range' | null;
  readonly every: CalendarLevel | null;
  /** `by:`: dimensions whose groups have targets of their own. */
  readonly slices: readonly KpiSlice[];
  readonly aim: Aim | null;
  /** How the target of a period is spread over windows inside it; null: they have none. */
  readonly spread: 'even' | 'working_days' | 'like_prior_year' | null;
  /** Null: nothing is expected before the period ends. */
  readonly pacing: Pacing | null;
  readonly bands: Bands;
  readonly guardrails: readonly Guardrail[];
  /** Above 0; 1 where nothing is said. Decimal text. */
  readonly weight: string;
  /** The smallest change that is a trend, in the KPI's unit; null is any change. Level `constant`. */
  readonly materiality: Typed | null;
  /** What the trend compares with; null is the bucket of `every` before. */
  readonly compare: CalendarSpan | null;
  readonly benchmark: Benchmark | null;
}

export interface KpiSlice {
  readonly name: string;
  readonly member: Member;
}

/** How a value becomes a score. All values are in the KPI's unit, all scores plain numbers. */
export type Aim =
  | {
      readonly kind: 'target';
      readonly target: Target;
      /** Level `aggregate` or `constant`; null is 0, for additive KPIs with direction up. */
      readonly baseline: Typed | null;
      /** Says every score; progress is computed all the same. */
      readonly curve: Curve | null;
      /** Highest score, 1 to 2; level `constant`; null is 1. */
      readonly cap: Typed | null;
    }
  | {
      readonly kind: 'limit';
      readonly side: 'at_most' | 'at_least';
      readonly bound: Typed;
      /** Scores 0; null only where a curve says every score. */
      readonly worst: Typed | null;
      readonly curve: Curve | null;
      readonly cap: Typed | null;
    }
  | {
      readonly kind: 'range';
      readonly low: Typed;
      readonly high: Typed;
      /** Level `constant`; null only where a curve says every score. */
      readonly tolerance: Typed | null;
      readonly curve: Curve | null;
    }
  | { readonly kind: 'curve'; readonly curve: Curve };

/** Points of value and score, level `constant`, by ascending value; two points at one value are a jump, at which the higher score counts. */
export type Curve = readonly { readonly x: Typed; readonly score: Typed }[];

export type Target =
  | { readonly kind: 'formula'; readonly formula: Typed }
  /** By the label of the period of `every`. */
  | { readonly kind: 'periods'; readonly periods: ReadonlyMap<string, PeriodTarget> }
  /** Rows of a dataset: `period` is a text field with the period's label, or null: the dataset's own time lies in the period. */
  | { readonly kind: 'dataset'; readonly dataset: string; readonly period: string | null; readonly value: string };

export type PeriodTarget =
  | { readonly kind: 'formula'; readonly formula: Typed }
  /** By the text of the one dimension in `by:`. */
  | { readonly kind: 'groups'; readonly groups: ReadonlyMap<string, Typed> };

/** `c(f)`: which share of the way is expected when the share `f` of the period has passed. */
export type Pacing =
  | { readonly kind: 'linear' }
  /** Mondays to Fridays without the days in this dataset's own time. */
  | { readonly kind: 'working_days'; readonly holidays: string | null }
  /** The share of the prior year's whole value that was reached at the same point of the prior year. */
  | { readonly kind: 'like_prior_year' }
  /** Points of f and c, ascending decimal texts from `0, 0` to `1, 1`; straight between them. */
  | { readonly kind: 'steps'; readonly steps: readonly { readonly elapsed: string; readonly expected: string }[] };

/** Half-open bands on one basis. With basis `value` and direction down, at or below; else at or above. */
export interface Bands {
  readonly basis: 'score' | 'pace' | 'forecast' | 'value';
  /** Level `constant`; a plain number for `score` and `pace`, in the KPI's unit for `value` and `forecast`. */
  readonly onTrack: Typed;
  /** Null: below `onTrack` all is off track. */
  readonly atRisk: Typed | null;
  /** False where the definition says no `status:`: `pace` where there is pacing, else score, at 0.95 and 0.85. */
  readonly declared: boolean;
}

export interface Guardrail {
  readonly kpi: string;
  /** From this status on it holds nothing back; null: it always does. */
  readonly atLeast: Extract<Status, 'at_risk' | 'on_track' | 'achieved'> | null;
}

export interface Benchmark {
  readonly population: string;
  readonly year: string;
  readonly source: string;
  /** Ascending percentiles 1 to 99 with values in the KPI's unit, level `constant`; a single value is the percentile 50. */
  readonly points: readonly { readonly percentile: number; readonly value: Typed }[];
}

/** A goal with its children in the order of definition. */
export interface Goal {
  readonly name: string;
  readonly def: GoalDef;
  readonly parent: string | null;
  /** Decimal text. */
  readonly weight: string;
  readonly status: 'worst' | 'from_score';
  /** Decimal texts; bands of `from_score`. */
  readonly onTrack: string;
  readonly atRisk: string;
  readonly missing: 'renormalise' | 'zero' | 'strict';
  readonly goals: readonly string[];
  readonly kpis: readonly string[];
}

/** An incentive, typed. */
export interface Incentive {
  readonly name: string;
  readonly def: IncentiveDef;
  readonly participants: readonly string[];
  readonly components: readonly {
    readonly kind: 'kpi' | 'goal';
    readonly name: string;
    /** Decimal text. */
    readonly weight: string;
  }[];
  /** What the share 1 pays: money, level `constant`. */
  readonly amount: Typed | null;
  /** Points of score and paid share, plain numbers, ascending; empty: the score is the share. */
  readonly curve: Curve;
  readonly gate: Guardrail | null;
  readonly cap: Typed | null;
}
