// What differs between two versions of a project, as plain data. `docs/diff.md` says what each verdict means.
import type { NodeId } from '@sextant/parser';

/** Worst first. */
export const VERDICTS = [
  /** Whoever relies on the definition has to look: it is gone, renamed, or of another unit, type or kind. */
  'breaking',
  /** Errors stand in the way: nobody knows. */
  'unknown',
  'numbers',
  /** What moves a score, a status or a payout, and no number. */
  'target',
  'ownership',
  /** The same numbers; where there is none, another reason may be given. */
  'reasons',
  /** Written otherwise, and the same by laws. */
  'meaning',
  'metadata',
  /** Comments, layout, order. */
  'cosmetic',
] as const;

export type Verdict = (typeof VERDICTS)[number];

export function isAtLeast(verdict: Verdict, threshold: Verdict): boolean {
  return VERDICTS.indexOf(verdict) <= VERDICTS.indexOf(threshold);
}

export function worst(verdicts: readonly Verdict[]): Verdict {
  return VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? 'cosmetic';
}

export interface Diff {
  /** Worst first, then from data to people, then by name. */
  readonly changes: readonly DefinitionChange[];
  /** Files of which only comments or the like between definitions differ. */
  readonly files: readonly string[];
  /** Hashes of all that can move a number or a status. */
  readonly hash: { readonly before: string; readonly after: string };
}

export interface DefinitionChange {
  readonly kind: 'added' | 'removed' | 'renamed' | 'changed';
  /** In the version in which it is: the later one, if in both. */
  readonly id: NodeId;
  /** The first word of the id. */
  readonly node: string;
  readonly name: string;
  /** Of what is renamed: its name before. */
  readonly nameBefore: string | null;
  readonly title: string | null;
  readonly verdict: Verdict;
  readonly details: readonly Detail[];
  /** What the change reaches; nothing where nothing can move. */
  readonly effects: Effects;
  /** Who answers for what is changed or reached. */
  readonly ask: readonly Asked[];
}

/** One thing that a definition says otherwise. */
export interface Detail {
  /** `formula`, `unit`, `target FY2027-Q1`, `title`. */
  readonly key: string;
  readonly verdict: Verdict;
  /** As written; null where it says nothing. */
  readonly before: string | null;
  readonly after: string | null;
  readonly why: Why | null;
}

export type Why =
  /** Of formulas: the same by laws; by laws once names stand for their formulas. */
  | 'same_by_laws'
  | 'same_by_names'
  | 'used_by_others'
  | 'turned_non_additive'
  /** Nothing of the definition differs, only of what it is made of. */
  | 'from_below'
  | 'moved_file'
  /** Of a definition that is wrong in the one version or the other. */
  | 'error_before'
  | 'error_after';

export interface Effects {
  readonly fields: readonly string[];
  readonly dimensions: readonly string[];
  readonly metrics: readonly string[];
  /** KPIs whose numbers can move. */
  readonly kpis: readonly string[];
  /** KPIs of which only the status can: they are guarded by what moves. */
  readonly judged: readonly string[];
  readonly goals: readonly string[];
  readonly incentives: readonly string[];
  readonly questions: readonly string[];
  readonly tests: readonly string[];
}

export interface Asked {
  readonly owner: string;
  readonly title: string | null;
  /** Their own, or that of the first team above them that has one. */
  readonly contact: string | null;
  /** What they answer for. */
  readonly because: readonly NodeId[];
}

export const NO_EFFECTS: Effects = {
  fields: [],
  dimensions: [],
  metrics: [],
  kpis: [],
  judged: [],
  goals: [],
  incentives: [],
  questions: [],
  tests: [],
};
