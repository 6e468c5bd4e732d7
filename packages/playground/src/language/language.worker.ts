// The worker that owns the language service: it alone reads definitions while somebody types.
import { formatFile, parseProject, type Graph, type SourceFile } from '@sextant/parser';
import { checked, openWorkspace, update, type Workspace } from '../../../language-service/src/workspace/workspace.js';
import { serveWorker } from '../rpc/worker-port.js';
import { diffView } from './diff-view.js';
import { graphView } from './graph-view.js';
import type { LanguageMethods } from './methods.js';
import { outlineOf } from './outline.js';
import { problemsOf } from './problems.js';


let workspace: Workspace = openWorkspace([]);
let opened: { readonly files: readonly SourceFile[]; readonly graph: Graph } | null = null;

const pageOf = (code: string): string => `errors/${code}.html`;

serveWorker<LanguageMethods>({
  files: ({ revision, fresh, changed, deleted, today }) => {
    const started = performance.now();
    workspace = fresh
      ? openWorkspace(changed, { uriOf: (path) => path, pageOf, today })
      : update(workspace, [
          ...changed.map(({ path, text }) => ({ kind: 'text' as const, path, text })),
          ...deleted.map((path) => ({ kind: 'deleted' as const, path })),
        ]);
    const { graph, diagnostics } = checked(workspace);
    const problems = problemsOf(diagnostics, (path) => workspace.files.get(path)?.text ?? null, pageOf);
    return {
      revision,
      problems,
      errors: problems.filter(({ severity }) => severity === 'error').length,
      warnings: problems.filter(({ severity }) => severity === 'warning').length,
      outline: outlineOf(graph),
      milliseconds: performance.now() - started,
    };
  },
  graph: (params) => graphView(checked(workspace).graph, params),
  diff: ({ against }) => {
    // The files as they were opened stay the same for long: they are read once.
    if (opened === null || opened.files !== against) {
      const known = opened;
      const same =
        known !== null &&
        known.files.length === against.length &&
        known.files.every((file, i) => file.path === against[i]?.path && file.text === against[i].text);
      opened = same ? { files: against, graph: known.graph } : { files: against, graph: parseProject(against).value };
    }
    return diffView(opened.graph, checked(workspace).graph);
  },
  formatAll: () =>
    [...workspace.files.values()].flatMap((file) => {
      const { value } = formatFile(file);
      return value === file.text ? [] : [{ path: file.path, text: value }];
    }),
});
