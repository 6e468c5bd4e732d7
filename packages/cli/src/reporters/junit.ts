// Diagnostics as a JUnit report: a file of definitions is a suite, a finding a test that did not pass.
import { sortDiagnostics, type Diagnostic, type SourceFile } from '@sextant/parser';
import { fullText } from './full-text.js';
import { indexSources, placeOf, showPlace, type Sources } from './places.js';
import { xmlAttribute, xmlText } from './xml-text.js';

/**
 * `fails` tells a finding that breaks the build from one that is only mentioned. A file that was `asked` for has a suite
 * even without findings.
 */
export function junitReport(
  diagnostics: readonly Diagnostic[],
  files: readonly SourceFile[],
  fails: (diagnostic: Diagnostic) => boolean,
  asked: Iterable<string> = files.map(({ path }) => path),
): string {
  const sources = indexSources(files);
  const byFile = new Map<string, Diagnostic[]>(Array.from(asked, (path) => [path, []]));
  for (const diagnostic of sortDiagnostics(diagnostics)) {
    const { file } = diagnostic.span;
    const ofFile = byFile.get(file) ?? [];
    ofFile.push(diagnostic);
    byFile.set(file, ofFile);
  }
  const suites = [...byFile].map(([file, found]) => suiteOf(file, found, sources, fails));
  const sum = (of: (suite: Suite) => number): number => suites.reduce((total, suite) => total + of(suite), 0);
  const tests = sum(({ tests }) => tests);
  const failures = sum(({ failures }) => failures);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="kpi check" tests="${tests}" failures="${failures}" errors="0" skipped="0">`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly lines: readonly string[];
}

function suiteOf(
  file: string,
  found: readonly Diagnostic[],
  sources: Sources,
  fails: (diagnostic: Diagnostic) => boolean,
): Suite {
  const name = xmlAttribute(file);
  // A suite without tests is taken for one that did not run.
  const cases =
    found.length === 0
      ? [`    <testcase name="no findings" classname="${name}" file="${name}"/>`]
      : found.flatMap((diagnostic) => caseOf(diagnostic, name, sources, fails(diagnostic)));
  const tests = Math.max(1, found.length);
  const failures = found.filter(fails).length;
  return {
    tests,
    failures,
    lines: [
      `  <testsuite name="${name}" tests="${tests}" failures="${failures}" errors="0" skipped="0">`,
      ...cases,
      '  </testsuite>',
    ],
  };
}

function caseOf(diagnostic: Diagnostic, file: string, sources: Sources, fails: boolean): readonly string[] {
  const { code, severity, message, span } = diagnostic;
  const place = placeOf(sources, span);
  const line = place === null ? '' : ` line="${place.line}"`;
  const where = showPlace(sources, span);
  const name = xmlAttribute(`${code} ${where}: ${message}`);
  const text = xmlText(`${where}\n${fullText(diagnostic)}`);
  return [
    `    <testcase name="${name}" classname="${file}" file="${file}"${line}>`,
    fails
      ? `      <failure type="${severity}" message="${xmlAttribute(message)}">${text}</failure>`
      : `      <system-out>${text}</system-out>`,
    '    </testcase>',
  ];
}
