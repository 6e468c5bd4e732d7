// What the status room says: plain data with exact decimal texts, which renderers show and never compute with.
import type { Diagnostic, Status } from '@sextant/parser';
import type { BucketCell } from '../result/result.js';
import type { Reason } from '../value/value.js';

/** How KPIs, goals and incentives stand at the end of a day. The same project, data and day give the same bytes. */
export interface Scorecard {
  readonly project: string;
  /** ISO day. */
  readonly asOf: string;
  /** In the order of definition. */
  readonly kpis: readonly KpiReading[];
  /** Parents before children, siblings in the order of definition. */
  readonly goals: readonly GoalReading[];
  readonly incentives: readonly IncentiveReading[];
  /** What the data said on the way. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A number that leaves the engine: rounded once, exact text; null is no value, with the reason where there is one. */
export interface Figure {
  readonly value: string | null;
  readonly reason: Reason | null;
  readonly approximate: boolean;
}

export interface KpiReading {
  readonly kpi: string;
  readonly title: string;
  readonly goal: string | null;
  readonly owner: string | null;
  readonly contributors: readonly string[];
  /** `EUR/customer`; empty for a plain number. */
  readonly unit: string;
  /** Values are ratios to be shown as percentages. */
  readonly percent: boolean;
  readonly decimals: number | null;
  readonly direction: 'up' | 'down' | 'range';
  /** `every`, as written: `fiscal_quarter`. */
  readonly every: string;
  /** Decimal text. */
  readonly weight: string;
  readonly period: BucketCell;
  readonly standing: Standing;
  /** The status before guardrails. */
  readonly ownStatus: Status;
  /** The guardrails that hold it back, worst first. */
  readonly heldBackBy: readonly { readonly kpi: string; readonly status: Status }[];
  readonly status: Status;
  /** What the playbook says to do at this status; null where it says nothing. */
  readonly playbook: string | null;
  readonly trend: Trend | null;
  /** Datasets without a row within their `fresh_within`; `last` is the ISO day of the last row. */
  readonly stale: readonly { readonly dataset: string; readonly last: string | null; readonly within: string }[];
  /** Groups of `by:`, each with its own target. */
  readonly slices: readonly SliceReading[];
  /** Periods up to and with this one, oldest first. */
  readonly history: readonly HistoryPoint[];
  readonly benchmark: BenchmarkReading | null;
  /** Bands as declared, as texts in the unit of their basis. */
  readonly bands: {
    readonly basis: 'score' | 'pace' | 'forecast' | 'value';
    readonly onTrack: string;
    readonly atRisk: string | null;
    readonly declared: boolean;
  };
}

/** Value and target of one period and what follows from them. Figures that do not apply are null. */
export interface Standing {
  readonly value: Figure;
  readonly aim: AimReading;
  /** `(v - b) / (T - b)`, or `(v - w) / (T - w)` for a limit; unclamped. */
  readonly progress: Figure | null;
  readonly score: Figure;
  /** `v / T`: direction up, T above 0. */
  readonly attainment: Figure | null;
  /** The elapsed share of the period at the end of as_of. */
  readonly elapsed: string;
  /** Null without pacing. */
  readonly pacing: PacingReading | null;
  /** Before guardrails. */
  readonly status: Status;
  readonly because: StatusReason;
}

export type AimReading =
  | { readonly kind: 'target'; readonly target: Figure; readonly baseline: Figure; readonly source: TargetSource }
  | {
      readonly kind: 'limit';
      readonly side: 'at_most' | 'at_least';
      readonly bound: Figure;
      /** Null where a curve says every score. */
      readonly worst: Figure | null;
    }
  | { readonly kind: 'range'; readonly low: Figure; readonly high: Figure; readonly tolerance: Figure | null }
  | { readonly kind: 'curve' };

/** Where the target came from: the rule that fired. */
export type TargetSource =
  | { readonly kind: 'formula'; readonly text: string }
  | { readonly kind: 'period'; readonly period: string; readonly text: string }
  /** Targets of groups of the period, one or added up. */
  | { readonly kind: 'groups'; readonly period: string; readonly groups: readonly string[] }
  | { readonly kind: 'dataset'; readonly dataset: string; readonly period: string; readonly rows: number }
  | { readonly kind: 'none'; readonly period: string };

export interface PacingReading {
  readonly kind: 'linear' | 'working_days' | 'like_prior_year' | 'steps';
  /** c(f). */
  readonly share: Figure;
  /** e = b + (T - b) c(f). */
  readonly expected: Figure;
  /** (v - b) / (e - b). */
  readonly pace: Figure;
  /** b + (v - b) / c(f); none below c(f) = 0.1. */
  readonly forecast: Figure;
  /** (T - v) per day left, per working day under working_days; additive KPIs with days left only. */
  readonly requiredRate: Figure | null;
  readonly unitsLeft: number;
}

/** The rule of the status that fired, as a fact. */
export type StatusReason =
  | { readonly kind: 'no_value'; readonly reason: Reason | null }
  | { readonly kind: 'no_target'; readonly period: string }
  | { readonly kind: 'not_started' }
  /** The period is not over and nothing says how far it should be. */
  | { readonly kind: 'period_open' }
  | { readonly kind: 'stale'; readonly dataset: string }
  | { readonly kind: 'achieved' }
  /** The figure of the basis, against the band that it fell in; `atLeast` is null in the lowest band. */
  | {
      readonly kind: 'band';
      readonly basis: 'score' | 'pace' | 'forecast' | 'value';
      readonly figure: Figure;
      readonly bound: string | null;
    }
  /** The basis itself has no value, such as a forecast below a tenth of the way. */
  | { readonly kind: 'no_basis'; readonly basis: 'score' | 'pace' | 'forecast' | 'value' };

export interface SliceReading {
  /** One text per dimension of `by:`; null is the group without a value. */
  readonly keys: readonly (string | null)[];
  readonly standing: Standing;
}

export interface Trend {
  /** Null where there is nothing to compare with. */
  readonly direction: 'improving' | 'worsening' | 'flat' | null;
  /** `1 year`, or the period before. */
  readonly versus: string;
  readonly prior: Figure;
  readonly change: Figure;
}

export interface HistoryPoint {
  readonly period: BucketCell;
  readonly value: Figure;
  readonly target: Figure | null;
  /** As judged with today's definitions, before guardrails. */
  readonly status: Status;
}

export interface BenchmarkReading {
  readonly population: string;
  readonly year: string;
  readonly source: string;
  readonly points: readonly { readonly percentile: number; readonly value: Figure }[];
  /** v minus the median, or the one value; null where there is no percentile 50. */
  readonly gap: Figure | null;
  /** The percentile at which the value stands, straight between the points; `beyond` where it lies outside them. */
  readonly position: { readonly percentile: Figure; readonly beyond: 'below' | 'above' | null } | null;
}

export interface GoalReading {
  readonly goal: string;
  readonly title: string;
  readonly parent: string | null;
  /** 0 for a root. */
  readonly depth: number;
  readonly owner: string | null;
  readonly period: string | null;
  readonly weight: string;
  /** Weighted mean over the children with data. */
  readonly score: Figure;
  /** The share of the weight below that has data, 0 to 1. */
  readonly coverage: string;
  readonly missing: 'renormalise' | 'zero' | 'strict';
  readonly basis: 'worst' | 'from_score';
  readonly status: Status;
  /** For `worst`: the child that decided. */
  readonly decidedBy: { readonly kind: 'kpi' | 'goal'; readonly name: string } | null;
  readonly goals: readonly string[];
  readonly kpis: readonly string[];
}

export interface IncentiveReading {
  readonly incentive: string;
  readonly title: string;
  readonly participants: readonly string[];
  readonly components: readonly {
    readonly kind: 'kpi' | 'goal';
    readonly name: string;
    readonly weight: string;
    readonly score: Figure;
  }[];
  /** Weighted mean; no value where a component has none. */
  readonly score: Figure;
  readonly gate: {
    readonly kpi: string;
    readonly atLeast: string;
    readonly status: Status;
    readonly passed: boolean | null;
  } | null;
  /** The share that the curve gives. */
  readonly share: Figure;
  readonly currency: string;
  readonly amount: string;
  readonly cap: string | null;
  /** Money, rounded once, half-even, to the currency's minor unit. */
  readonly payout: Figure;
  /** A component's period is not over, or its data is stale: it can still change. */
  readonly provisional: boolean;
}
