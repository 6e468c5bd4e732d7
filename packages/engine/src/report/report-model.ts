// All that a report shows, as plain data: a scorecard with the names, words and tables around it. Renderers compute nothing.
import type { KpiWords, Severity, Status } from '@sextant/parser';
import type { Figure, GoalReading, IncentiveReading, KpiReading, SliceReading } from '../status/scorecard.js';

export interface ReportModel {
  readonly project: string;
  /** ISO day. */
  readonly asOf: string;
  /** What the report is narrowed to, in words; null is everything. */
  readonly scope: string | null;
  /** How many KPIs stand so, in the order of `STATUSES` without those that none has. */
  readonly counts: readonly { readonly status: Status; readonly count: number }[];
  /** Parents before children. */
  readonly goals: readonly GoalPart[];
  /** In the order of the goals that they serve, then as defined. */
  readonly kpis: readonly KpiPart[];
  readonly alignment: Alignment;
  readonly incentives: readonly IncentivePart[];
  readonly glossary: readonly GlossaryEntry[];
  readonly notes: readonly Note[];
}

export interface Person {
  readonly name: string;
  readonly title: string;
  readonly kind: 'team' | 'role' | 'person' | null;
  /** The team that they belong to, as it is called. */
  readonly team: string | null;
  readonly contact: string | null;
}

export interface GoalPart {
  readonly reading: GoalReading;
  readonly description: string | null;
  readonly owner: Person | null;
  /** The child that decided its status, as it is called. */
  readonly decidedBy: string | null;
  /** The KPIs that the report shows below it. */
  readonly kpis: readonly string[];
}

/** How the values of a KPI are shown. */
export interface ValueStyle {
  readonly percent: boolean;
  readonly decimals: number | null;
  /** `EUR/customer`, `orders`; empty for a plain number. */
  readonly unit: string;
  /** Of the value 1: `order`. */
  readonly unitOfOne: string;
}

export interface KpiPart {
  readonly reading: KpiReading;
  readonly style: ValueStyle;
  /** The question that it answers. */
  readonly question: string | null;
  readonly description: string | null;
  readonly aliases: readonly string[];
  readonly words: KpiWords;
  readonly formulas: readonly FormulaPart[];
  readonly goal: { readonly name: string; readonly title: string } | null;
  readonly owner: Person | null;
  readonly contributors: readonly Person[];
  readonly review: ReviewPart | null;
  /** Why it stands as it does, in sentences with full stops. */
  readonly because: readonly string[];
  readonly guardrails: readonly { readonly kpi: string; readonly title: string; readonly status: Status | null }[];
  /** What to do, for every status that has something; `applies` marks the one at hand. */
  readonly playbook: readonly { readonly status: string; readonly text: string; readonly applies: boolean }[];
  readonly breakdowns: readonly Breakdown[];
  /** The score follows the value in a straight line: no curve bends it. */
  readonly straight: boolean;
}

/** A formula as written, with its place. */
export interface FormulaPart {
  /** `metric`, `where`: what the formula is to the KPI. */
  readonly role: string;
  /** The metric whose formula it is; null for the KPI's own. */
  readonly metric: string | null;
  readonly text: string;
  /** `marketing.kpi.yaml:212`. */
  readonly place: string;
}

export interface ReviewPart {
  readonly every: string;
  /** ISO days; null where nothing is said. */
  readonly last: string | null;
  readonly next: string | null;
  /** The next day is before the report's. */
  readonly overdue: boolean;
}

/** The KPI in its period by one dimension, or by the groups that have targets of their own. */
export type Breakdown =
  | { readonly kind: 'slices'; readonly titles: readonly string[]; readonly slices: readonly SliceReading[] }
  | {
      readonly kind: 'dimension';
      readonly dimension: string;
      readonly title: string;
      readonly rows: readonly { readonly key: string | null; readonly value: Figure }[];
      /** Groups share rows: their values must not be added up. */
      readonly overlapping: boolean;
    };

export type AlignmentCell = 'owned' | 'contributes' | 'none';

/** Which department works for which goal, itself or by its roles and people. */
export interface Alignment {
  readonly departments: readonly Person[];
  readonly rows: readonly {
    readonly goal: string;
    readonly title: string;
    readonly depth: number;
    readonly cells: readonly {
      readonly relation: AlignmentCell;
      /** The titles of the KPIs, of this goal and those below it. */
      readonly kpis: readonly string[];
      readonly ownsGoal: boolean;
    }[];
  }[];
}

export interface IncentivePart {
  readonly reading: IncentiveReading;
  readonly description: string | null;
  readonly participants: readonly Person[];
  readonly components: readonly string[];
  readonly gate: string | null;
}

export interface GlossaryEntry {
  readonly metric: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly description: string | null;
  /** Sentences without full stops. */
  readonly words: readonly string[];
  /** `EUR per customer`, `percent`; empty for a plain number. */
  readonly unit: string;
  readonly formula: FormulaPart;
  readonly datasets: readonly string[];
  /** The KPIs that it is part of: names and titles. */
  readonly usedBy: readonly { readonly kpi: string; readonly title: string }[];
}

/** What the data said. */
export interface Note {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly place: string;
  readonly details: readonly string[];
}
