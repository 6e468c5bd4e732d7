// A project's folder to its graph and all that is to say about it.
import {
  applySeverities,
  parseAgain,
  sortDiagnostics,
  type Diagnostic,
  type Graph,
  type ProjectMemory,
} from '@sextant/parser';
import type { Host } from '../host.js';
import { withNotice } from '../progress.js';
import { readProject, type ReadProject } from './read-project.js';

export interface CheckedProject extends ReadProject {
  readonly graph: Graph;
}

/** By root: what the check before found out, for who checks one project again and again. */
export type ProjectMemories = Map<string, ProjectMemory>;

/** Characters of definitions that take about a second. */
const LONG = 3_000_000;

export function checkProject(root: string, host: Pick<Host, 'err'>): CheckedProject {
  return checkRead(readProject(root), host);
}

/** Of texts that are at hand, for what is on the disk and for what would be there after a fix. */
export function checkRead(
  read: ReadProject,
  host: Pick<Host, 'err'>,
  memories: ProjectMemories = new Map(),
): CheckedProject {
  const length = read.files.reduce((sum, { text }) => sum + text.length, 0);
  const before = memories.get(read.root) ?? null;
  const notice = length < LONG || before !== null ? null : `checking ${read.files.length} files`;
  const parsed = withNotice(host, notice, () => parseAgain(read.files, before));
  memories.set(read.root, parsed.memory);
  const { value: graph, diagnostics } = parsed;
  const all: readonly Diagnostic[] = sortDiagnostics([...read.diagnostics, ...applySeverities(diagnostics, graph)]);
  return { ...read, graph, diagnostics: all };
}
