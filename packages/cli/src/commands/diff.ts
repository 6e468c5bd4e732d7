// `kpi diff`: what a change of definitions means.
import { isDay } from '@sextant/parser';
import { untilInterrupted } from '../asking/ask-project.js';
import { defineCommand } from '../command-line/command.js';
import { sayProblem } from '../command-line/say-problem.js';
import { compareValues } from '../diff/compare-values.js';
import { diffJson } from '../diff/json.js';
import type { DiffReport } from '../diff/diff-report.js';
import { findExamples } from '../diff/find-examples.js';
import { loadDiff, type Verdict } from '../diff/load-diff.js';
import { diffMarkdown } from '../diff/markdown.js';
import { readAgainst, type Against } from '../diff/read-against.js';
import { diffText } from '../diff/text.js';
import { EXIT } from '../exit-codes.js';
import { wantsColour, type Host } from '../host.js';
import { withNotice, withProgress } from '../progress.js';
import { checkProject, type CheckedProject } from '../project/check-project.js';
import { oneProject } from '../project/find-projects.js';
import { relocateDiagnostics, relocateFiles } from '../project/relocate.js';
import { compactLines } from '../reporters/compact.js';

export const diff = defineCommand({
  name: 'diff',
  summary: 'compare the meaning of definitions with another version',
  usage: '[options]',
  most: 0,
  description: [
    'Says of every definition that differs what that can change: numbers, targets and status, owners, or nothing but words; what ' +
      'it reaches, and whom to ask. A changed formula is shown by a few rows over which both versions differ, as a test.',
    'With `--as-of` the KPIs and metrics that can move are computed by both versions, over the data that is there now.',
  ],
  options: {
    against: {
      kind: 'text',
      value: 'git:REF|DIR',
      help: 'the version before: a commit, a branch or a tag of git, or another folder',
      default: 'git:HEAD',
    },
    'fail-on': {
      kind: 'text',
      value: 'VERDICT',
      choices: ['breaking', 'numbers', 'target', 'ownership', 'meaning', 'metadata'],
      help: 'exit with 1 where a change is this bad, or worse',
    },
    format: {
      kind: 'text',
      value: 'FORMAT',
      choices: ['text', 'json', 'markdown'],
      help: 'how it is written',
      default: 'text',
    },
    'as-of': { kind: 'text', value: 'DAY', help: 'compute old and new values as of this day' },
    'no-data': { kind: 'flag', help: 'read no data, whatever `--as-of` says' },
    'no-examples': { kind: 'flag', help: 'look for no rows over which the versions differ' },
    project: { kind: 'text', value: 'DIR', help: 'a folder of the project', default: 'the current one' },
  },
  example: [
    'kpi diff',
    'kpi diff --against git:main --fail-on breaking',
    'kpi diff --against git:origin/main --as-of 2026-06-17 --format markdown > comment.md',
  ],
  run: async ({ options }, host) => {
    const asOf = options['as-of'];
    if (asOf !== null && !isDay(asOf)) return sayProblem(host, `\`${asOf}\` is no day`, 'write `--as-of 2026-06-17`');
    const found = oneProject(options.project, host.cwd);
    if (found.kind === 'problem') return sayProblem(host, found.message, found.help);
    const named = options.against ?? 'git:HEAD';
    const against = readAgainst(named, found.root, host.cwd);
    if (against.kind === 'problem') return sayProblem(host, against.message, against.help);
    const project = checkProject(found.root, host);
    sayErrors(against, project, host);

    const engine = await loadDiff();
    const graphs = { before: against.graph, after: project.graph };
    const compared = engine.diffGraphs(graphs.before, graphs.after);
    const examples = options['no-examples']
      ? new Map<string, never>()
      : withNotice(host, 'looking for examples', () => findExamples(engine, graphs, compared));
    return untilInterrupted(host, async (interrupts) => {
      const values =
        asOf === null || options['no-data']
          ? null
          : await withProgress(host, 'computing', () =>
              compareValues(engine, graphs, compared, asOf, found.root, host, interrupts),
            );
      if (interrupts.signal.aborted) return EXIT.interrupted;
      const report: DiffReport = {
        project: project.graph.project.name,
        against: named,
        diff: compared,
        values,
        examples,
      };
      host.out.write(written(report, options.format ?? 'text', host));
      const threshold: Verdict | null = options['fail-on'];
      if (threshold === null) return EXIT.fine;
      // What is not known may be as bad as anything.
      const bad = compared.changes.some(({ verdict }) => verdict === 'unknown' || engine.isAtLeast(verdict, threshold));
      return bad ? EXIT.findings : EXIT.fine;
    });
  },
});

function written(report: DiffReport, format: 'text' | 'json' | 'markdown', host: Host): string {
  switch (format) {
    case 'text':
      return diffText(report, { colour: wantsColour(host.out, host.env) });
    case 'json':
      return diffJson(report);
    case 'markdown':
      return diffMarkdown(report);
  }
}

/** Errors are told, and stop nothing: what they touch is marked as not known. */
function sayErrors(against: Against, { graph, files, root, diagnostics }: CheckedProject, host: Host): void {
  if (against.isEmpty) host.err.write(`note: there is no project in \`${against.label}\`: everything is new\n`);
  const sides = [
    {
      label: `\`${against.label}\` has`,
      errors: against.errors.map((one) => ({
        ...one,
        span: { ...one.span, file: `${against.label}:${one.span.file}` },
      })),
      texts: against.files.map(({ path, text }) => ({ path: `${against.label}:${path}`, text })),
    },
    {
      label: `${graph.project.name} has`,
      errors: relocateDiagnostics(
        diagnostics.filter(({ severity }) => severity === 'error'),
        files,
        root,
        host.cwd,
      ),
      texts: relocateFiles(files, root, host.cwd),
    },
  ];
  for (const { label, errors, texts } of sides) {
    if (errors.length === 0) continue;
    const count = `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`;
    host.err.write(`note: ${label} ${count}; what they touch is not known\n`);
    for (const line of compactLines(errors, texts).slice(0, 10)) host.err.write(`  ${line}\n`);
  }
}
