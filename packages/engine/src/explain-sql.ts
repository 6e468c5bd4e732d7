// The SQL that a question would run.
import type { Graph, Outcome } from '@sextant/parser';
import { queriesOf } from './ask.js';
import { dataFacts } from './data-facts.js';
import { datasetsNeeded } from './plan/datasets-needed.js';
import { planQuestion } from './plan/plan-question.js';
import { checkQuestion } from './question/check-question.js';
import type { Question } from './question/question.js';
import { openSession, type SessionOptions } from './open-session.js';

const FROM_ROWS = '-- no SQL: this question is computed from the rows, by the reference evaluator\n';

/** Opens the data, for the SQL depends on what it is like: where it begins, how wide its decimals are, how many rows it has. */
export async function explainSql(
  graph: Graph,
  question: Question,
  options: SessionOptions,
): Promise<Outcome<string | null>> {
  const checked = checkQuestion(graph, question);
  if (checked.value === null) return { value: null, diagnostics: checked.diagnostics };
  const opened = await openSession(graph, {
    ...options,
    datasets: options.datasets ?? datasetsNeeded(graph, checked.value),
  });
  const diagnostics = [...checked.diagnostics, ...opened.diagnostics];
  if (opened.value === null) return { value: null, diagnostics };
  try {
    const planning = planQuestion(graph, checked.value, await dataFacts(opened.value, checked.value));
    const statements =
      planning.kind === 'plan' ? queriesOf(graph, checked.value, planning.plan, opened.value.relations) : null;
    if (statements === null) return { value: FROM_ROWS, diagnostics };
    const texts = statements.flatMap((scan) => scan.statements.map((statement) => `${statement.sql.trimEnd()};\n`));
    return { value: texts.length === 0 ? '-- no SQL: the answer needs no data\n' : texts.join('\n'), diagnostics };
  } finally {
    await opened.value.executor.close();
  }
}
