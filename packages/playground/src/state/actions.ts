// What can happen to the state: each is a step from one value to the next.
import type { SourceFile } from '@sextant/parser';
import type {
  AppState,
  Asked,
  DataFile,
  Dialog,
  Explaining,
  Notice,
  OpenProject,
  Origin,
  PaneId,
} from './app-state.js';
import { initialState, NOTHING_ASKED } from './initial-state.js';
import { set, state, update } from './store.js';

export interface ProjectToOpen {
  readonly origin: Origin;
  readonly files: readonly SourceFile[];
  /** Files of libraries that come along. */
  readonly libraries?: readonly SourceFile[];
  readonly data: readonly { readonly path: string; readonly blob: Blob }[];
  readonly asOf: string;
  /** What the diff compares with, where that is not what is opened: a link brings edits along. */
  readonly opened?: readonly SourceFile[];
  readonly pane?: PaneId;
  readonly active?: string;
  readonly asked?: Asked;
  readonly explaining?: Explaining | null;
}

export function openProject(given: ProjectToOpen): void {
  update((now) => {
    const files = sorted(given.files);
    const data = given.data.map(({ path, blob }, i): DataFile => ({ path, blob, version: i + 1 }));
    const project: OpenProject = {
      id: now.project.id + 1,
      origin: given.origin,
      files,
      libraries: given.libraries ?? [],
      data,
      opened: given.opened === undefined ? files : sorted(given.opened),
      openedData: data,
    };
    const { answers, agreement, checked } = initialState();
    return {
      ...now,
      project,
      revision: now.revision + 1,
      dataRevision: now.dataRevision + 1,
      active: given.active ?? firstFile(files),
      pane: given.pane ?? 'scorecard',
      asOf: given.asOf,
      asked: given.asked ?? NOTHING_ASKED,
      explaining: given.explaining ?? null,
      kpi: null,
      testsOnBoth: false,
      focus: null,
      answers,
      agreement,
      checked: { ...checked, revision: now.checked.revision },
      dialog: null,
    };
  });
}

/** Settings, which say what a folder is. */
const HEADS: readonly string[] = ['kpi.project.yaml', 'kpi.library.yaml'];

/** The project's own file first, the others by name. */
export function sorted(files: readonly SourceFile[]): readonly SourceFile[] {
  const rank = ({ path }: SourceFile): string => (HEADS.includes(path) ? '' : path);
  return files.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** What there is to be read first: not the settings. */
function firstFile(files: readonly SourceFile[]): string {
  return (files.find(({ path }) => !HEADS.includes(path)) ?? files[0])?.path ?? '';
}

function withFiles(now: AppState, files: readonly SourceFile[]): AppState {
  // Both engines are asked once: while somebody types, one is enough.
  return { ...now, project: { ...now.project, files: sorted(files) }, revision: now.revision + 1, testsOnBoth: false };
}

export function editFile(path: string, text: string): void {
  update((now) => {
    const old = now.project.files.find((file) => file.path === path);
    if (old === undefined || old.text === text) return now;
    return withFiles(
      now,
      now.project.files.map((file) => (file === old ? { path, text } : file)),
    );
  });
}

/** Several files at once, such as a renaming or the formatter's. */
export function putFiles(changed: readonly SourceFile[]): void {
  update((now) => {
    const others = now.project.files.filter(({ path }) => !changed.some((one) => one.path === path));
    return withFiles(now, [...others, ...changed]);
  });
}

export function addFile(path: string, text: string): void {
  update((now) => ({ ...withFiles(now, [...now.project.files, { path, text }]), active: path, side: 'editor' }));
}

export function renameFile(from: string, to: string): void {
  update((now) => ({
    ...withFiles(
      now,
      now.project.files.map((file) => (file.path === from ? { ...file, path: to } : file)),
    ),
    active: now.active === from ? to : now.active,
  }));
}

export function deleteFile(path: string): void {
  const { project, active } = state.peek();
  const gone = project.files.find((file) => file.path === path);
  if (gone === undefined || project.files.length < 2) return;
  const at = project.files.indexOf(gone);
  const next = project.files[at + 1] ?? project.files[at - 1];
  update((now) => ({
    ...withFiles(
      now,
      now.project.files.filter((file) => file !== gone),
    ),
    active: active === path ? (next?.path ?? '') : active,
  }));
  const { id } = project;
  notify({
    text: `${path} deleted`,
    tone: 'plain',
    undo: () => {
      if (state.peek().project.id === id) addFile(gone.path, gone.text);
    },
  });
}

export function putData(files: readonly { readonly path: string; readonly blob: Blob }[]): void {
  update((now) => {
    const last = Math.max(0, ...now.project.data.map(({ version }) => version));
    const fresh = files.map(({ path, blob }, i): DataFile => ({ path, blob, version: last + i + 1 }));
    const kept = now.project.data.filter(({ path }) => !fresh.some((one) => one.path === path));
    const data = [...kept, ...fresh].toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return { ...now, project: { ...now.project, data }, dataRevision: now.dataRevision + 1 };
  });
}

export function removeData(path: string): void {
  const { data, id } = state.peek().project;
  const gone = data.find((file) => file.path === path);
  update((now) => ({
    ...now,
    project: { ...now.project, data: now.project.data.filter((file) => file.path !== path) },
    dataRevision: now.dataRevision + 1,
  }));
  if (gone === undefined) return;
  notify({
    text: `${path} removed`,
    tone: 'plain',
    undo: () => {
      if (state.peek().project.id === id) putData([gone]);
    },
  });
}

/** Back to what was opened. */
export function resetProject(): void {
  update((now) => {
    const { opened, openedData } = now.project;
    return {
      ...now,
      project: { ...now.project, files: opened, data: openedData },
      revision: now.revision + 1,
      dataRevision: now.dataRevision + 1,
      active: opened.some(({ path }) => path === now.active) ? now.active : firstFile(opened),
      dialog: null,
    };
  });
}

export function showFile(path: string): void {
  update((now) => ({ ...now, active: path, side: 'editor' }));
}

export function showPane(pane: PaneId): void {
  update((now) => ({ ...now, pane, side: 'answers' }));
}

export function ask(change: Partial<Asked>): void {
  update((now) => {
    const asked = { ...now.asked, ...change };
    // What a named question says beside its form goes away with the first change of the form.
    const own = 'named' in change ? asked : { ...asked, named: '', having: '', order: [], limit: null, parameters: {} };
    return { ...now, asked: own, agreement: { kind: 'unknown' } };
  });
}

export function explain(explaining: Explaining): void {
  update((now) => ({ ...now, explaining, pane: 'explain', side: 'answers' }));
}

export function openDialog(dialog: Dialog | null): void {
  set({ dialog });
}

export function notify(notice: Notice | null): void {
  set({ notice });
}
