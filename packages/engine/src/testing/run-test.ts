// Runs a checked test on every executor: all must say what is expected, and the same.
import { showUnit, type Diagnostic, type Graph, type Outcome } from '@sextant/parser';
import { scorecard } from '../status/compute-scorecard.js';
import type { Asker } from '../status/asker.js';
import type { Figure, KpiReading, Scorecard, Standing } from '../status/scorecard.js';
import type { AskedMetric, CheckedQuestion } from '../question/question.js';
import type { ValueRow, ValueTable } from '../result/value-table.js';
import { fromDecimalText } from '../value/rational.js';
import { decimalText } from '../value/to-text.js';
import { writeKey } from '../result/write-cell.js';
import { NULL, noValue, numberValue, type Value } from '../value/value.js';
import type {
  CheckedExpectation,
  CheckedTest,
  ExpectedRow,
  ExpectedValue,
  KpiExpectation,
  TableExpectation,
} from './checked-test.js';
import { isExpected, showExpected, showGot } from './expected-value.js';
import type { TestExecutor } from './test-executor.js';
import type { Difference, ExpectationResult, TestResult } from './test-result.js';

/** What one executor has to say of one part of an expectation. */
interface Part {
  readonly what: string;
  readonly expected: string;
  readonly got: string;
  readonly passed: boolean;
}

interface Opened {
  readonly name: string;
  readonly asker: Asker | null;
}

export async function runTest(
  graph: Graph,
  test: CheckedTest,
  executors: readonly TestExecutor[],
): Promise<TestResult> {
  const diagnostics: Diagnostic[] = [];
  const opened: Opened[] = [];
  for (const { name, open } of executors) {
    const { value, diagnostics: found } = await open(graph, test.given);
    opened.push({ name, asker: value });
    diagnostics.push(...found.filter((one) => isAboutGiven(one, graph, test)));
  }
  const expectedCodes = new Set(test.expectations.flatMap((one) => (one.kind === 'finding' ? [one.code] : [])));
  const expectations: ExpectationResult[] = [];
  for (const expectation of test.expectations) {
    const parts: (readonly Part[])[] = [];
    for (const { asker } of opened) {
      const { value, diagnostics: found } = await partsOf(graph, test, expectation, asker, diagnostics);
      parts.push(value);
      diagnostics.push(...found);
    }
    expectations.push(together(expectation, opened, parts));
  }
  const unexpected = onceEach(diagnostics.filter(({ code }) => !expectedCodes.has(code)));
  return {
    name: test.name.text,
    place: test.name.span,
    passed: expectations.every(({ passed }) => passed) && !unexpected.some(({ severity }) => severity === 'error'),
    expectations,
    diagnostics: unexpected,
  };
}

/**
 * A test gives what it needs and no more: a reference to a dataset that it gives no rows of, and a field that none of its rows
 * name, are no findings.
 */
function isAboutGiven({ code, span }: Diagnostic, graph: Graph, { given }: CheckedTest): boolean {
  if (code !== 'KPI7024' && code !== 'KPI7026') return true;
  for (const [name, rows] of given) {
    for (const field of graph.datasets.get(name)?.fields.values() ?? []) {
      const { file, start, end } = field.def.span;
      if (file !== span.file || span.start < start || span.end > end) continue;
      const target = field.def.references?.dataset.text ?? null;
      return code === 'KPI7026'
        ? target !== null && given.has(target)
        : rows.some((row) => Object.hasOwn(row, field.name));
    }
  }
  return true;
}

/** The executors' parts side by side: what one of them gets wrong is a difference, with what each got where they differ. */
function together(
  { place, asks }: CheckedExpectation,
  opened: readonly Opened[],
  parts: readonly (readonly Part[])[],
): ExpectationResult {
  const differences: Difference[] = [];
  const names = new Set(parts.flatMap((list) => list.map(({ what }) => what)));
  for (const what of names) {
    const found = parts.map((list) => list.find((part) => part.what === what) ?? null);
    const [first] = found.flatMap((part) => part ?? []);
    if (first === undefined || found.every((part) => part?.passed === true)) continue;
    const texts = found.map((part) => part?.got ?? 'nothing');
    const agree = texts.every((text) => text === texts[0]);
    differences.push({
      what,
      expected: first.expected,
      got: agree
        ? [{ executor: null, text: texts[0] ?? '' }]
        : texts.map((text, i) => ({ executor: opened[i]?.name ?? '', text })),
    });
  }
  return { place, asks, passed: differences.length === 0, differences };
}

async function partsOf(
  graph: Graph,
  test: CheckedTest,
  expectation: CheckedExpectation,
  asker: Asker | null,
  raised: readonly Diagnostic[],
): Promise<Outcome<readonly Part[]>> {
  if (expectation.kind === 'finding') {
    const asked = expectation.question === null || asker === null ? null : await asker.values(expectation.question);
    const found = asked === null ? raised : [...asked.diagnostics, ...(asked.value?.diagnostics ?? [])];
    const codes = [...new Set(found.map(({ code }) => code))].sort();
    const passed = codes.some((code) => code === expectation.code);
    const got = codes.length === 0 ? 'no finding' : codes.join(', ');
    return outcome([{ what: 'finding', expected: expectation.code, got, passed }]);
  }
  // Why the rows cannot be read is said beside.
  if (asker === null)
    return outcome([{ what: 'answer', expected: 'an answer', got: 'rows that cannot be read', passed: false }]);
  if (expectation.kind === 'kpi') return ofKpi(graph, test, expectation, asker);
  const { value, diagnostics } = await asker.values(expectation.question);
  if (value === null)
    return { value: [{ what: 'answer', expected: 'an answer', got: 'none', passed: false }], diagnostics };
  const parts =
    expectation.kind === 'table'
      ? ofTable(expectation, value)
      : [
          valuePart(
            'value',
            expectation.expected,
            cellOf(expectation.question, value),
            expectation.question.metrics[0],
          ),
        ];
  return { value: parts, diagnostics };
}

/** The row of the asked group: other groups may be part of the answer too. */
function cellOf({ groups, by }: CheckedQuestion, { rows }: ValueTable): Value {
  const wanted = JSON.stringify(groups?.[0]?.map(writeKey) ?? by.map(() => null));
  return rows.find(({ keys }) => JSON.stringify(keys.map(writeKey)) === wanted)?.values[0] ?? NULL;
}

function ofTable({ question, rows }: TableExpectation, table: ValueTable): readonly Part[] {
  const left = new Map(table.rows.map((row) => [rowName(row.bucket?.label ?? null, row.keys.map(writeKey)), row]));
  const parts = rows.flatMap((expected): readonly Part[] => {
    const name = rowName(expected.bucket, expected.keys);
    const row = left.get(name);
    left.delete(name);
    if (row === undefined) return [{ what: `row ${name}`, expected: 'a row', got: 'no such row', passed: false }];
    return cellParts(expected, row, name, question.metrics);
  });
  const surplus = [...left.keys()].map((name): Part => ({
    what: `row ${name}`,
    expected: 'no such row',
    got: 'a row',
    passed: false,
  }));
  return [...parts, ...surplus];
}

function cellParts(
  { cells }: ExpectedRow,
  row: ValueRow,
  name: string,
  metrics: readonly AskedMetric[],
): readonly Part[] {
  return cells.flatMap((expected, i): readonly Part[] => {
    const asked = metrics[i];
    if (expected === null || asked === undefined) return [];
    return [valuePart(`${asked.name} of ${name}`, expected, row.values[i] ?? NULL, asked)];
  });
}

function rowName(bucket: string | null, keys: readonly (string | null)[]): string {
  return [...(bucket === null ? [] : [bucket]), ...keys.map((key) => key ?? '(no value)')].join(', ') || 'of all';
}

function valuePart(what: string, expected: ExpectedValue, value: Value, asked: AskedMetric | undefined): Part {
  const form = asked ?? { percent: false, decimals: null };
  const unit = asked === undefined ? '' : showUnit(asked.type.unit);
  return {
    what,
    expected: showExpected(expected),
    got: showGot(value, unit),
    passed: isExpected(expected, value, form),
  };
}

async function ofKpi(
  graph: Graph,
  test: CheckedTest,
  expectation: KpiExpectation,
  asker: Asker,
): Promise<Outcome<readonly Part[]>> {
  const { kpi, period } = expectation;
  const card = await scorecard(graph, asker, {
    asOf: test.asOf,
    kpis: [kpi],
    parameters: test.parameters,
    history: 1,
    ...(period === null ? {} : { period }),
  });
  const reading = card.value?.kpis.find((one) => one.kpi === kpi);
  const standing = reading === undefined ? null : standingOf(expectation, reading);
  if (reading === undefined || standing === null) {
    const got = card.value === null ? 'none' : 'no such group';
    return { value: [{ what: 'answer', expected: 'an answer', got, passed: false }], diagnostics: card.diagnostics };
  }
  return {
    value: kpiParts(expectation, reading, standing),
    diagnostics: [...card.diagnostics, ...errorsOf(card.value)],
  };
}

function standingOf({ keys }: KpiExpectation, reading: KpiReading): Standing | null {
  if (keys === null) return reading.standing;
  const wanted = JSON.stringify(keys);
  return reading.slices.find((slice) => JSON.stringify(slice.keys) === wanted)?.standing ?? null;
}

function kpiParts(expectation: KpiExpectation, reading: KpiReading, standing: Standing): readonly Part[] {
  const { value, target, score, status, keys } = expectation;
  const aim =
    standing.aim.kind === 'target' ? standing.aim.target : standing.aim.kind === 'limit' ? standing.aim.bound : null;
  const part = (
    what: string,
    expected: ExpectedValue | null,
    figure: Figure | null,
    unit: string,
    form: FigureForm = reading,
  ): readonly Part[] =>
    expected === null
      ? []
      : [
          {
            what,
            expected: showExpected(expected),
            got: showGot(valueOf(figure), unit),
            passed: isExpected(expected, valueOf(figure), form) || isRounded(expected, figure, form),
          },
        ];
  const got = keys === null ? reading.status : standing.status;
  return [
    ...part('value', value, standing.value, reading.unit),
    ...part('target', target, aim, reading.unit),
    ...part('score', score, standing.score, '', IN_FULL),
    ...(status === null ? [] : [{ what: 'status', expected: status, got, passed: got === status }]),
  ];
}

function valueOf(figure: Figure | null): Value {
  const number = figure?.value === null || figure === null ? null : fromDecimalText(figure.value);
  return number === null ? noValue(figure?.reason ?? 'no_value') : numberValue(number, figure?.approximate ?? false);
}

type FigureForm = Pick<KpiReading, 'percent' | 'decimals'>;

/** A score has no digits that a metric declares. */
const IN_FULL: FigureForm = { percent: false, decimals: null };

/** Figures leave the status room rounded, as declared or to what a text can hold: so is an exact expectation. */
function isRounded(expected: ExpectedValue, figure: Figure | null, form: FigureForm): boolean {
  if (expected.kind === 'no_value' || expected.number === null || figure?.value === null || figure === null)
    return false;
  const shown = fromDecimalText(figure.value);
  if (shown === null) return false;
  if (figure.value === decimalText(expected.number)) return true;
  return isExpected({ kind: 'value', text: '', number: shown }, numberValue(expected.number), form);
}

/** What the data said on the way is no failure, unless it is an error. */
function errorsOf(card: Scorecard | null): readonly Diagnostic[] {
  return (card?.diagnostics ?? []).filter(({ severity }) => severity === 'error');
}

function outcome(value: readonly Part[]): Outcome<readonly Part[]> {
  return { value, diagnostics: [] };
}

function onceEach(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = new Set<string>();
  return diagnostics.filter(({ code, span, message }) => {
    const key = JSON.stringify([code, span, message]);
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
}
