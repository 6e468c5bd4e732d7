// What `kpi eval`, `kpi sql` and `kpi demo` share: a project without errors, and a way to ask the engine that can be interrupted.
import type { Diagnostic, SourceFile } from '@sextant/parser';
import type { SessionOptions } from '../engine-port.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { wantsColour, type Host } from '../host.js';
import { checkProject, type CheckedProject } from '../project/check-project.js';
import { relocateDiagnostics, relocateFiles } from '../project/relocate.js';
import { compactLines } from '../reporters/compact.js';
import { textReport } from '../reporters/text.js';

/** Null where the definitions have errors: they are said, and there are no numbers. */
export function soundProject(root: string, host: Host): CheckedProject | null {
  const project = checkProject(root, host);
  const errors = project.diagnostics.filter(isError);
  if (errors.length === 0) return project;
  const report = textReport(
    relocateDiagnostics(errors, project.files, root, host.cwd),
    relocateFiles(project.files, root, host.cwd),
    { colour: wantsColour(host.err, host.env) },
  );
  host.err.write(report);
  return null;
}

/** The texts that diagnostics of an answer point into. */
export function sourcesOf(project: CheckedProject, question: readonly SourceFile[], host: Host): readonly SourceFile[] {
  return [...relocateFiles(project.files, project.root, host.cwd), ...question];
}

/** Says why there is no answer. A wrong question is wrong usage; all else is a finding. */
export function sayNoAnswer(
  diagnostics: readonly Diagnostic[],
  project: CheckedProject,
  question: readonly SourceFile[],
  host: Host,
): ExitCode {
  const moved = relocateDiagnostics(diagnostics, project.files, project.root, host.cwd);
  const colour = wantsColour(host.err, host.env);
  host.err.write(textReport(moved, sourcesOf(project, question, host), { colour }));
  const texts = new Set(question.map(({ path }) => path));
  return diagnostics.some((one) => isError(one) && texts.has(one.span.file)) ? EXIT.usage : EXIT.findings;
}

/** One line each, for they stand beside an answer. */
export function sayBeside(
  diagnostics: readonly Diagnostic[],
  project: CheckedProject,
  question: readonly SourceFile[],
  host: Host,
): void {
  const moved = relocateDiagnostics(diagnostics, project.files, project.root, host.cwd);
  for (const line of compactLines(moved, sourcesOf(project, question, host))) host.err.write(`${line}\n`);
}

export interface Interrupts {
  readonly signal: AbortSignal;
  /** Listens for an interrupt while the work runs. */
  readonly around: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The session's database is closed by an interrupt, which ends a running statement. */
export function endingWith(session: SessionOptions, { signal, around }: Interrupts): SessionOptions {
  return {
    ...session,
    around,
    onOpen: (executor) => signal.addEventListener('abort', () => void executor.close(), { once: true }),
  };
}

/** Whatever interruptible work comes to after an interrupt, the exit code says that it was interrupted. */
export async function untilInterrupted(
  host: Host,
  work: (interrupts: Interrupts) => Promise<ExitCode>,
): Promise<ExitCode> {
  const controller = new AbortController();
  const { signal } = controller;
  const around = <T>(statement: () => Promise<T>): Promise<T> => host.listening(() => controller.abort(), statement);
  try {
    const exit = await work({ signal, around });
    return signal.aborted ? EXIT.interrupted : exit;
  } catch (error) {
    if (signal.aborted) return EXIT.interrupted;
    throw error;
  }
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}
