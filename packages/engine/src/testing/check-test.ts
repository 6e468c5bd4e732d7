// A test as it was written, checked against the graph: every text read, every question askable, every expectation in the right unit.
import {
  codes,
  type ConstValue,
  type Diagnostic,
  type ExpectationDef,
  type Graph,
  type Located,
  type Outcome,
  type QuestionDef,
  type ScalarNode,
  type TestDef,
} from '@sextant/parser';
import { parsePeriod } from '../calendar/periods.js';
import { dateText } from '../calendar/time-text.js';
import { dayAt } from '../calendar/window.js';
import { checkNamedQuestion } from '../question/check-named-question.js';
import { calendarOf } from '../question/check-question.js';
import type { CheckedQuestion } from '../question/question.js';
import type { TextRow } from '../reference/rows.js';
import { cellProblemText } from '../value/errors.js';
import { parseCell } from '../value/parse-cell.js';
import { NULL, type Value } from '../value/value.js';
import type { CheckedExpectation, CheckedTest, ExpectedValue } from './checked-test.js';
import { checkTable } from './check-table.js';
import { noPeriodOfTable, testWithoutDay, unknownCode, unreadableRows, wrongGroup } from './errors.js';
import { readExpected } from './expected-value.js';
import { readRows } from './read-rows.js';

/** The texts of files that tests read rows from, by path as written; `missing` is why one could not be read. */
export type TestFiles = ReadonlyMap<string, { readonly text: string } | { readonly missing: string }>;

/** Everything a check of one expectation needs to know of its test. */
export interface TestScope {
  readonly graph: Graph;
  readonly def: TestDef;
  readonly asOf: string;
  readonly parameters: ReadonlyMap<string, ConstValue>;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** The value is null where there is an error. Without `files` those that it reads rows from are not looked at. */
export function checkTest(graph: Graph, def: TestDef, files: TestFiles | null = null): Outcome<CheckedTest | null> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const asOf = dayOfTest(graph, def);
  if (asOf === null) report(testWithoutDay(def.name));
  const given = rowsOfTest(graph, def, files, report);
  // Parameters once, at their places: every question of the test takes them.
  const first = checkNamedQuestion(graph, questionDef(def, { metrics: anyMetric(graph) }), asOf ?? undefined);
  const ofParameters = first.diagnostics.filter(({ span }) =>
    def.parameters.some(
      ({ value }) => span.file === value.span.file && span.start >= value.span.start && span.end <= value.span.end,
    ),
  );
  ofParameters.forEach(report);
  const parameters = first.value?.parameters ?? new Map<string, ConstValue>();
  const scope: TestScope = { graph, def, asOf: asOf ?? '2000-01-01', parameters, report };
  const expectations =
    ofParameters.length > 0 ? [] : def.expect.flatMap((expectation) => checkExpectation(expectation, scope) ?? []);
  const failed = diagnostics.some(({ severity }) => severity === 'error') || expectations.length < def.expect.length;
  if (failed || asOf === null) return { value: null, diagnostics: once(diagnostics) };
  return {
    value: {
      name: def.name,
      asOf,
      given,
      parameters: Object.fromEntries(def.parameters.map(({ name, value }) => [name.text, value.text])),
      expectations,
    },
    diagnostics: once(diagnostics),
  };
}

/** Its own `as_of`, else the last day of its latest `over`. */
function dayOfTest(graph: Graph, def: TestDef): string | null {
  if (def.asOf !== null) return def.asOf.text;
  const settings = calendarOf(graph);
  const ends = def.expect.flatMap(({ over }) => {
    const period = over === null ? null : parsePeriod(over.text, settings);
    return period?.kind === 'period' ? [dayAt(settings.timezone, period.end.instant)] : [];
  });
  return ends.length === 0 ? null : dateText(Math.max(...ends) - 1);
}

function rowsOfTest(
  graph: Graph,
  def: TestDef,
  files: TestFiles | null,
  report: (diagnostic: Diagnostic) => void,
): ReadonlyMap<string, readonly TextRow[]> {
  const given = new Map<string, readonly TextRow[]>();
  for (const { dataset, source } of def.given) {
    const name = dataset.text;
    if (source.kind === 'rows') {
      const rows = source.rows.map((row) =>
        Object.fromEntries(row.map(({ field, value }) => [field.text, value?.text ?? null])),
      );
      given.set(name, [...(given.get(name) ?? []), ...rows]);
      continue;
    }
    const file = files?.get(source.path.text);
    const target = graph.datasets.get(name);
    if (files === null || target === undefined) continue;
    if (file === undefined || 'missing' in file) report(unreadableRows(source.path, file?.missing ?? 'no such file'));
    else {
      const read = readRows(target, file.text, source.path.text.endsWith('.tsv') ? '\t' : ',');
      if (read.kind === 'problem') report(unreadableRows(source.path, read.why));
      else given.set(name, read.rows);
    }
  }
  return given;
}

function checkExpectation(expectation: ExpectationDef, scope: TestScope): CheckedExpectation | null {
  if (expectation.finding !== null) return checkFinding(expectation, expectation.finding, scope);
  if (expectation.kpi !== null) return checkKpi(expectation, expectation.kpi, scope);
  if (expectation.metrics.length > 0) {
    if (expectation.grain !== null && expectation.over === null) {
      scope.report(noPeriodOfTable(expectation.grain.span));
      return null;
    }
    const question = ask(expectation, expectation.metrics, expectation.keys, scope);
    return question === null ? null : checkTable(expectation, question, asks(expectation), scope);
  }
  return expectation.metric === null ? null : checkCell(expectation, expectation.metric, scope);
}

function checkCell(expectation: ExpectationDef, metric: Located, scope: TestScope): CheckedExpectation | null {
  const question = ask(expectation, [metric], dimensionsOf(expectation), scope);
  const asked = question?.metrics[0];
  if (question === null || asked === undefined) return null;
  const expected = expectedOf(expectation.value, expectation.reason, asked, scope);
  if (expected === null) return null;
  const group = groupOf(expectation, question, scope);
  if (group === null) return null;
  // A group that nothing reaches has values all the same: none, or a count of 0.
  const inGroup = group.length === 0 ? question : { ...question, groups: [group] };
  return { kind: 'cell', place: expectation.span, asks: asks(expectation), question: inGroup, expected };
}

/** The values of a group from their texts, by the types of its dimensions. */
function groupOf(expectation: ExpectationDef, question: CheckedQuestion, scope: TestScope): readonly Value[] | null {
  const values: Value[] = [];
  for (const [i, { value }] of expectation.by.entries()) {
    const key = question.by[i];
    const cell = key === undefined ? NULL : parseCell(value?.text ?? null, key.type.value);
    if (cell.kind !== 'problem') values.push(cell);
    else if (value !== null) scope.report(wrongGroup(value, cellProblemText(cell)));
  }
  return values.length < expectation.by.length ? null : values;
}

function checkFinding(expectation: ExpectationDef, finding: Located, scope: TestScope): CheckedExpectation | null {
  if (!Object.hasOwn(codes, finding.text)) {
    scope.report(unknownCode(finding, Object.keys(codes)));
    return null;
  }
  const metrics = expectation.metric === null ? expectation.metrics : [expectation.metric];
  const keys = expectation.metric === null ? expectation.keys : dimensionsOf(expectation);
  const question = metrics.length === 0 ? null : ask(expectation, metrics, keys, scope);
  if (metrics.length > 0 && question === null) return null;
  return { kind: 'finding', place: expectation.span, asks: asks(expectation), code: finding.text, question };
}

function checkKpi(expectation: ExpectationDef, named: Located, scope: TestScope): CheckedExpectation | null {
  const kpi = scope.graph.kpis.get(named.text);
  // Its absence, or what is wrong with it, was reported.
  if (kpi === undefined || kpi.formula === null) return null;
  const { type } = kpi;
  const score = { type: { ...type, unit: [], bare: true } };
  const read = (node: ScalarNode | null, asked: { type: typeof type }): ExpectedValue | null | undefined =>
    node === null ? undefined : expectedOf(node, null, asked, scope);
  const value =
    expectation.reason === null
      ? read(expectation.value, kpi)
      : expectedOf(expectation.value, expectation.reason, kpi, scope);
  const target = read(expectation.target, kpi);
  const scored = read(expectation.score, score);
  if (value === null || target === null || scored === null) return null;
  return {
    kind: 'kpi',
    place: expectation.span,
    asks: asks(expectation),
    kpi: kpi.name,
    period: expectation.over?.text ?? null,
    keys: expectation.by.length === 0 ? null : kpi.slices.map(({ name }) => groupText(expectation, name)),
    value: value ?? null,
    target: target ?? null,
    score: scored ?? null,
    status: statusOf(expectation.status),
  };
}

function groupText(expectation: ExpectationDef, dimension: string): string | null {
  return expectation.by.find((one) => one.dimension.text === dimension)?.value?.text ?? null;
}

function statusOf(status: Located | null): Extract<CheckedExpectation, { kind: 'kpi' }>['status'] {
  switch (status?.text) {
    case 'no_data':
    case 'not_due':
    case 'stale':
    case 'achieved':
    case 'on_track':
    case 'at_risk':
    case 'off_track':
      return status.text;
    default:
      return null;
  }
}

export function expectedOf(
  node: ScalarNode | null,
  reason: Located | null,
  asked: Parameters<typeof readExpected>[3],
  { graph, parameters, report }: TestScope,
): ExpectedValue | null {
  const read = readExpected(graph, node, reason, asked, parameters);
  read.diagnostics.forEach(report);
  return read.value;
}

/** The question of an expectation, checked at its place in the file. */
function ask(
  expectation: ExpectationDef,
  metrics: readonly Located[],
  by: readonly Located[],
  { graph, def, asOf, report }: TestScope,
): CheckedQuestion | null {
  const { grain, over, where } = expectation;
  const checked = checkNamedQuestion(graph, questionDef(def, { metrics, by, grain, over, where }), asOf);
  // A metric with a mistake in it, or without a definition, was reported where that stands.
  checked.diagnostics.filter(({ code }) => code !== 'KPI4027').forEach(report);
  return checked.value;
}

function questionDef(
  def: TestDef,
  asked: Pick<QuestionDef, 'metrics'> & Partial<Pick<QuestionDef, 'by' | 'grain' | 'over' | 'where'>>,
): QuestionDef {
  return {
    name: def.name,
    by: [],
    grain: null,
    over: null,
    where: null,
    ...asked,
    from: null,
    to: null,
    having: null,
    order: [],
    limit: null,
    asOf: null,
    parameters: def.parameters,
    span: def.span,
    title: null,
    description: null,
    ignore: null,
  };
}

/** Some metric, so that a question has one: only its parameters are looked at. */
function anyMetric(graph: Graph): readonly Located[] {
  const [metric] = [...graph.metrics.values()].filter(({ type }) => type.value.kind !== 'unknown');
  return metric === undefined ? [] : [metric.def.name];
}

function dimensionsOf(expectation: ExpectationDef): readonly Located[] {
  return expectation.by.map(({ dimension }) => dimension);
}

function asks({ metric, kpi, metrics, over, where, by, keys, grain }: ExpectationDef): string {
  const what = metric?.text ?? kpi?.text ?? metrics.map(({ text }) => text).join(', ');
  return [
    what === '' ? 'the rows' : what,
    ...(keys.length === 0 ? [] : [`by ${keys.map(({ text }) => text).join(', ')}`]),
    ...(grain === null ? [] : [`by ${grain.text}`]),
    ...(over === null ? [] : [`over ${over.text}`]),
    ...by.map(({ dimension, value }) => `${dimension.text} ${value?.text ?? '(no value)'}`),
    ...(where === null ? [] : [`where ${where.text}`]),
  ].join(', ');
}

/** Expectations share their test's metrics and conditions: what is wrong with one is said once. */
function once(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = new Set<string>();
  return diagnostics.filter(({ code, span, message }) => {
    const key = JSON.stringify([code, span, message]);
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
}
