// The engine: questions over a checked graph, answered exactly.
export { ask, askChecked, datasetsNeeded, evaluate, queriesOf, type ScanStatements } from './evaluate.js';
export { openSession, sessionOver, type PassedChecks, type Session, type SessionOptions } from './session.js';
export { explainSql } from './explain-sql.js';
export { calendarOf, checkQuestion } from './question/check-question.js';
export { checkNamedQuestion } from './question/check-named-question.js';
export { questionOf, questionSources } from './question/question-texts.js';
export type { AskedKey, AskedMetric, CheckedQuestion, ColumnRef, Question } from './question/question.js';
export type { BucketCell, Cell, Result, ResultColumn, ResultRow } from './result/result.js';
export { factsNeeded, planQuestion, type Planning } from './plan/plan-question.js';
export { NO_FACTS, type DataFacts } from './plan/facts.js';
export { dataFacts } from './data-facts.js';
export type { Plan, Scan, Leaf } from './plan/plan.js';
export { openDuckDb, type DuckDbExecutor, type DuckDbOptions } from './execute/duckdb.js';
export type { Executor, Table } from './execute/executor.js';
export { isInterrupted } from './execute/execution-error.js';
export { prepareRows } from './execute/prepare-rows.js';
export { evaluateReference } from './reference/evaluate-reference.js';
export { isReason, REASONS, type Reason, type Value } from './value/value.js';
