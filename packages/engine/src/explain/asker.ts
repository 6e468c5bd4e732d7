// How the explain room gets its numbers: it makes questions, and whoever has the data open answers them.
import type { Outcome } from '@sextant/parser';
import type { DataFacts } from '../plan/facts.js';
import type { CheckedQuestion } from '../question/question.js';
import type { ValueTable } from '../result/value-table.js';

export interface Asker {
  /** The first metric must be answered; others may have no value (`no_value`) where they cannot be computed. */
  readonly ask: (question: CheckedQuestion) => Promise<Outcome<ValueTable | null>>;
  readonly facts: (question: CheckedQuestion) => Promise<DataFacts>;
}
