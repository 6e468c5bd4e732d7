// One run of the tests that a command line means, from the disk to the reports.
import type { Diagnostic } from '@sextant/parser';
import { sayProblem } from '../command-line/say-problem.js';
import { soundProject } from '../asking/ask-project.js';
import { loadEngine } from '../engine-port.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { wantsColour, type Host } from '../host.js';
import { withProgress } from '../progress.js';
import { relocateFiles, shownPath } from '../project/relocate.js';
import { count } from '../checking/project-summary.js';
import type { ReportOutput } from '../checking/read-outputs.js';
import { writeReport } from '../checking/write-report.js';
import { testJson } from './json-report.js';
import { testJunit } from './junit-report.js';
import { selectTests } from './select-tests.js';
import { readTestFiles } from './test-files.js';
import { runTests, type TestRun } from './test-run.js';
import { testText } from './text-report.js';

export const TEST_FORMATS = ['text', 'json', 'junit'] as const;

export type TestFormat = (typeof TEST_FORMATS)[number];

export interface TestSettings {
  readonly names: readonly string[];
  readonly files: readonly string[];
  readonly outputs: readonly ReportOutput<TestFormat>[];
  readonly coverage: boolean;
  readonly verbose: boolean;
}

export async function testOnce(root: string, settings: TestSettings, host: Host): Promise<ExitCode> {
  const project = soundProject(root, host);
  if (project === null) return EXIT.findings;
  const { graph } = project;
  const selected = selectTests(graph, settings.names, settings.files);
  if (selected.kind === 'problem') return sayProblem(host, selected.message, selected.help);
  if (selected.tests.length === 0)
    return sayProblem(host, 'the project has no tests', 'add a section `tests:`, see docs/language/tests.md');
  const engine = await loadEngine();
  const run = await withProgress(host, 'testing', () =>
    runTests(engine, {
      graph,
      tests: selected.tests,
      files: readTestFiles(graph, root),
      coverage: settings.coverage && selected.all,
    }),
  );
  if (settings.coverage && !selected.all)
    host.err.write('note: coverage is of all tests together, so it is left out\n');
  const shown = relocated(run, (path) => shownPath(root, host.cwd, path));
  const files = relocateFiles(project.files, root, host.cwd);
  for (const { format, file } of settings.outputs) {
    const colour = file === null && wantsColour(host.out, host.env);
    const report = reportOf(format, shown, files, { colour, verbose: settings.verbose });
    if (file === null) {
      host.out.write(report);
      continue;
    }
    const written = await writeReport(file, report, count(run.results.length, 'test'), host);
    if (written !== EXIT.fine) return written;
  }
  return run.results.every(({ passed }) => passed) ? EXIT.fine : EXIT.findings;
}

function reportOf(
  format: TestFormat,
  run: TestRun,
  files: Parameters<typeof testText>[1],
  options: Parameters<typeof testText>[2],
): string {
  switch (format) {
    case 'text':
      return testText(run, files, options);
    case 'json':
      return testJson(run, files);
    case 'junit':
      return testJunit(run, files);
  }
}

/** All places as they are seen from where the person stands. */
function relocated({ results, coverage }: TestRun, shown: (path: string) => string): TestRun {
  const move = <S extends { readonly file: string }>(span: S): S => ({ ...span, file: shown(span.file) });
  const finding = (one: Diagnostic): Diagnostic => ({
    ...one,
    span: move(one.span),
    related: one.related.map((other) => ({ ...other, span: move(other.span) })),
  });
  const counted = <T extends NonNullable<TestRun['coverage']>['metrics']>(part: T): T => ({
    ...part,
    missing: part.missing.map((one) => ({ ...one, place: move(one.place) })),
  });
  return {
    results: results.map((result) => ({
      ...result,
      place: move(result.place),
      expectations: result.expectations.map((one) => ({ ...one, place: move(one.place) })),
      diagnostics: result.diagnostics.map(finding),
    })),
    coverage:
      coverage === null
        ? null
        : {
            metrics: counted(coverage.metrics),
            branches: counted(coverage.branches),
            filters: counted(coverage.filters),
          },
  };
}
