// The SQL of a question, over data that is open.
import type { Outcome } from '@sextant/parser';
import { queriesOf } from './ask.js';
import { dataFacts } from './data-facts.js';
import { planQuestion } from './plan/plan-question.js';
import { checkQuestion } from './question/check-question.js';
import type { CheckedQuestion, Question } from './question/question.js';
import type { Session } from './session.js';

const FROM_ROWS = '-- no SQL: this question is computed from the rows, by the reference evaluator\n';

export async function sqlIn(session: Session, question: Question): Promise<Outcome<string | null>> {
  const { value, diagnostics } = checkQuestion(session.graph, question);
  return { value: value === null ? null : await sqlOf(session, value), diagnostics };
}

/** It depends on what the data is like: where it begins, how wide its decimals are, how many rows it has. */
export async function sqlOf(session: Session, question: CheckedQuestion): Promise<string> {
  const { graph, relations } = session;
  const planning = planQuestion(graph, question, await dataFacts(session, question));
  const statements = planning.kind === 'plan' ? queriesOf(graph, question, planning.plan, relations) : null;
  if (statements === null) return FROM_ROWS;
  const texts = statements.flatMap((scan) => scan.statements.map((statement) => `${statement.sql.trimEnd()};\n`));
  return texts.length === 0 ? '-- no SQL: the answer needs no data\n' : texts.join('\n');
}
