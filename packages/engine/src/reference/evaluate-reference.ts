// The reference evaluator: a checked question over rows in memory. To be read beside section 4 of the language reference.
import type { Diagnostic, Graph, Typed } from '@sextant/parser';
import { dateText } from '../calendar/time-text.js';
import { overlaps } from '../question/overlaps.js';
import type { CheckedQuestion } from '../question/question.js';
import type { Result } from '../result/result.js';
import type { ValueTable } from '../result/value-table.js';
import { resultColumns } from '../rows/answer.js';
import type { Value } from '../value/value.js';
import { axisRows } from './axes.js';
import { decide } from './aggregate-rows.js';
import { entireFrame, frameOf, type Context } from './context.js';
import { makeEvaluator } from './formula.js';
import { noteDiagnostics } from './errors.js';
import { resultRow, sortRows, type EvaluatedRow } from './result.js';
import type { Rows } from './rows.js';
import { makeWorld } from './world.js';
import type { Window } from '../calendar/window.js';
import type { Watcher } from './watcher.js';

export function evaluateReference(graph: Graph, question: CheckedQuestion, rows: Rows): Result {
  const { evaluated, diagnostics } = evaluatedRows(graph, question, rows);
  return {
    columns: resultColumns(question, overlaps(graph, question)),
    rows: evaluated.map((row) => resultRow(row, question)),
    asOf: dateText(question.asOfDay),
    diagnostics,
  };
}

/** The same rows before they are written. */
export function referenceValues(
  graph: Graph,
  question: CheckedQuestion,
  rows: Rows,
  watcher: Watcher | null = null,
): ValueTable {
  const { evaluated, diagnostics } = evaluatedRows(graph, question, rows, watcher);
  return {
    rows: evaluated.map(({ axis: { bucket, keys, complete }, values }) => ({ bucket, keys, values, complete })),
    diagnostics,
  };
}

function evaluatedRows(
  graph: Graph,
  question: CheckedQuestion,
  rows: Rows,
  watcher: Watcher | null = null,
): { readonly evaluated: readonly EvaluatedRow[]; readonly diagnostics: readonly Diagnostic[] } {
  const world = makeWorld(graph, question, rows, watcher);
  const evaluator = makeEvaluator(world);
  const { having } = question;
  const evaluated = axisRows(question, world)
    .filter(({ context }) => having === null || decide(evaluator.value(having, context)) === true)
    .map((axis): EvaluatedRow => {
      const entire = { ...axis.context, time: entireFrame(axis.context.time) };
      return {
        axis,
        values: question.metrics.map((metric) =>
          evaluator.value(metric.formula, metric.entire === true ? entire : axis.context),
        ),
      };
    });
  const sorted = sortRows(evaluated, question);
  return {
    evaluated: question.limit === null ? sorted : sorted.slice(0, question.limit),
    diagnostics: noteDiagnostics(world.notes.counts(), graph),
  };
}

/** One formula in one context: a window, conditions and groups, whatever a question would make of them. */
export function evaluateMetric(
  graph: Graph,
  formula: Typed,
  at: Pick<CheckedQuestion, 'asOfDay' | 'parameters'> & {
    readonly window: Window;
    readonly where?: readonly Typed[];
    readonly groups?: Context['groups'];
  },
  rows: Rows,
): Value {
  const world = makeWorld(graph, at, rows);
  const range = frameOf(at.window, world.asOf);
  return makeEvaluator(world).value(formula, {
    asked: at.where ?? [],
    filters: [],
    time: range,
    groups: at.groups ?? [],
    state: null,
    range,
  });
}
