// The projects that an editor has to do with: those of its folders, and those of the files that it opens. Texts that are open count
// instead of what is on the disk.
import { openWorkspace, update, type RangeEdit, type Workspace } from '@sextant/language-service';
import type { ServerHost } from './host.js';

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
}

interface OpenText {
  readonly uri: string;
  text: string;
}

const PROJECT_FILE = 'kpi.project.yaml';

export function openProjects(host: ServerHost): Projects {
  const { disk } = host;
  const folders = new Set<string>();
  const projects = new Map<string, Project>();
  /** By path, or by uri where there is none: what the editor has open. */
  const texts = new Map<string, OpenText>();

  const keyOf = (uri: string): string => host.pathOf(uri) ?? uri;

  const load = (root: string): Project => {
    const inside = disk.readProject(root);
    const files = new Map(inside.map(({ path, text }) => [path, text]));
    for (const [key, { text }] of texts) if (rootOf(key) === root) files.set(key.slice(root.length + 1), text);
    const workspace = openWorkspace(
      [...files].map(([path, text]) => ({ path, text })),
      {
        uriOf: (path) => texts.get(`${root}/${path}`)?.uri ?? host.uriOf(`${root}/${path}`),
        pageOf: host.pageOf,
        today: host.today(),
      },
    );
    return put({ root, workspace });
  };

  const put = (project: Project): Project => {
    projects.set(project.root, project);
    return project;
  };

  /** The root of the project of a path, or the path itself for a text that is alone. */
  const rootOf = (key: string): string =>
    (key.startsWith('/') || /^[a-z]:\//i.test(key) ? disk.projectAbove(key) : null) ?? key;

  const placeOfKey = (key: string): Place | null => {
    const root = rootOf(key);
    if (root !== key) return { project: projects.get(root) ?? load(root), path: key.slice(root.length + 1) };
    const project = projects.get(key);
    return project === undefined ? null : { project, path: nameOf(key) };
  };

  const loose = ({ uri, text }: OpenText, key: string): void => {
    const alone = { uriOf: () => uri, pageOf: host.pageOf, today: host.today() };
    put({ root: key, workspace: openWorkspace([{ path: nameOf(key), text }], alone) });
  };

  /** Which files are of which project has changed: all is read anew. */
  const reload = (): void => {
    projects.clear();
    for (const folder of folders) for (const root of disk.projectsIn(folder)) if (!projects.has(root)) load(root);
    for (const [key, text] of texts) {
      const root = rootOf(key);
      if (root === key) loose(text, key);
      else if (!projects.has(root)) load(root);
    }
  };

  const replace = (key: string, text: string | null): void => {
    const place = placeOfKey(key);
    if (place === null) return;
    const { project, path } = place;
    const change = text === null ? ({ kind: 'deleted', path } as const) : ({ kind: 'text', path, text } as const);
    put({ ...project, workspace: update(project.workspace, [change]) });
  };

  return {
    addFolder: (uri) => {
      const folder = host.pathOf(uri);
      if (folder === null || folders.has(folder)) return;
      folders.add(folder);
      for (const root of disk.projectsIn(folder)) if (!projects.has(root)) load(root);
    },
    removeFolder: (uri) => {
      const folder = host.pathOf(uri);
      if (folder !== null && folders.delete(folder)) reload();
    },
    open: (uri, text) => {
      const key = keyOf(uri);
      const opened = { uri, text };
      texts.set(key, opened);
      if (rootOf(key) === key) loose(opened, key);
      else replace(key, text);
    },
    edit: (uri, edits) => {
      const key = keyOf(uri);
      const opened = texts.get(key);
      const place = placeOfKey(key);
      if (opened === undefined || place === null) return;
      const { project, path } = place;
      const workspace = update(project.workspace, [{ kind: 'edits', path, edits }]);
      opened.text = workspace.files.get(path)?.text ?? '';
      put({ ...project, workspace });
    },
    close: (uri) => {
      const key = keyOf(uri);
      if (!texts.delete(key)) return;
      if (rootOf(key) === key) projects.delete(key);
      else replace(key, disk.readFile(key));
    },
    changedOnDisk: (changes) => {
      const keys = changes.map(({ uri, isDeleted }) => ({ key: keyOf(uri), isDeleted }));
      if (keys.some(({ key }) => nameOf(key) === PROJECT_FILE && !isKnown(key))) {
        reload();
        return;
      }
      for (const { key, isDeleted } of keys) {
        if (isDeleted && nameOf(key) === PROJECT_FILE && !texts.has(key)) {
          reload();
          return;
        }
        if (!texts.has(key) && rootOf(key) !== key) replace(key, isDeleted ? null : disk.readFile(key));
      }
    },
    placeOf: (uri) => placeOfKey(keyOf(uri)),
    all: () => [...projects.values()],
  };

  function isKnown(key: string): boolean {
    return projects.has(key.slice(0, -PROJECT_FILE.length - 1));
  }
}

function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
