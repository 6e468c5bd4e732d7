// Columns of several KPIs in one question; what the database does not compute, or cannot, is asked apart.
import type { Diagnostic, Span } from '@sextant/parser';
import type { CheckedQuestion } from '../question/question.js';
import type { ValueRow } from '../result/value-table.js';
import type { Asker } from './asker.js';
import { askedMetric, type KpiColumn } from './columns.js';

export interface QuestionPart {
  readonly name: string;
  /** Where it is defined: what cannot be computed is said there. */
  readonly span: Span;
  readonly columns: readonly KpiColumn[];
}

/** The rows of each part with its own values; a part that cannot be computed has none, and is reported. */
export async function askTogether<P extends QuestionPart>(
  parts: readonly P[],
  question: Omit<CheckedQuestion, 'metrics'>,
  asker: Asker,
  report: (diagnostics: readonly Diagnostic[]) => void,
): Promise<ReadonlyMap<P, readonly ValueRow[]>> {
  const answers = new Map<P, readonly ValueRow[]>();
  const ask = async (batch: readonly P[]): Promise<void> => {
    const [first] = batch;
    if (first === undefined) return;
    const { value, diagnostics } = await asker.values(questionOf(batch, question));
    if (value === null) {
      // One of them may be at fault: the others stand.
      if (batch.length > 1) for (const part of batch) await ask([part]);
      else report(diagnostics.map((one) => ({ ...one, span: first.span })));
      return;
    }
    report([...diagnostics, ...value.diagnostics]);
    let from = 0;
    for (const part of batch) {
      const [start, end] = [from, from + part.columns.length];
      answers.set(
        part,
        value.rows.map((row) => ({ ...row, values: row.values.slice(start, end) })),
      );
      from = end;
    }
  };
  const [planned, others] = await parted(parts, question, asker);
  await ask(planned);
  await ask(others);
  return answers;
}

/** What is computed from the rows themselves would take all of its question with it. */
async function parted<P extends QuestionPart>(
  parts: readonly P[],
  question: Omit<CheckedQuestion, 'metrics'>,
  asker: Asker,
): Promise<readonly [readonly P[], readonly P[]]> {
  if (asker.isPlanned === undefined || parts.length < 2) return [parts, []];
  const planned: P[] = [];
  const others: P[] = [];
  for (const part of parts) {
    const fits = await asker.isPlanned(questionOf([part], question));
    (fits ? planned : others).push(part);
  }
  return [planned, others];
}

function questionOf(parts: readonly QuestionPart[], question: Omit<CheckedQuestion, 'metrics'>): CheckedQuestion {
  const metrics = parts.flatMap(({ name, columns }) =>
    columns.map((column) => askedMetric(`${name} ${column.role}`, column)),
  );
  return { ...question, metrics };
}
