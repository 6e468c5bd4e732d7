// Whom a scorecard asks: a database, or rows in memory. Everything that it computes itself is the same for both.
import type { Graph, Outcome } from '@sextant/parser';
import type { CheckedQuestion } from '../question/question.js';
import { referenceValues } from '../reference/evaluate-reference.js';
import type { Row, Rows } from '../reference/rows.js';
import type { Watcher } from '../reference/watcher.js';
import type { ValueTable } from '../result/value-table.js';

export interface Asker {
  /** The value is null where the question cannot be answered; the diagnostics say why. */
  readonly values: (question: CheckedQuestion) => Promise<Outcome<ValueTable | null>>;
  /** All rows of a small dataset: targets, holidays, calendars. Empty where the dataset was not opened. */
  readonly rowsOf: (dataset: string) => Promise<readonly Row[]>;
  /** Whether the database answers it by itself; what it does not is asked apart. Missing: all questions are alike. */
  readonly isPlanned?: (question: CheckedQuestion) => Promise<boolean>;
}

/** Rows in memory: the oracle, and what a browser uses on small data. */
export function referenceAsker(graph: Graph, rows: Rows, watcher: Watcher | null = null): Asker {
  return {
    values: async (question) => ({ value: referenceValues(graph, question, rows, watcher), diagnostics: [] }),
    rowsOf: async (dataset) => rows.get(dataset) ?? [],
  };
}
