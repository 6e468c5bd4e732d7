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
import { makeLibraryFiles } from './library-files.js';
import type { LanguageMethods } from './methods.js';
import { outlineOf } from './outline.js';
import { problemsOf } from './problems.js';

let workspace: Workspace = openWorkspace([]);
let opened: { readonly files: readonly SourceFile[]; readonly graph: Graph } | null = null;

/** The project's own files; those of libraries that came along; all of libraries that are in use. */
let own = new Map<string, SourceFile>();
let given: readonly SourceFile[] = [];
let used: readonly SourceFile[] = [];
const [libraryFiles, openedLibraries] = [makeLibraryFiles(), makeLibraryFiles()];

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
  files: async ({ revision, fresh, changed, deleted, libraries, today }) => {
    const started = performance.now();
    if (fresh) {
      values = new Map();
      own = new Map();
      given = [];
    }
    given = libraries ?? given;
    for (const file of changed) own.set(file.path, file);
    for (const path of deleted) own.delete(path);
    const wanted = await libraryFiles.of([...own.values()], given);
    if (fresh) workspace = openWorkspace([...changed, ...wanted], { ...host, today });
    else {
      const gone = wanted === used ? [] : used.map(({ path }) => path).filter((path) => !own.has(path));
      workspace = update(workspace, [
        ...[...deleted, ...gone].map((path) => ({ kind: 'deleted' as const, path })),
        ...[...changed, ...(wanted === used ? [] : wanted)].map(({ path, text }) => ({
          kind: 'text' as const,
          path,
          text,
        })),
      ]);
    }
    used = wanted;
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
  text: ({ path }) => workspace.files.get(path)?.text ?? null,
  diff: async ({ against }) => {
    // The files as they were opened stay the same for long: they are read once.
    if (opened === null || opened.files !== against) {
      const known = opened;
      const same =
        known !== null &&
        known.files.length === against.length &&
        known.files.every((file, i) => file.path === against[i]?.path && file.text === against[i].text);
      opened = same
        ? { files: against, graph: known.graph }
        : { files: against, graph: parseProject([...against, ...(await openedLibraries.of(against, given))]).value };
    }
    return diffView(opened.graph, checked(workspace).graph);
  },
  formatAll: () =>
    [...own.values()].flatMap((file) => {
      const { value } = formatFile(file);
      return value === file.text ? [] : [{ path: file.path, text: value }];
    }),
});
