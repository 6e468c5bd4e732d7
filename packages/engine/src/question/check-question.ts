// A question as it was given, checked against the graph: every text read, every name found, every group reachable.
import {
  bindIn,
  datasetsIn,
  goesByOwnTime,
  lengthParameters,
  largePercentage,
  nestsIn,
  percentComparisons,
  plainLevel,
  readFormula,
  readLevelIn,
  readMember,
  sameUnit,
  showLevel,
  showMember,
  showUnit,
  showValueType,
  undeclaredTime,
  unknownName,
  unreachableMember,
  walkTyped,
  type CalendarLevel,
  type ConstValue,
  type Diagnostic,
  type Graph,
  type Outcome,
  type SourceFile,
  type Span,
  type Type,
  type Typed,
} from '@sextant/parser';
import type { CalendarSettings } from '../calendar/calendar-settings.js';
import { periodProblemHelp, periodProblemText } from '../calendar/errors.js';
import { parsePeriod } from '../calendar/periods.js';
import { parseDate } from '../calendar/time-text.js';
import { dayAt } from '../calendar/window.js';
import { checkGroups } from './check-groups.js';
import { checkContexts } from './check-contexts.js';
import {
  bucketTooFine,
  askedNothing,
  brokenMetric,
  emptyRange,
  lengthGiven,
  malformedDay,
  malformedLimit,
  malformedPeriod,
  notAKey,
  parameterType,
  unknownColumn,
} from './errors.js';
import { constantOf, defaultsOf } from './constant-of.js';
import { groupedDatasets } from './grouped-datasets.js';
import { questionSources } from './question-texts.js';
import type { AskedKey, AskedMetric, CheckedQuestion, ColumnRef, Question } from './question.js';

export function calendarOf(graph: Graph): CalendarSettings {
  const { timezone, weekStarts, fiscalYearStarts } = graph.project;
  return { timezone, weekStarts, fiscalYearStarts };
}

/** The value is null where there is an error. Diagnostics point into `questionSources(question)`. */
export function checkQuestion(graph: Graph, question: Question): Outcome<CheckedQuestion | null> {
  const diagnostics: Diagnostic[] = [];
  const take = <T>(outcome: Outcome<T>): T => {
    diagnostics.push(...outcome.diagnostics);
    return outcome.value;
  };
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const sources = new Map(questionSources(question).map((source) => [source.path, source]));
  const source = (path: string): SourceFile => sources.get(path) ?? { path, text: '' };

  if (question.metrics.length === 0) report(askedNothing(whole(source('metric 1'))));
  const placed = question.metrics.flatMap((text, i) => {
    const from = source(`metric ${i + 1}`);
    const metric = take(checkMetric(graph, text, from));
    return metric === null ? [] : [{ metric, place: whole(from) }];
  });
  const metrics = placed.map(({ metric }) => metric);
  const keys = (question.by ?? []).flatMap((text, i) => {
    const from = source(`--by ${i + 1}`);
    const found = take(readMember(graph, from));
    return found === null ? [] : [{ key: { name: text, ...found }, place: whole(from) }];
  });
  const by: readonly AskedKey[] = keys.map(({ key }) => key);
  const grain = question.grain === undefined ? null : take(readLevelIn(graph, source('--grain')));
  const range = take(checkRange(graph, question, source));
  const where = question.where === undefined ? null : take(readFormula(graph, source('--where'), 'condition'));
  const having = question.having === undefined ? null : take(readFormula(graph, source('--having'), 'group'));
  const asOfDay = parseDate(question.asOf);
  if (asOfDay === null) report(malformedDay(question.asOf, whole(source('--as-of'))));
  const order = (question.order ?? []).flatMap(
    (text, i) => take(checkOrder(text, question, grain, source(`--order ${i + 1}`))) ?? [],
  );
  if (question.limit !== undefined && !(Number.isSafeInteger(question.limit) && question.limit >= 0)) {
    report(malformedLimit(String(question.limit), whole(source('--limit'))));
  }
  const formulas = [...metrics.map(({ formula }) => formula), where, having].filter((one) => one !== null);
  const parameters = take(checkParameters(graph, question, source, formulas));
  const conjuncts = where === null ? [] : splitAnd(where);

  // What a broken grain or range would have been is not known, so nothing is said of its consequences.
  const isKnown =
    (question.grain === undefined || grain !== null) && (question.from === undefined || range.fromDay !== null);
  const windowed = grain !== null || range.fromDay !== null || range.endDay !== null;
  // A condition on groups is computed in them like a metric.
  const asked = [
    ...placed.map(({ metric: { name, formula }, place }) => ({ name, formula, place })),
    ...(having === null ? [] : [{ name: source('--having').text, formula: having, place: whole(source('--having')) }]),
  ];
  for (const { name, formula, place } of asked) {
    if (isKnown)
      checkContexts(graph, formula, place.file, { grain, ...range, asOfDay, calendar: calendarOf(graph) }).forEach(
        report,
      );
    const grouped = keys.map(({ key, place: at }) => ({ key, at, of: groupedDatasets(graph, formula, key.member) }));
    for (const dataset of datasetsIn(graph, formula)) {
      for (const { key, at, of } of grouped)
        if (of.includes(dataset)) reachable(graph, key.member, dataset, name, at, report);
      for (const conjunct of conjuncts) {
        walkTyped(conjunct, (node) => {
          if (node.kind !== 'member') return;
          reachable(graph, node.member, dataset, name, { file: '--where', ...node.range }, report);
        });
      }
      const found = graph.datasets.get(dataset);
      if (found === undefined) continue;
      if (windowed && found.time.kind === 'undeclared' && goesByOwnTime(graph, formula, dataset))
        report(undeclaredTime(dataset, place, found.def.name.span));
      const own = found.def.grain === null ? null : plainLevel(found.def.grain.text);
      if (grain !== null && own !== null && !nestsIn(own, grain))
        report(bucketTooFine(showLevel(grain), dataset, own, whole(source('--grain'))));
    }
  }
  checkGroups(graph, {
    formulas: asked.map(({ formula, place }) => ({ formula, file: place.file })),
    by: keys.map(({ key: { member }, place }) => ({ member, place })),
    windowed,
    ranged: range.fromDay !== null || range.endDay !== null,
  }).forEach(report);
  const isPercent = (name: string): boolean => graph.metrics.get(name)?.percent ?? false;
  for (const { formula, place } of asked) {
    for (const found of percentComparisons(formula, source(place.file).text, isPercent))
      report(largePercentage(found, { file: place.file, ...found.range }));
  }
  if (having !== null) {
    walkTyped(having, (node) => {
      if (node.kind !== 'member' || by.some((key) => showMember(key.member) === showMember(node.member))) return;
      report(notAKey(showMember(node.member), { file: '--having', ...node.range }));
    });
  }
  // A metric whose definition has an error was reported there; an answer without its column would look whole.
  const failed =
    metrics.length < question.metrics.length || diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  if (failed || asOfDay === null) return { value: null, diagnostics };
  return {
    value: {
      metrics,
      by,
      grain,
      ...range,
      where: conjuncts,
      having,
      order,
      limit: question.limit ?? null,
      asOfDay,
      parameters,
    },
    diagnostics,
  };
}

function whole(source: SourceFile): Span {
  return { file: source.path, start: 0, end: source.text.length };
}

function checkMetric(graph: Graph, text: string, source: SourceFile): Outcome<AskedMetric | null> {
  const metric = graph.metrics.get(text);
  if (metric !== undefined) {
    const formula: Typed = { kind: 'metric', metric: text, type: metric.type, range: { start: 0, end: text.length } };
    const title = metric.def.title?.text ?? null;
    // What is wrong with its definition was reported there; the question is refused all the same.
    if (metric.type.value.kind === 'unknown') return { value: null, diagnostics: [brokenMetric(text, whole(source))] };
    return {
      value: { name: text, title, formula, type: metric.type, percent: metric.percent, decimals: metric.decimals },
      diagnostics: [],
    };
  }
  const { value: formula, diagnostics } = readFormula(graph, source, 'metric');
  if (formula === null) return { value: null, diagnostics };
  return {
    value: {
      name: text,
      title: null,
      formula,
      type: { ...formula.type, level: 'aggregate' },
      percent: false,
      decimals: null,
    },
    diagnostics,
  };
}

function checkRange(
  graph: Graph,
  question: Question,
  source: (path: string) => SourceFile,
): Outcome<{ readonly fromDay: number | null; readonly endDay: number | null }> {
  const settings = calendarOf(graph);
  const diagnostics: Diagnostic[] = [];
  const read = (text: string | undefined, path: string, side: 'start' | 'end'): number | null => {
    if (text === undefined) return null;
    const period = parsePeriod(text, settings);
    if (period.kind === 'period') return dayAt(settings.timezone, period[side].instant);
    diagnostics.push(malformedPeriod(periodProblemText(period), periodProblemHelp(period), whole(source(path))));
    return null;
  };
  const fromDay = read(question.from, '--from', 'start');
  const endDay = read(question.to, '--to', 'end');
  if (fromDay !== null && endDay !== null && fromDay >= endDay) diagnostics.push(emptyRange(whole(source('--from'))));
  return { value: { fromDay, endDay }, diagnostics };
}

function checkOrder(
  text: string,
  question: Question,
  grain: CalendarLevel | null,
  source: SourceFile,
): Outcome<{ readonly column: ColumnRef; readonly descending: boolean } | null> {
  const match = /^(.*?)(?:\s+(asc|desc))?$/is.exec(text.trim());
  const name = match?.[1] ?? text;
  const descending = match?.[2]?.toLowerCase() === 'desc';
  const ref = (column: ColumnRef) => ({ value: { column, descending }, diagnostics: [] });
  const metric = question.metrics.indexOf(name);
  if (metric >= 0) return ref({ kind: 'metric', index: metric });
  const key = (question.by ?? []).indexOf(name);
  if (key >= 0) return ref({ kind: 'key', index: key });
  if (grain !== null && (name === question.grain || name === showLevel(grain) || name === 'time'))
    return ref({ kind: 'bucket' });
  const columns = [...(grain === null ? [] : [showLevel(grain)]), ...(question.by ?? []), ...question.metrics];
  return { value: null, diagnostics: [unknownColumn(name, columns, whole(source))] };
}

/** Every parameter of the project, with its default or the value that is given. Diagnostics point into `--param name`. */
export function checkParameters(
  graph: Graph,
  question: Pick<Question, 'parameters'>,
  source: (path: string) => SourceFile,
  formulas: readonly Typed[] = [],
): Outcome<ReadonlyMap<string, ConstValue>> {
  const diagnostics: Diagnostic[] = [];
  const values = new Map<string, ConstValue>(defaultsOf(graph));
  const given = Object.keys(question.parameters ?? {});
  const lengths = given.length === 0 ? null : lengthParameters(graph, formulas);
  for (const name of given) {
    const place = source(`--param ${name}`);
    const parameter = graph.parameters.get(name);
    if (parameter === undefined) {
      diagnostics.push(unknownName('parameter', name, whole(place), graph.parameters.keys()));
      continue;
    }
    if (lengths?.has(name) === true) {
      diagnostics.push(lengthGiven(name, whole(place), parameter.def.name.span));
      continue;
    }
    const read = readFormula(graph, place, 'constant');
    diagnostics.push(...read.diagnostics);
    const value = read.value === null ? null : constantOf(read.value, (other) => values.get(other) ?? null);
    if (read.value === null) continue;
    const wanted = parameter.type;
    const found = read.value.type;
    const sameKind = wanted.value.kind === found.value.kind || (isNumber(wanted) && isNumber(found));
    if (value === null || !sameKind || !sameUnit(wanted.unit, found.unit))
      diagnostics.push(parameterType(name, words(found), words(wanted), whole(place)));
    else values.set(name, value);
  }
  return { value: values, diagnostics };
}

function isNumber(type: Type): boolean {
  return ['integer', 'decimal', 'rational'].includes(type.value.kind);
}

function words(type: Type): string {
  return `${showValueType(type.value)} ${showUnit(type.unit)}`.trim();
}

/** The conjuncts of a condition. */
export function splitAnd(typed: Typed): readonly Typed[] {
  return typed.kind === 'call' && typed.fn === 'and' ? typed.args.flatMap(splitAnd) : [typed];
}

function reachable(
  graph: Graph,
  member: AskedKey['member'],
  dataset: string,
  metric: string,
  span: Span,
  report: (diagnostic: Diagnostic) => void,
): void {
  const binding = bindIn(graph, member, dataset);
  if (binding.kind !== 'bound') report(unreachableMember(showMember(member), dataset, binding, span, metric));
}
