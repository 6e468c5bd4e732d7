// Problems as squiggles, in every file at once.
import { effect } from '@preact/signals';
import { monaco } from './setup.js';
import type { Problem } from '../language/methods.js';
import { part } from '../state/store.js';
import { uriOf } from './models.js';

const OWNER = 'kpi';

export function keepMarkers(): void {
  const problems = part(({ checked }) => checked.problems);
  const paths = part(({ project }) => project.files.map(({ path }) => path).join('\n'));
  effect(() => {
    const byPath = new Map<string, Problem[]>(paths.value.split('\n').map((path) => [path, []]));
    for (const problem of problems.value) byPath.get(problem.path)?.push(problem);
    for (const [path, list] of byPath) {
      const model = monaco.editor.getModel(uriOf(path));
      if (model !== null) monaco.editor.setModelMarkers(model, OWNER, list.map(markerOf));
    }
  });
}

function markerOf(problem: Problem): monaco.editor.IMarkerData {
  const { line, column, endLine, endColumn, code, href, message, severity, related } = problem;
  return {
    severity: SEVERITY[severity],
    startLineNumber: line,
    startColumn: column,
    endLineNumber: endLine,
    // A place of no width would not be seen.
    endColumn: endLine === line && endColumn === column ? column + 1 : endColumn,
    message,
    source: 'kpi',
    code: href === null ? code : { value: code, target: monaco.Uri.parse(new URL(href, document.baseURI).href) },
    relatedInformation: related.map((one) => ({
      resource: uriOf(one.path),
      message: one.label,
      startLineNumber: one.line,
      startColumn: one.column,
      endLineNumber: one.endLine,
      endColumn: one.endColumn,
    })),
  };
}

const SEVERITY: Readonly<Record<Problem['severity'], monaco.MarkerSeverity>> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
  hint: monaco.MarkerSeverity.Hint,
};
