// The projects that an editor has to do with: those of its folders, and those of the files that it opens. Texts that are open count
// instead of what is on the disk.
import {
  librariesUsed,
  openWorkspace,
  update,
  withHost,
  type FileChange,
  type RangeEdit,
  type Workspace,
} from '@sextant/language-service';
import { isHead, isOurs } from './file-names.js';
import type { ServerHost, SourceFile } from './host.js';

/** A file of a project. */
export interface Place {
  readonly project: Project;
  /** In the project. */
  readonly path: string;
}

export interface Project {
  /** The folder; of a text that lies in no project, its uri. */
  readonly root: string;
  readonly workspace: Workspace;
  /** Files of libraries in the workspace, by their paths there, and where they are. */
  readonly libraries: ReadonlyMap<string, string>;
}

export interface DiskChange {
  readonly uri: string;
  readonly isDeleted: boolean;
}

export interface Projects {
  readonly addFolder: (uri: string) => void;
  readonly removeFolder: (uri: string) => void;
  readonly open: (uri: string, text: string) => void;
  readonly edit: (uri: string, edits: readonly RangeEdit[]) => void;
  readonly close: (uri: string) => void;
  readonly changedOnDisk: (changes: readonly DiskChange[]) => void;
  /** Null for a file that was never opened and is of no project. */
  readonly placeOf: (uri: string) => Place | null;
  readonly all: () => readonly Project[];
  /** How many texts are open. */
  readonly openTexts: () => number;
}

interface OpenText {
  readonly uri: string;
  text: string;
}

export function openProjects(host: ServerHost): Projects {
  const { disk } = host;
  const folders = new Set<string>();
  const projects = new Map<string, Project>();
  /** The roots that some folder of the editor has. */
  const ofFolders = new Set<string>();
  /** By path, or by uri where there is none: what the editor has open. */
  const texts = new Map<string, OpenText>();

  const keyOf = (uri: string): string => host.pathOf(uri) ?? uri;

  const textOf = (place: string, onDisk: string): string => texts.get(place)?.text ?? onDisk;

  const load = (root: string): Project => {
    const own = new Map(disk.readProject(root).map(({ path, text }) => [path, text]));
    for (const [key, { text }] of texts) if (rootOf(key) === root) own.set(key.slice(root.length + 1), text);
    const placeOf = (path: string): string => projects.get(root)?.libraries.get(path) ?? `${root}/${path}`;
    const workspace = openWorkspace(
      [...own].map(([path, text]) => ({ path, text })),
      {
        uriOf: (path) => texts.get(placeOf(path))?.uri ?? host.uriOf(placeOf(path)),
        pageOf: host.pageOf,
        today: host.today(),
      },
    );
    return readLibraries({ root, workspace, libraries: new Map() });
  };

  /** The project with the files of libraries as they are now. */
  const readLibraries = (project: Project): Project => {
    const { root, workspace, libraries } = project;
    const own = [...workspace.files.values()].filter(({ path }) => !libraries.has(path));
    const read = disk.readLibraries(root, own);
    const now = new Map(read.map(({ path, place }) => [path, place]));
    const changes: FileChange[] = [
      ...[...libraries.keys()].filter((path) => !now.has(path)).map((path) => ({ kind: 'deleted' as const, path })),
      ...read.map(({ path, place, text }) => ({ kind: 'text' as const, path, text: textOf(place, text) })),
    ];
    return put({ root, workspace: changes.length === 0 ? workspace : update(workspace, changes), libraries: now });
  };

  const put = (project: Project): Project => {
    projects.set(project.root, project);
    return project;
  };

  /** The root of the project of a path, or the path itself for a text that is alone. */
  const rootOf = (key: string): string => (isPath(key) ? disk.projectAbove(key) : null) ?? key;

  const placeOfKey = (key: string): Place | null => {
    if (isPath(key) && !isOurs(nameOf(key))) return null;
    const root = rootOf(key);
    if (root !== key) return { project: projects.get(root) ?? load(root), path: key.slice(root.length + 1) };
    const project = projects.get(key);
    return project === undefined ? null : { project, path: nameOf(key) };
  };

  const loose = ({ uri, text }: OpenText, key: string): void => {
    const alone = { uriOf: () => uri, pageOf: host.pageOf, today: host.today() };
    put({ root: key, workspace: openWorkspace([{ path: nameOf(key), text }], alone), libraries: new Map() });
  };

  /** A folder's projects may be known already: through a file that was opened, or a folder around it. */
  const loadFolder = (folder: string): void => {
    for (const root of disk.projectsIn(folder)) {
      ofFolders.add(root);
      if (!projects.has(root)) load(root);
    }
  };

  /** Which files are of which project has changed: all is read anew. */
  const reload = (): void => {
    projects.clear();
    ofFolders.clear();
    for (const folder of folders) loadFolder(folder);
    for (const [key, text] of texts) {
      const root = rootOf(key);
      if (root === key) loose(text, key);
      else if (!projects.has(root)) load(root);
    }
  };

  const change = ({ project, path }: Place, given: FileChange): string => {
    const old = project.workspace.files.get(path);
    const workspace = update(project.workspace, [given]);
    // A server runs for days.
    const today = host.today();
    const next = { ...project, workspace: workspace.host.today === today ? workspace : withHost(workspace, { today }) };
    put(next);
    const now = workspace.files.get(path);
    if (usesOf(old) !== usesOf(now)) readLibraries(next);
    changeElsewhere(`${project.root}/${path}`, now?.text ?? null);
    return now?.text ?? '';
  };

  /** Projects that use a library have its files too. */
  const changeElsewhere = (place: string, text: string | null): void => {
    for (const project of projects.values()) {
      for (const [path, where] of project.libraries) {
        if (where !== place) continue;
        const given: FileChange = text === null ? { kind: 'deleted', path } : { kind: 'text', path, text };
        put({ ...project, workspace: update(project.workspace, [given]) });
      }
    }
  };

  const replace = (key: string, text: string | null): void => {
    const place = placeOfKey(key);
    if (place === null) return;
    const { path } = place;
    change(place, text === null ? { kind: 'deleted', path } : { kind: 'text', path, text });
  };

  /** The project of a file that was open, where nothing else holds it. */
  const forget = (root: string): void => {
    if (!ofFolders.has(root) && ![...texts.keys()].some((key) => rootOf(key) === root)) projects.delete(root);
  };

  const opened = (uri: string, text: string): void => {
    const key = keyOf(uri);
    if (isPath(key) && !isOurs(nameOf(key))) return;
    const one = { uri, text };
    texts.set(key, one);
    if (rootOf(key) === key) loose(one, key);
    else replace(key, text);
  };

  /** All folders with definitions somewhere below them. */
  const foldersOfFiles = (): ReadonlySet<string> => {
    const known = new Set<string>();
    for (const { root, workspace } of projects.values()) {
      for (const path of workspace.files.keys()) {
        let folder = folderOf(`${root}/${path}`);
        for (; folder !== '' && !known.has(folder); folder = folderOf(folder)) known.add(folder);
      }
    }
    return known;
  };

  /** Whether projects have begun or ended, or have lost a folder: of that alone is told when it is deleted. */
  const haveMoved = (changes: readonly { readonly key: string; readonly isDeleted: boolean }[]): boolean => {
    if (changes.some(({ key, isDeleted }) => isHead(nameOf(key)) && (isDeleted || !projects.has(folderOf(key)))))
      return true;
    const gone = changes.filter(({ key, isDeleted }) => isDeleted && !isOurs(nameOf(key)));
    if (gone.length === 0) return false;
    const known = foldersOfFiles();
    return gone.some(({ key }) => known.has(key));
  };

  return {
    addFolder: (uri) => {
      const folder = host.pathOf(uri);
      if (folder === null || folders.has(folder)) return;
      folders.add(folder);
      loadFolder(folder);
    },
    removeFolder: (uri) => {
      const folder = host.pathOf(uri);
      if (folder !== null && folders.delete(folder)) reload();
    },
    open: opened,
    edit: (uri, edits) => {
      const key = keyOf(uri);
      const text = texts.get(key);
      const place = placeOfKey(key);
      if (text === undefined || place === null) return;
      const { path } = place;
      text.text = change(place, { kind: 'edits', path, edits });
    },
    close: (uri) => {
      const key = keyOf(uri);
      if (!texts.delete(key)) return;
      const root = rootOf(key);
      if (root !== key) replace(key, disk.readFile(key));
      forget(root);
    },
    changedOnDisk: (changes) => {
      const keys = changes.map(({ uri, isDeleted }) => ({ key: keyOf(uri), isDeleted }));
      if (haveMoved(keys)) {
        reload();
        return;
      }
      for (const { key, isDeleted } of keys) {
        if (!texts.has(key) && projects.has(rootOf(key))) replace(key, isDeleted ? null : disk.readFile(key));
      }
      // A library may have got a file, or lie where nobody told of it.
      for (const project of projects.values()) if (project.libraries.size > 0) readLibraries(project);
    },
    placeOf: (uri) => placeOfKey(keyOf(uri)),
    all: () => [...projects.values()],
    openTexts: () => texts.size,
  };
}

/** A text that says which libraries a file uses. */
function usesOf(file: SourceFile | undefined): string {
  return file === undefined ? '' : librariesUsed([file]).join('\n');
}

function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Not the uri of a text that was never saved. */
function isPath(key: string): boolean {
  return key.startsWith('/') || /^[a-z]:\//i.test(key);
}
