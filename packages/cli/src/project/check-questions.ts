// The named questions and the tests of a project: the engine knows what may be asked, and is loaded only where there are any.
import { applyAllIgnores, applySeverities, sortDiagnostics } from '@sextant/parser';
import { loadEngine } from '../engine-port.js';
import { readTestFiles } from '../testing/test-files.js';
import type { CheckedProject } from './check-project.js';

/** The project with what is wrong with its questions and tests among its findings; tests are not run. */
export async function withQuestions(project: CheckedProject): Promise<CheckedProject> {
  const { graph, root } = project;
  if (graph.questions.size === 0 && graph.tests.size === 0) return project;
  const { checkNamedQuestion, checkTest } = await loadEngine();
  const files = readTestFiles(graph, root);
  const found = [
    ...[...graph.questions.values()].flatMap((def) => checkNamedQuestion(graph, def).diagnostics),
    ...[...graph.tests.values()].flatMap((def) => checkTest(graph, def, files).diagnostics),
  ];
  // A metric with a mistake in it was reported where it is defined, an unknown name by the rules.
  const known = new Set(project.diagnostics.map(placed));
  const asked = found.filter((one) => one.code !== 'KPI4027' && !known.has(placed(one)));
  const own = applyAllIgnores(asked, graph, 'questions');
  return { ...project, diagnostics: sortDiagnostics([...project.diagnostics, ...applySeverities(own, graph)]) };
}

function placed({ code, span }: CheckedProject['diagnostics'][number]): string {
  return JSON.stringify([code, span]);
}
