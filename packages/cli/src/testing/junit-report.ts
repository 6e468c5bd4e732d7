// A run of tests as a JUnit report: a file of definitions is a suite, a test a case.
import type { SourceFile } from '@sextant/parser';
import type { TestResult } from '../engine-port.js';
import { indexSources, placeOf, showPlace, type Sources } from '../reporters/places.js';
import { xmlAttribute, xmlText } from '../reporters/xml-text.js';
import type { TestRun } from './test-run.js';

export function testJunit({ results }: TestRun, files: readonly SourceFile[]): string {
  const sources = indexSources(files);
  const suites = new Map<string, TestResult[]>();
  for (const result of results) suites.set(result.place.file, [...(suites.get(result.place.file) ?? []), result]);
  const failures = results.filter(({ passed }) => !passed).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="kpi test" tests="${results.length}" failures="${failures}" errors="0" skipped="0">`,
    ...[...suites].flatMap(([file, ofFile]) => [
      `  <testsuite name="${xmlAttribute(file)}" tests="${ofFile.length}" failures="${ofFile.filter(({ passed }) => !passed).length}" errors="0" skipped="0">`,
      ...ofFile.flatMap((result) => caseOf(result, sources)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function caseOf(result: TestResult, sources: Sources): readonly string[] {
  const file = xmlAttribute(result.place.file);
  const line = placeOf(sources, result.place)?.line ?? 1;
  const start = `    <testcase name="${xmlAttribute(result.name)}" classname="${file}" file="${file}" line="${line}"`;
  if (result.passed) return [`${start}/>`];
  const said = saidOf(result, sources);
  return [
    `${start}>`,
    `      <failure type="expectation" message="${xmlAttribute(said[0] ?? 'failed')}">${xmlText(said.join('\n'))}</failure>`,
    '    </testcase>',
  ];
}

function saidOf(result: TestResult, sources: Sources): readonly string[] {
  const differences = result.expectations.flatMap(({ place, asks, differences: found }) =>
    found.map(({ what, expected, got }) => {
      const came = got.map(({ executor, text }) => (executor === null ? text : `${text} (${executor})`)).join(', ');
      return `${showPlace(sources, place)}: ${asks}: ${what}: expected ${expected}, got ${came}`;
    }),
  );
  const errors = result.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, span }) => `${showPlace(sources, span)}: ${code} ${message}`);
  return [...differences, ...errors];
}
