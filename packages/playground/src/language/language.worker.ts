// The worker that owns the language service: it alone reads definitions while somebody types.
import { formatFile, parseProject, type Graph, type SourceFile } from '@sextant/parser';
import {
  answer,
  checked,
  openWorkspace,
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
  update,
  withHost,
  type Workspace,
  type WorkspaceHost,
} from '@sextant/language-service';
import { serveWorker } from '../rpc/worker-port.js';
import { diffView } from './diff-view.js';
import { graphView } from './graph-view.js';
import type { LanguageMethods } from './methods.js';
import { outlineOf } from './outline.js';
import { problemsOf } from './problems.js';

let workspace: Workspace = openWorkspace([]);
let opened: { readonly files: readonly SourceFile[]; readonly graph: Graph } | null = null;

let values = new Map<string, string>();

const host = {
  uriOf: (path: string) => path,
  pageOf: (code: string) => `#code=${code}`,
  currentValue: (kind: string, name: string) => values.get(`${kind}:${name}`) ?? null,
} satisfies Partial<WorkspaceHost>;

serveWorker<LanguageMethods>({
  service: ({ method, params }) => answer(workspace, method, params),
  legend: () => ({ types: TOKEN_TYPES, modifiers: TOKEN_MODIFIERS }),
  values: (params) => {
    values = new Map(params.values.map(({ kind, name, text }) => [`${kind}:${name}`, text]));
    workspace = withHost(workspace, host);
    return null;
  },
  files: ({ revision, fresh, changed, deleted, today }) => {
    const started = performance.now();
    if (fresh) values = new Map();
    workspace = fresh
      ? openWorkspace(changed, { ...host, today })
      : update(workspace, [
          ...changed.map(({ path, text }) => ({ kind: 'text' as const, path, text })),
          ...deleted.map((path) => ({ kind: 'deleted' as const, path })),
        ]);
    const { graph, diagnostics } = checked(workspace);
    const problems = problemsOf(diagnostics, (path) => workspace.files.get(path)?.text ?? null, host.pageOf);
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
