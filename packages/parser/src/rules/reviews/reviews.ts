// When the definitions of KPIs are due to be looked at again. Nothing here asks a clock: the day is given.
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Graph } from '../../graph/graph.js';
import type { KpiDef } from '../../shape/definitions.js';
import { neverReviewed, overdueReview } from '../set-errors.js';
import { addDuration } from './add-duration.js';

export interface Review {
  readonly every: string;
  /** Null: never yet, so it is due at once. */
  readonly last: string | null;
  readonly due: string | null;
}

/** Null where a KPI has none. */
export function reviewOf({ review }: KpiDef): Review | null {
  if (review === null || review.every === null) return null;
  const [every, last] = [review.every.text, review.last?.text ?? null];
  return { every, last, due: last === null ? null : addDuration(last, every) };
}

/** Whether the day, as `2026-01-31`, is behind the one on which the review is due. */
export function isOverdue(review: Review, day: string): boolean {
  return review.due === null || isBefore(review.due, day);
}

/** The KPIs of a graph whose review is overdue on a day. Warnings, like those of a rule; `applyIgnores` and `applySeverities` know them. */
export function overdueReviews(graph: Graph, day: string): readonly Diagnostic[] {
  return [...graph.kpis.values()].flatMap(({ name, def }) => {
    const review = reviewOf(def);
    // A `last` in a wrong shape was reported; it is not missing.
    if (review === null || def.review === null || graph.broken.has(`kpis/${name}/review`)) return [];
    if (!isOverdue(review, day)) return [];
    return [
      review.due === null || def.review.last === null
        ? neverReviewed(def.name, def.review.span)
        : overdueReview(def.name, review.due, def.review.last.span),
    ];
  });
}

function isBefore(a: string, b: string): boolean {
  return a.length === b.length ? a < b : a.length < b.length;
}
