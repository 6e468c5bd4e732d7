// Reviews that are overdue: the only thing that a check says on one day and not on another.
import { applyIgnores, applySeverities, overdueReviews, sortDiagnostics } from '@sextant/parser';
import { todayIn } from '../asking/today.js';
import type { Host } from '../host.js';
import type { CheckedProject } from './check-project.js';

/** `asOf` null is today in the project's zone. Like all that is said of a set, nothing beside an error. */
export function withReviews(project: CheckedProject, asOf: string | null, host: Pick<Host, 'now'>): CheckedProject {
  const { graph, diagnostics } = project;
  if (diagnostics.some(({ severity }) => severity === 'error')) return project;
  const overdue = overdueReviews(graph, asOf ?? todayIn(graph.project.timezone, host.now()));
  const said = applySeverities(applyIgnores(overdue, graph), graph);
  return said.length === 0 ? project : { ...project, diagnostics: sortDiagnostics([...diagnostics, ...said]) };
}
