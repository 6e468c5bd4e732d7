// What was said to a scorecard, checked: the day, the KPIs, the period, the parameters.
import { unknownName, type ConstValue, type Diagnostic, type Graph, type Outcome, type Span } from '@sextant/parser';
import { periodProblemHelp, periodProblemText } from '../calendar/errors.js';
import { parsePeriod } from '../calendar/periods.js';
import { parseDate } from '../calendar/time-text.js';
import { calendarOf, checkParameters } from '../question/check-question.js';
import { malformedDay, malformedPeriod } from '../question/errors.js';
import { scorecardSources, type ScorecardOptions } from './options.js';

export interface CheckedOptions {
  /** Days since 1970-01-01. */
  readonly asOfDay: number;
  /** Null: all of them. */
  readonly kpis: readonly string[] | null;
  readonly period: string | null;
  readonly parameters: ReadonlyMap<string, ConstValue>;
  readonly history: number;
}

const HISTORY = 12;

/** The value is null where there is an error. */
export function readOptions(graph: Graph, options: ScorecardOptions): Outcome<CheckedOptions | null> {
  const diagnostics: Diagnostic[] = [];
  const sources = new Map(scorecardSources(options).map((source) => [source.path, source]));
  const asOfDay = parseDate(options.asOf);
  if (asOfDay === null) diagnostics.push(malformedDay(options.asOf, wholeOf('--as-of', options.asOf)));
  for (const [i, name] of (options.kpis ?? []).entries()) {
    if (graph.kpis.has(name)) continue;
    diagnostics.push(unknownName('KPI', name, wholeOf(`kpi ${i + 1}`, name), graph.kpis.keys()));
  }
  const period = options.period ?? null;
  if (period !== null) diagnostics.push(...malformed(graph, period));
  const parameters = checkParameters(graph, options, (path) => sources.get(path) ?? { path, text: '' });
  diagnostics.push(...parameters.diagnostics);
  if (asOfDay === null || diagnostics.some((one) => one.severity === 'error')) return { value: null, diagnostics };
  const history = Math.max(1, Math.floor(options.history ?? HISTORY));
  const checked = { asOfDay, kpis: options.kpis ?? null, period, parameters: parameters.value, history };
  return { value: checked, diagnostics };
}

/** A text that no level of the calendar knows may be the name of a unit in a calendar dataset. */
function malformed(graph: Graph, text: string): readonly Diagnostic[] {
  const hasOwnCalendar = [...graph.kpis.values()].some(({ every }) => every !== null && typeof every !== 'string');
  const period = parsePeriod(text, calendarOf(graph));
  if (period.kind === 'period' || hasOwnCalendar) return [];
  return [malformedPeriod(periodProblemText(period), periodProblemHelp(period), periodSpan(text))];
}

export function periodSpan(text: string): Span {
  return wholeOf('--period', text);
}

function wholeOf(file: string, text: string): Span {
  return { file, start: 0, end: text.length };
}
