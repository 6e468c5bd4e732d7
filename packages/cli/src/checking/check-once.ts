// One check of the projects that a command line means, from the disk to the reports.
import { relative } from 'node:path';
import { sayProblem } from '../command-line/say-problem.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { wantsColour, type Host } from '../host.js';
import type { ProjectMemories } from '../project/check-project.js';
import { inScope, selectProjects, type SelectedProject } from '../project/find-projects.js';
import { shownPath } from '../project/relocate.js';
import { DEFINITIONS, LIBRARY_FILE, PROJECT_FILE } from '../project/walk-project.js';
import { baselineText } from './baseline.js';
import { checkScopes, type CheckedScope } from './check-scopes.js';
import { fixScopes } from './fix-scopes.js';
import { count } from './project-summary.js';
import type { CheckSettings } from './read-check-options.js';
import { renderReport } from './report-formats.js';
import { selecting } from './select-findings.js';
import { writeReport } from './write-report.js';

export async function checkOnce(
  paths: readonly string[],
  settings: CheckSettings,
  host: Host,
  memories: ProjectMemories = new Map(),
): Promise<ExitCode> {
  const selected = selectProjects(paths, host.cwd);
  if (selected.kind === 'problem') return sayProblem(host, selected.message, selected.help);
  const scopes = await checkScopes(selected.projects, settings.asOf, host, memories);
  return checkSelected(selected.projects, scopes, settings, host);
}

export async function checkSelected(
  projects: readonly SelectedProject[],
  checked: readonly CheckedScope[],
  settings: CheckSettings,
  host: Host,
): Promise<ExitCode> {
  const empty = sayUnread(checked, host);
  if (empty !== null) return empty;
  const { writeBaseline, failing } = settings;
  if (writeBaseline !== null) {
    const findings = checked.reduce((sum, { shown }) => sum + shown.length, 0);
    return writeReport(writeBaseline, baselineText(checked, writeBaseline.path), count(findings, 'finding'), host);
  }
  const selection = selecting(
    projects.map(({ root }) => root),
    settings,
  );
  if (selection.kind === 'problem') return sayProblem(host, selection.message, selection.help);
  const { select } = selection;
  const bad = (scopes: readonly CheckedScope[]): boolean =>
    scopes.some(({ shown }) => shown.some(({ severity }) => failing.has(severity)));

  if (settings.fix === 'show') {
    await fixScopes(checked, select, 'show', host);
    return bad(select(checked).scopes) ? EXIT.findings : EXIT.fine;
  }
  const fixed =
    settings.fix === 'write' ? await fixScopes(checked, select, 'write', host) : { scopes: checked, exit: null };
  if (fixed.exit !== null) return fixed.exit;
  const { scopes, notes } = select(fixed.scopes);
  for (const note of notes) host.err.write(`note: ${note}\n`);
  for (const { format, file } of settings.outputs) {
    const style = {
      colour: file === null && wantsColour(host.out, host.env),
      columns: file === null ? host.out.columns : 100,
      fails: ({ severity }: { readonly severity: 'error' | 'warning' | 'info' | 'hint' }) => failing.has(severity),
    };
    const report = renderReport(format, scopes, style, host);
    if (file === null) host.out.write(report);
    else {
      const found = count(scopes.flatMap(({ shown }) => shown).length, 'finding');
      const written = await writeReport(file, report, found, host);
      if (written !== EXIT.fine) return written;
    }
  }
  return bad(scopes) ? EXIT.findings : EXIT.fine;
}

/** Files that are not read, and projects without definitions; an exit code where there was nothing to check at all. */
function sayUnread(checked: readonly CheckedScope[], host: Host): ExitCode | null {
  for (const { scope, read, files, shown } of checked) {
    for (const path of read.ignored) {
      const name = shownPath(read.root, host.cwd, path);
      host.err.write(`note: ${name} is not read: definitions are in files that end in .kpi.yaml\n`);
    }
    const defined = files.some(({ path }) => path !== PROJECT_FILE && path !== LIBRARY_FILE);
    if (defined || shown.length > 0) continue;
    const folders = scope?.map((path) => shownPath(read.root, host.cwd, path)) ?? [
      relative(host.cwd, read.root) || '.',
    ];
    const where = folders.map((path) => `\`${path}\``).join(', ');
    const unread = read.otherYaml.filter((path) => inScope(scope, path));
    const help = notRead(unread.map((path) => shownPath(read.root, host.cwd, path)));
    // Beside other projects an empty one is worth a word; alone it is a check of nothing.
    if (checked.length === 1) return sayProblem(host, `no definitions found in ${where}`, help);
    host.err.write(`note: no definitions found in ${where}: ${help}\n`);
  }
  return null;
}

/** Definitions under another name are the likely reason that none were found. */
function notRead(paths: readonly string[]): string {
  const rule = `definitions are read from files that end in \`${DEFINITIONS}\``;
  if (paths.length === 0) return rule;
  const more = paths.length > 3 ? [`${paths.length - 3} more`] : [];
  const names = [...paths.slice(0, 3).map((path) => `\`${path}\``), ...more];
  return `${rule}; ${names.join(', ')} ${paths.length === 1 ? 'is' : 'are'} not`;
}
