// The SQL that a question would run.
import type { Graph, Outcome } from '@sextant/parser';
import { dataFacts } from './data-facts.js';
import { datasetsNeeded, queriesOf } from './evaluate.js';
import { NO_FACTS, type DataFacts } from './plan/context.js';
import { factsNeeded, planQuestion } from './plan/plan-question.js';
import { checkQuestion } from './question/check-question.js';
import type { Question } from './question/question.js';
import { openSession, type SessionOptions } from './session.js';

/** Reads data only where the question's windows depend on where the data begins. */
export async function explainSql(
  graph: Graph,
  question: Question,
  options: SessionOptions,
): Promise<Outcome<string | null>> {
  const checked = checkQuestion(graph, question);
  if (checked.value === null) return { value: null, diagnostics: checked.diagnostics };
  const diagnostics = [...checked.diagnostics];
  let facts: DataFacts = NO_FACTS;
  const needed = factsNeeded(graph, checked.value);
  if (needed.history.length + needed.snapshots.length > 0) {
    const opened = await openSession(graph, {
      ...options,
      datasets: options.datasets ?? datasetsNeeded(graph, checked.value),
    });
    diagnostics.push(...opened.diagnostics);
    if (opened.value === null) return { value: null, diagnostics };
    try {
      facts = await dataFacts(opened.value, checked.value);
    } finally {
      await opened.value.executor.close();
    }
  }
  const planning = planQuestion(graph, checked.value, facts);
  const statements = planning.kind === 'plan' ? queriesOf(graph, checked.value, planning.plan) : null;
  if (statements === null) {
    return { value: '-- no SQL: this question is computed from the rows, by the reference evaluator\n', diagnostics };
  }
  const texts = statements.flatMap((scan) => scan.statements.map((statement) => `${statement.sql.trimEnd()};\n`));
  return { value: texts.length === 0 ? '-- no SQL: the answer needs no data\n' : texts.join('\n'), diagnostics };
}
