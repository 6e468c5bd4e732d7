// `kpi check`: what is wrong with the definitions.
import { relative } from 'node:path';
import { defineCommand } from '../command-line/command.js';
import { sayProblem } from '../command-line/say-problem.js';
import { EXIT } from '../exit-codes.js';
import { wantsColour } from '../host.js';
import { DEFINITIONS, PROJECT_FILE } from '../project/walk-project.js';
import type { CheckedProject } from '../project/check-project.js';
import { inScope, selectProjects } from '../project/find-projects.js';
import { checkProject } from '../project/check-project.js';
import { withQuestions } from '../project/check-questions.js';
import { relocateDiagnostics, relocateFiles, shownPath } from '../project/relocate.js';
import { textReport } from '../reporters/text.js';
import { compactReport } from '../reporters/compact.js';
import { jsonReport } from '../reporters/json.js';

export const check = defineCommand({
  name: 'check',
  summary: 'check definitions: YAML, names, types, units, joins, KPIs and goals',
  usage: '[PATH...] [options]',
  most: Infinity,
  description: [
    'PATH is a folder or a file of definitions; default is the project around the current folder. The whole project is ' +
      'always read; of a PATH inside it only the findings that lie there are shown. A folder with a `kpi.project.yaml` of ' +
      'its own is a project of its own. No data is read.',
  ],
  options: {
    format: {
      kind: 'text',
      value: 'FORMAT',
      choices: ['text', 'compact', 'json'],
      help: 'how findings are written',
      default: 'text',
    },
    strict: { kind: 'flag', help: 'exit with 1 for warnings too' },
  },
  example: ['kpi check', 'kpi check examples/*/', 'kpi check --format json sales.kpi.yaml'],
  run: async ({ positionals, options }, host) => {
    const selected = selectProjects(positionals, host.cwd);
    if (selected.kind === 'problem') return sayProblem(host, selected.message, selected.help);

    const checked = [];
    for (const { root, scope } of selected.projects) {
      const project = await withQuestions(checkProject(root, host));
      const files = project.files.filter(({ path }) => inScope(scope, path));
      const inside = project.diagnostics.filter(({ span }) => inScope(scope, span.file));
      checked.push({ root, scope, project, files, inside });
    }
    for (const { root, scope, project, files, inside } of checked) {
      for (const path of project.ignored) {
        const shown = shownPath(root, host.cwd, path);
        host.err.write(`note: ${shown} is not read: definitions are in files that end in .kpi.yaml\n`);
      }
      const defined = files.some(({ path }) => path !== PROJECT_FILE);
      if (defined || inside.length > 0) continue;
      const folders = scope?.map((path) => shownPath(root, host.cwd, path)) ?? [relative(host.cwd, root) || '.'];
      const where = folders.map((path) => `\`${path}\``).join(', ');
      const unread = project.otherYaml.filter((path) => inScope(scope, path));
      const help = notRead(unread.map((path) => shownPath(root, host.cwd, path)));
      // Beside other projects an empty one is worth a word; alone it is a check of nothing.
      if (checked.length === 1) return sayProblem(host, `no definitions found in ${where}`, help);
      host.err.write(`note: no definitions found in ${where}: ${help}\n`);
    }
    const diagnostics = checked.flatMap(({ root, project, inside }) =>
      relocateDiagnostics(inside, project.files, root, host.cwd),
    );
    const sources = checked.flatMap(({ root, project }) => relocateFiles(project.files, root, host.cwd));
    switch (options.format ?? 'text') {
      case 'text': {
        const colour = wantsColour(host.out, host.env);
        host.out.write(textReport(diagnostics, sources, { colour, width: Math.max(40, host.out.columns - 10) }));
        for (const one of checked) host.out.write(`${summaryOf(one)}\n`);
        break;
      }
      case 'compact': {
        host.out.write(compactReport(diagnostics, sources));
        break;
      }
      case 'json': {
        host.out.write(jsonReport(diagnostics, sources));
        break;
      }
    }
    const bad = diagnostics.some(({ severity }) => severity === 'error' || (options.strict && severity === 'warning'));
    return bad ? EXIT.findings : EXIT.fine;
  },
});

/** Definitions under another name are the likely reason that none were found. */
function notRead(paths: readonly string[]): string {
  const rule = `definitions are read from files that end in \`${DEFINITIONS}\``;
  if (paths.length === 0) return rule;
  const more = paths.length > 3 ? [`${paths.length - 3} more`] : [];
  const names = [...paths.slice(0, 3).map((path) => `\`${path}\``), ...more];
  return `${rule}; ${names.join(', ')} ${paths.length === 1 ? 'is' : 'are'} not`;
}

/** `trailhead: 15 files, 153 metrics, 12 KPIs; 2 findings elsewhere in the project`. */
function summaryOf({ project, files, inside }: CheckedScope): string {
  const { graph } = project;
  const parts = [
    count(files.length, 'file'),
    count(graph.datasets.size, 'dataset'),
    count(graph.metrics.size, 'metric'),
    count(graph.kpis.size, 'KPI'),
  ];
  const elsewhere = project.diagnostics.length - inside.length;
  const rest = elsewhere === 0 ? '' : `; ${count(elsewhere, 'finding')} elsewhere in the project`;
  return `${graph.project.name}: ${parts.join(', ')}${rest}`;
}

interface CheckedScope {
  readonly project: CheckedProject;
  readonly files: readonly unknown[];
  readonly inside: readonly unknown[];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
