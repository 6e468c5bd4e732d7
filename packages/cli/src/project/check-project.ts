// A project's folder to its graph and all that is to say about it.
import { applySeverities, parseProject, sortDiagnostics, type Diagnostic, type Graph } from '@sextant/parser';
import { readProject, type ReadProject } from './read-project.js';

export interface CheckedProject extends ReadProject {
  readonly graph: Graph;
}

export function checkProject(root: string): CheckedProject {
  const read = readProject(root);
  const { value: graph, diagnostics } = parseProject(read.files);
  const all: readonly Diagnostic[] = sortDiagnostics([...read.diagnostics, ...applySeverities(diagnostics, graph)]);
  return { ...read, graph, diagnostics: all };
}
