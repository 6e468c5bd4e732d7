// A project's folder to its graph and all that is to say about it.
import { applySeverities, parseProject, sortDiagnostics, type Diagnostic, type Graph } from '@sextant/parser';
import type { Host } from '../host.js';
import { withNotice } from '../progress.js';
import { readProject, type ReadProject } from './read-project.js';

export interface CheckedProject extends ReadProject {
  readonly graph: Graph;
}

/** Characters of definitions that take about a second. */
const LONG = 3_000_000;

export function checkProject(root: string, host: Pick<Host, 'err'>): CheckedProject {
  return checkRead(readProject(root), host);
}

/** Of texts that are at hand, for what is on the disk and for what would be there after a fix. */
export function checkRead(read: ReadProject, host: Pick<Host, 'err'>): CheckedProject {
  const length = read.files.reduce((sum, { text }) => sum + text.length, 0);
  const notice = length < LONG ? null : `checking ${read.files.length} files`;
  const { value: graph, diagnostics } = withNotice(host, notice, () => parseProject(read.files));
  const all: readonly Diagnostic[] = sortDiagnostics([...read.diagnostics, ...applySeverities(diagnostics, graph)]);
  return { ...read, graph, diagnostics: all };
}
