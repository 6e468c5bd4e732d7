// The engine in a browser: all of it that needs no disk and no native database.
export { ask, askChecked, askValues, isPlanned, queriesOf, type ScanStatements } from './ask.js';
export { datasetsNeeded } from './plan/datasets-needed.js';
export { sessionOver, type Session } from './session.js';
export { calendarOf, checkQuestion } from './question/check-question.js';
export { checkNamedQuestion } from './question/check-named-question.js';
export { questionOf, questionSources } from './question/question-texts.js';
export type { AskedKey, AskedMetric, CheckedQuestion, ColumnRef, Question } from './question/question.js';
export type { BucketCell, Cell, Result, ResultColumn, ResultRow } from './result/result.js';
export { factsNeeded, planQuestion, type Planning } from './plan/plan-question.js';
export { NO_FACTS, type DataFacts } from './plan/facts.js';
export { dataFacts } from './data-facts.js';
export type { Plan, Scan, Leaf } from './plan/plan.js';
export type { DuckDbExecutor } from './execute/duckdb-executor.js';
export type { Executor, Table } from './execute/executor.js';
export {
  openDuckDbWasm,
  type WasmConnection,
  type WasmDatabase,
  type WasmExecutor,
  type WasmOptions,
} from './execute/duckdb-wasm.js';
export { isInterrupted } from './execute/execution-error.js';
export { checkData } from './execute/check-data.js';
export { prepareRows } from './execute/prepare-rows.js';
export { draftDataset, type Draft, type DraftColumn, type Drafted, type DraftOptions } from './draft/draft-dataset.js';
export { checkRows } from './memory/check-rows.js';
export { filesByDataset } from './memory/files-of.js';
export type { GivenFile } from './memory/given-file.js';
export { givenRows } from './memory/given-rows.js';
export { prepareDataset, prepareDatasetRows, prepareFiles } from './memory/prepare-files.js';
export type { PreparedData, PreparedDataset } from './execute/prepared-data.js';
export { readFiles } from './memory/read-files.js';
export { openGiven } from './open-given.js';
export { askRows, openRows } from './open-rows.js';
export { sqlIn, sqlOf } from './sql-in.js';
export { differences, type CellDifference } from './result/differences.js';
export { evaluateReference, referenceValues } from './reference/evaluate-reference.js';
export { rowsFromTexts, type Row, type Rows, type TextRow } from './reference/rows.js';
export { isReason, REASONS, type Reason, type Value } from './value/value.js';
export type { ValueRow, ValueTable } from './result/value-table.js';
export { referenceAsker, type Asker } from './status/asker.js';
export { scorecard } from './status/compute-scorecard.js';
export { datasetsForScorecard } from './status/datasets-for-scorecard.js';
export { scorecardSources, type ScorecardOptions } from './status/options.js';
export type * from './status/scorecard.js';
export { sessionAsker } from './session-asker.js';
export { checkTest, type TestFiles } from './testing/check-test.js';
export type { CheckedExpectation, CheckedTest, ExpectedValue } from './testing/checked-test.js';
export { coverageRecorder, type Counted, type Coverage, type Missing, type Recorder } from './testing/coverage.js';
export { runTest } from './testing/run-test.js';
export { referenceExecutor, type TestExecutor } from './testing/test-executor.js';
export type { Difference, ExpectationResult, TestResult } from './testing/test-result.js';
export { duckDbTestExecutor } from './duckdb-test-executor.js';
export { datasetsForExplanation } from './datasets-for-explanation.js';
export { explainIn } from './explain-in.js';
export { checkRequest, type CheckedRequest, type Versus } from './explain/check-request.js';
export { rowsAsker } from './explain/rows-asker.js';
export { explainChecked } from './explain/explain.js';
export { requestSources, type ExplainRequest } from './explain/request.js';
export type * from './explain/explanation.js';
export type * from './explain/change.js';
export { datasetsForReport, takeReport, type ReportOptions } from './take-report.js';
export { buildReportModel, type ReportParts } from './report/build-report-model.js';
export { reportHtml } from './report/report-html.js';
export type * from './report/report-model.js';
export { diffGraphs } from './diff/diff-graphs.js';
export { isAtLeast, VERDICTS } from './diff/changes.js';
export type { Asked, DefinitionChange, Detail, Diff, Effects, Verdict, Why } from './diff/changes.js';
export { periodAt, type PeriodAt } from './diff/period-at.js';
export type { Counterexample, Searched } from './diff/counterexample/counterexample.js';
export { searchCounterexample, type CounterexampleSubject } from './diff/counterexample/search.js';
export { subjectsOf } from './diff/counterexample/subjects.js';
export { shownValue, testText, unitOf as unitOfNode } from './diff/counterexample/test-text.js';
export * from './for-pages.js';
