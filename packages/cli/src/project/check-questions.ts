// The named questions of a project: the engine knows what may be asked, and is loaded only where there are any.
import { applySeverities, sortDiagnostics } from '@sextant/parser';
import { loadEngine } from '../engine-port.js';
import type { CheckedProject } from './check-project.js';

/** The project with what is wrong with its questions among its findings. */
export async function withQuestions(project: CheckedProject): Promise<CheckedProject> {
  const { graph } = project;
  if (graph.questions.size === 0) return project;
  const { checkNamedQuestion } = await loadEngine();
  const found = [...graph.questions.values()].flatMap((def) => checkNamedQuestion(graph, def).diagnostics);
  // A metric with a mistake in it was reported where it is defined.
  const own = found.filter((one) => one.code !== 'KPI4027');
  return { ...project, diagnostics: sortDiagnostics([...project.diagnostics, ...applySeverities(own, graph)]) };
}
