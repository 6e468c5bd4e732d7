// What a project has, in a line below its findings.
import type { CheckedScope } from './check-scopes.js';
import { inScope } from '../project/find-projects.js';

/** `trailhead: 15 files, 153 metrics, 12 KPIs; 2 findings elsewhere in the project`. */
export function projectSummary({ project, files, scope }: CheckedScope): string {
  const { graph } = project;
  const parts = [
    count(files.length, 'file'),
    count(graph.datasets.size, 'dataset'),
    count(graph.metrics.size, 'metric'),
    count(graph.kpis.size, 'KPI'),
  ];
  const elsewhere = project.diagnostics.filter(({ span }) => !inScope(scope, span.file)).length;
  const rest = elsewhere === 0 ? '' : `; ${count(elsewhere, 'finding')} elsewhere in the project`;
  return `${graph.project.name}: ${parts.join(', ')}${rest}`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
