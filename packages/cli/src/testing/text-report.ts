// A run of tests for people: each test in a line, what failed with what was expected and what came out.
import type { SourceFile } from '@sextant/parser';
import type { Counted, Coverage, ExpectationResult, TestResult } from '../engine-port.js';
import { paintWith, type Paint } from '../reporters/paint.js';
import { indexSources, showPlace, type Sources } from '../reporters/places.js';
import { textReport } from '../reporters/text.js';
import { visibleLine } from '../reporters/visible-text.js';
import type { TestRun } from './test-run.js';

export interface TestReportOptions {
  readonly colour: boolean;
  /** Passing tests are named too. */
  readonly verbose: boolean;
}

export function testText(
  { results, coverage }: TestRun,
  files: readonly SourceFile[],
  options: TestReportOptions,
): string {
  const paint = paintWith(options.colour);
  const sources = indexSources(files);
  const lines: string[] = [];
  for (const result of results) {
    if (result.passed) {
      if (options.verbose) lines.push(`${paint('pass', 'hint')} ${visibleLine(result.name)}`);
      continue;
    }
    lines.push(...failure(result, files, sources, paint, options.colour), '');
  }
  const failed = results.filter(({ passed }) => !passed).length;
  const expectations = results.reduce((sum, one) => sum + one.expectations.length, 0);
  const counts = [
    ...(failed === 0 ? [] : [paint(`${failed} failed`, 'error')]),
    `${results.length - failed} passed`,
    `${expectations} ${expectations === 1 ? 'expectation' : 'expectations'}, each on 2 engines`,
  ];
  lines.push(paint(`${results.length} ${results.length === 1 ? 'test' : 'tests'}: `, 'strong') + counts.join(', '));
  if (coverage !== null) lines.push('', ...coverageLines(coverage, sources, paint));
  return `${lines.join('\n')}\n`;
}

function failure(
  result: TestResult,
  files: readonly SourceFile[],
  sources: Sources,
  paint: Paint,
  colour: boolean,
): readonly string[] {
  const place = paint(showPlace(sources, result.place), 'frame');
  const head = `${paint('FAIL', 'error')} ${paint(visibleLine(result.name), 'strong')}  ${place}`;
  const found = result.diagnostics.filter(({ severity }) => severity === 'error');
  const report = found.length === 0 ? [] : textReport(found, files, { colour }).trimEnd().split('\n').slice(0, -2);
  return [
    head,
    ...result.expectations.filter(({ passed }) => !passed).flatMap((one) => expectation(one, sources, paint)),
    ...report.map((line) => (line === '' ? '' : `  ${line}`)),
  ];
}

function expectation(one: ExpectationResult, sources: Sources, paint: Paint): readonly string[] {
  const place = paint(showPlace(sources, one.place), 'frame');
  const lines = [`  ${visibleLine(one.asks)}  ${place}`];
  for (const { what, expected, got } of one.differences) {
    const rows: readonly (readonly [string, string])[] = [
      ['expected', expected],
      ...got.map(({ executor, text }): readonly [string, string] => [
        executor === null ? 'got' : `got (${executor})`,
        text,
      ]),
    ];
    const width = Math.max(...rows.map(([name]) => name.length));
    if (what !== 'value') lines.push(`    ${visibleLine(what)}`);
    lines.push(
      ...rows.map(
        ([name, text], i) => `    ${name.padEnd(width)}  ${paint(visibleLine(text), i === 0 ? 'hint' : 'error')}`,
      ),
    );
  }
  return lines;
}

function coverageLines(coverage: Coverage, sources: Sources, paint: Paint): readonly string[] {
  const part = (name: string, { all, reached, missing }: Counted): readonly string[] => {
    const share = all === 0 ? 'none' : `${reached} of ${all}`;
    return [
      `${paint(name.padEnd(9), 'strong')} ${share}`,
      ...missing.map(({ place, text, of, why }) => {
        const what = of.endsWith(` ${text}`) ? of : `${of}: ${text}`;
        return `  ${paint(showPlace(sources, place), 'frame')}  ${visibleLine(what)}, ${why}`;
      }),
    ];
  };
  return [
    'What the tests reach:',
    ...part('metrics', coverage.metrics),
    ...part('branches', coverage.branches),
    ...part('filters', coverage.filters),
  ];
}
