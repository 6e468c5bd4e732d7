// A project as an editor has it open: an immutable value. An edit gives another one, which remembers the last check.
import {
  applySeverities,
  parseAgain,
  readYaml,
  splitFiles,
  treeAt,
  type Diagnostic,
  type Graph,
  type MapNode,
  type ProjectMemory,
  type SourceFile,
} from '@sextant/parser';
import { applyInTurn, type FileChange } from '../text/changes.js';

/** What only the host knows. */
export interface WorkspaceHost {
  /** How a file of the project is named in answers; its path where nothing is said. */
  readonly uriOf: (path: string) => string;
  /** The current value of a metric or a KPI as text, where there is data. */
  readonly currentValue: (kind: 'metric' | 'kpi', name: string) => string | null;
  /** A page about a code. */
  readonly pageOf: (code: string) => string | null;
  /** Today as `2026-01-31`, for the periods that are proposed. */
  readonly today: string | null;
}

export interface Workspace {
  /** By path. */
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly host: WorkspaceHost;
  /** The last check before the edits that led here; null where there was none. */
  readonly before: Checked | null;
}

/** What a check of a workspace found. */
export interface Checked {
  readonly graph: Graph;
  /** Of all files, sorted, with the severities of the project. */
  readonly diagnostics: readonly Diagnostic[];
  readonly memory: ProjectMemory;
}

const plainHost: WorkspaceHost = { uriOf: (path) => path, currentValue: () => null, pageOf: () => null, today: null };

export function openWorkspace(files: readonly SourceFile[], host: Partial<WorkspaceHost> = {}): Workspace {
  return {
    files: new Map(files.map(({ path, text }) => [path, { path, text }])),
    host: { ...plainHost, ...host },
    before: null,
  };
}

/** The project after an edit. What does not change stays the same object, and is not read again. */
export function update(workspace: Workspace, changes: readonly FileChange[]): Workspace {
  const files = new Map(workspace.files);
  for (const change of changes) {
    const { path } = change;
    const old = files.get(path);
    if (change.kind === 'deleted') {
      files.delete(path);
      continue;
    }
    const text = change.kind === 'text' ? change.text : applyInTurn(old?.text ?? '', change.edits);
    if (old?.text !== text) files.set(path, { path, text });
  }
  return { ...workspace, files, before: checks.get(workspace) ?? workspace.before };
}

/** The same project with another host: what is known of it is kept. */
export function withHost(workspace: Workspace, host: Partial<WorkspaceHost>): Workspace {
  const next = { ...workspace, host: { ...workspace.host, ...host } };
  const known = checks.get(workspace);
  if (known !== undefined) checks.set(next, known);
  return next;
}

// A check follows from the files alone: remembering it changes nothing but time.
const checks = new WeakMap<Workspace, Checked>();

export function checked(workspace: Workspace): Checked {
  const known = checks.get(workspace);
  if (known !== undefined) return known;
  const {
    value: graph,
    diagnostics,
    memory,
  } = parseAgain([...workspace.files.values()], workspace.before?.memory ?? null);
  const found = { graph, diagnostics: applySeverities(diagnostics, graph), memory };
  checks.set(workspace, found);
  return found;
}

/**
 * The names to propose while somebody types: those of the last check, without a new one. The text under the cursor is half
 * written, so that a check of it would know less than the one before.
 */
export function lastNames(workspace: Workspace): Graph {
  return (checks.get(workspace) ?? workspace.before ?? checked(workspace)).graph;
}

const own = new WeakMap<Workspace, ReadonlySet<string>>();

/** The files that are the project's own: those of libraries are read, and looked after where they are at home. */
export function ownPaths(workspace: Workspace): ReadonlySet<string> {
  const known = own.get(workspace);
  if (known !== undefined) return known;
  const paths = new Set(splitFiles([...workspace.files.values()], '').own.map(({ path }) => path));
  own.set(workspace, paths);
  return paths;
}

const trees = new WeakMap<SourceFile, { readonly root: MapNode | null }>();

/** The located tree of a file, as much of it as is sound; null where there is none. */
export function treeOf(workspace: Workspace, path: string): MapNode | null {
  const file = workspace.files.get(path);
  if (file === undefined) return null;
  const known = trees.get(file);
  if (known !== undefined) return known.root;
  const root = readYaml(file).value;
  trees.set(file, { root });
  return root;
}

/** The same for a place in it: perhaps no more of it than is around that place. */
export function treeAround(workspace: Workspace, path: string, offset: number): MapNode | null {
  const file = workspace.files.get(path);
  const memory = checks.get(workspace)?.memory;
  if (file === undefined || memory === undefined || trees.has(file)) return treeOf(workspace, path);
  return treeAt(memory, file, offset) ?? treeOf(workspace, path);
}
