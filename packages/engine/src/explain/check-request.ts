// A request to explain, checked against the graph: every text read, the formula and its window known.
import {
  readLevelIn,
  type CalendarLevel,
  type CalendarSpan,
  type Diagnostic,
  type Graph,
  type Kpi,
  type Outcome,
  type Span,
  type Typed,
} from '@sextant/parser';
import { periodProblemHelp, periodProblemText } from '../calendar/errors.js';
import { parsePeriod } from '../calendar/periods.js';
import { dateText, parseDate } from '../calendar/time-text.js';
import { dayAt } from '../calendar/window.js';
import { NO_FACTS } from '../plan/facts.js';
import { calendarOf, checkQuestion } from '../question/check-question.js';
import { malformedPeriod } from '../question/errors.js';
import type { AskedKey, CheckedQuestion } from '../question/question.js';
import { brokenKpi, noPeriodBefore, noPeriodOfKpi, nothingToCompare } from './errors.js';
import { bucketHolding, type NamedRange } from './period.js';
import { PRIOR, SUBJECT, type ExplainRequest } from './request.js';

export interface CheckedRequest {
  readonly request: ExplainRequest;
  /** Of a KPI: the metric with its `where` around it. */
  readonly formula: Typed;
  readonly kpi: Kpi | null;
  /** Without metrics and groups. */
  readonly question: CheckedQuestion;
  readonly at: NamedRange;
  /** The window is the bucket of this level that holds as_of, which only the rows of its calendar know. */
  readonly holding: CalendarLevel | null;
  readonly versus: Versus | null;
  /** Dimensions that were asked for. */
  readonly by: readonly AskedKey[];
}

export type Versus =
  { readonly kind: 'prior'; readonly span: CalendarSpan } | { readonly kind: 'period'; readonly period: NamedRange };

interface ReadPeriod extends NamedRange {
  /** Null for a range. */
  readonly level: CalendarLevel | null;
}

/** The value is null where there is an error. Diagnostics point into `requestSources(request)`. */
export function checkRequest(graph: Graph, request: ExplainRequest): Outcome<CheckedRequest | null> {
  const diagnostics: Diagnostic[] = [];
  const fail = (...more: readonly Diagnostic[]) => ({ value: null, diagnostics: [...diagnostics, ...more] });
  const { subject } = request;
  const kpi = subject.kind === 'kpi' ? (graph.kpis.get(subject.name) ?? null) : null;
  const text = subject.kind === 'formula' ? subject.text : kpi === null ? subject.name : measuredText(kpi);
  if (text === null || (kpi !== null && kpi.formula === null))
    return fail(brokenKpi(subjectName(request), whole(SUBJECT, subjectName(request))));

  const at = request.at === undefined ? null : readPeriod(graph, request.at, '--at', diagnostics);
  const named = request.versus === undefined || request.versus === PRIOR ? null : request.versus;
  const other = named === null ? null : readPeriod(graph, named, '--versus', diagnostics);
  if (diagnostics.length > 0) return fail();

  const every = kpi === null || at !== null ? null : levelOf(graph, kpi);
  const asOfDay = parseDate(request.asOf);
  const current = every === null || asOfDay === null ? null : bucketHolding(graph, every, asOfDay, NO_FACTS);
  const holding = every !== null && current === null && typeof every !== 'string' ? every : null;
  if (kpi !== null && at === null && current === null && holding === null && asOfDay !== null)
    return fail(noPeriodOfKpi(kpi.name, whole(SUBJECT, subjectName(request))));
  // Where only data knows the window, any bounded one shows whether the formula may be asked in it.
  const assumed: NamedRange | null =
    holding === null || asOfDay === null ? null : { label: null, fromDay: asOfDay, endDay: asOfDay + 1 };
  const window = at ?? current ?? assumed ?? { label: null, fromDay: null, endDay: null };

  const checked = checkQuestion(graph, {
    metrics: [text],
    by: request.by ?? [],
    asOf: request.asOf,
    ...(window.fromDay === null ? {} : { from: dateText(window.fromDay) }),
    ...(window.endDay === null ? {} : { to: dateText(window.endDay - 1) }),
    ...(request.where === undefined ? {} : { where: request.where }),
    parameters: request.parameters ?? {},
  });
  const isOpen = window.fromDay === null;
  diagnostics.push(...checked.diagnostics.map((one) => (isOpen ? withPeriodNamed(one) : one)));
  const [metric] = checked.value?.metrics ?? [];
  if (checked.value === null || metric === undefined) return fail();

  let versus: Versus | null = other === null ? null : { kind: 'period', period: other };
  if (request.versus !== undefined) {
    const place = whole('--versus', request.versus);
    if (window.fromDay === null) return fail(nothingToCompare(place));
    if (versus === null) {
      const span = spanBefore(at?.level ?? every, kpi);
      if (span === null) return fail(noPeriodBefore(request.at ?? '', place));
      versus = { kind: 'prior', span };
    }
  }
  return {
    value: {
      request,
      formula: kpi?.formula ?? metric.formula,
      kpi,
      question: { ...checked.value, metrics: [], by: [] },
      at: window,
      holding,
      versus,
      by: checked.value.by,
    },
    diagnostics,
  };
}

/** Here a window is given in another way than to a question. */
function withPeriodNamed(one: Diagnostic): Diagnostic {
  return one.code === 'KPI4015' ? { ...one, help: 'name the period to explain: `--at 2026-05`' } : one;
}

function subjectName({ subject }: ExplainRequest): string {
  return subject.kind === 'formula' ? subject.text : subject.name;
}

function whole(file: string, text: string): Span {
  return { file, start: 0, end: text.length };
}

/** What a KPI measures, as a text that a question may ask. */
function measuredText({ def }: Kpi): string | null {
  return def.metric?.text ?? def.formula?.text ?? null;
}

function levelOf(graph: Graph, kpi: Kpi): CalendarLevel | null {
  if (kpi.every !== null) return kpi.every;
  return kpi.def.every === null ? null : readLevelIn(graph, { path: 'every', text: kpi.def.every.text }).value;
}

/** What the trend of a KPI compares with, else the period before. */
function spanBefore(level: CalendarLevel | null, kpi: Kpi | null): CalendarSpan | null {
  return kpi?.compare ?? (level === null ? null : { amount: 1, level });
}

function readPeriod(graph: Graph, text: string, file: string, diagnostics: Diagnostic[]): ReadPeriod | null {
  const settings = calendarOf(graph);
  const period = parsePeriod(text, settings);
  if (period.kind !== 'period') {
    diagnostics.push(malformedPeriod(periodProblemText(period), periodProblemHelp(period), whole(file, text)));
    return null;
  }
  return {
    label: text,
    level: period.level,
    fromDay: dayAt(settings.timezone, period.start.instant),
    endDay: dayAt(settings.timezone, period.end.instant),
  };
}
