// A question to its answer, over data that is open: the stages of the engine, in order.
import { makeDiagnostic, type Diagnostic, type Graph, type Outcome, type Span } from '@sextant/parser';
import type { LeafColumns } from './plan/leaf-table.js';
import { planQuestion, type Planning } from './plan/plan-question.js';
import { dataFacts } from './data-facts.js';
import { rowsWithoutTime } from './rows-without-time.js';
import { runStatements, sqlWorld } from './run-scan.js';
import type { RelationFacts } from './execute/relation-facts.js';
import { findNested } from './nested/find-nested.js';
import { nestedSql } from './nested/nested-sql.js';
import { withNested, type MadeNested } from './nested/with-nested.js';
import type { Plan, Scan } from './plan/plan.js';
import { checkQuestion } from './question/check-question.js';
import type { CheckedQuestion, Question } from './question/question.js';
import { evaluateReference, referenceValues } from './reference/evaluate-reference.js';
import type { Rows } from './reference/rows.js';
import type { Result } from './result/result.js';
import type { ValueTable } from './result/value-table.js';
import { answer, answerValues } from './rows/answer.js';
import { isInterrupted } from './execute/execution-error.js';
import { loadRows, ROWS_IN_MEMORY } from './execute/load-rows.js';
import type { Session } from './session.js';
import { scanSql } from './sql/scan-sql.js';
import { isBeyondDigits } from './sql/dialect-duckdb.js';
import { isSqlRefusal, type ScanQuery } from './sql/sql-world.js';

/** Answers a question over data that is open. */
export async function ask(session: Session, question: Question): Promise<Outcome<Result | null>> {
  const checked = checkQuestion(session.graph, question);
  if (checked.value === null) return { value: null, diagnostics: checked.diagnostics };
  const answered = await askChecked(session, checked.value);
  return { value: answered.value, diagnostics: [...checked.diagnostics, ...answered.diagnostics] };
}

export async function askChecked(session: Session, question: CheckedQuestion): Promise<Outcome<Result | null>> {
  return answered(session, question, { ofPlan: answer, ofRows: evaluateReference });
}

/** The same answer before anything is rounded: for what computes further with it. */
export async function askValues(session: Session, question: CheckedQuestion): Promise<Outcome<ValueTable | null>> {
  return answered(session, question, { ofPlan: answerValues, ofRows: referenceValues });
}

/** Whether the database answers a question by itself. */
export async function isPlanned(session: Session, question: CheckedQuestion): Promise<boolean> {
  const { graph, relations } = session;
  const planning = planQuestion(graph, question, await dataFacts(session, question));
  return planning.kind === 'plan' && queriesOfPlan(graph, question, planning.plan, relations) !== null;
}

interface Form<T> {
  readonly ofPlan: (graph: Graph, question: CheckedQuestion, plan: Plan, tables: ReadonlyMap<number, LeafColumns>) => T;
  readonly ofRows: (graph: Graph, question: CheckedQuestion, rows: Rows) => T;
}

async function answered<T extends { readonly diagnostics: readonly Diagnostic[] }>(
  session: Session,
  question: CheckedQuestion,
  form: Form<T>,
): Promise<Outcome<T | null>> {
  const { graph } = session;
  // 1. Plan: which aggregates, in which windows and groups; some windows depend on where the data begins.
  const planning = planQuestion(graph, question, await dataFacts(session, question));
  if (planning.kind === 'mixed') return { value: null, diagnostics: mixedFilters(planning) };
  // What no plan expresses is computed from the rows themselves, by the reference evaluator.
  if (planning.kind === 'beyond') return fromRows(session, question, form);
  const queried = queriesOfPlan(graph, question, planning.plan, session.relations);
  if (queried === null) return fromRows(session, question, form);
  const { plan, queries } = queried;
  // 2. The database computes the leaves.
  const tables = new Map<number, LeafColumns>();
  try {
    for (const { scan, statements } of queries) tables.set(scan.id, await runStatements(session, scan, statements));
  } catch (error) {
    // Numbers past the database's digits have an exact answer all the same.
    if (error instanceof Error && !isInterrupted(error) && isBeyondDigits(error.message))
      return fromRows(session, question, form);
    throw error;
  }
  // 3. Everything between leaves is computed here.
  const result = form.ofPlan(graph, question, plan, tables);
  return {
    value: { ...result, diagnostics: await rowsWithoutTime(session, question, planning.plan.scans) },
    diagnostics: [],
  };
}

export interface ScanStatements {
  readonly scan: Scan;
  readonly statements: readonly ScanQuery[];
}

/** The statements of a plan; null where one of its row formulas has no exact form in the database. */
export function queriesOf(
  graph: Graph,
  question: CheckedQuestion,
  plan: Plan,
  relations: RelationFacts | null = null,
): readonly ScanStatements[] | null {
  return queriesOfPlan(graph, question, plan, relations)?.queries ?? null;
}

export interface PlanQueries {
  /** The plan that the statements answer: what they aggregate themselves is no cell of it any more. */
  readonly plan: Plan;
  readonly queries: readonly ScanStatements[];
}

function queriesOfPlan(
  graph: Graph,
  question: CheckedQuestion,
  plan: Plan,
  relations: RelationFacts | null,
): PlanQueries | null {
  const world = sqlWorld(graph, question, relations);
  const nested = new Map(findNested(plan).map((one) => [one.scan, one]));
  const made: MadeNested[] = [];
  const queries: ScanStatements[] = [];
  let leaf = Math.max(0, ...plan.scans.flatMap((scan) => scan.leaves.map((one) => one.id + 1)));
  for (const scan of plan.scans) {
    const statements = scanSql(scan, world);
    if (isSqlRefusal(statements)) return null;
    const inner = nested.get(scan.id);
    const outer = inner === undefined ? null : nestedSql(inner, scan, statements, leaf);
    if (inner === undefined || outer === null) {
      queries.push({ scan, statements });
      continue;
    }
    leaf += outer.leaves.size;
    made.push({ nested: inner, made: outer });
    queries.push({ scan: outer.scan, statements: [outer.query] });
  }
  return { plan: withNested(plan, made), queries };
}

async function fromRows<T>(session: Session, question: CheckedQuestion, form: Form<T>): Promise<Outcome<T | null>> {
  const loaded = session.remembered.rows.get('all') ?? (await loadRows(session.data));
  session.remembered.rows.set('all', loaded);
  if (loaded.kind === 'too_many') return { value: null, diagnostics: [tooManyRows(question, loaded.count)] };
  return { value: form.ofRows(session.graph, question, loaded.rows), diagnostics: [] };
}

function mixedFilters(planning: Planning & { readonly kind: 'mixed' }): readonly Diagnostic[] {
  return planning.conditions.map((condition) => {
    const span: Span = { file: '--where', ...condition.range };
    return makeDiagnostic('KPI4019', 'a condition mixes dimensions that `unfiltered` takes away with others', span, {
      label: 'cannot be taken apart',
      help: 'split it with `and` into conditions on one dimension each',
    });
  });
}

function tooManyRows(question: CheckedQuestion, rows: number): Diagnostic {
  const [first] = question.metrics;
  const span: Span = { file: 'metric 1', start: 0, end: first?.name.length ?? 0 };
  return makeDiagnostic('KPI9004', `${rows} rows are too many to compute this in memory`, span, {
    label: 'no SQL for this formula yet',
    notes: [`what has no form in the database is computed from the rows, up to ${ROWS_IN_MEMORY} of them`],
    help: 'narrow the data, or compute the formula over a smaller dataset',
  });
}
