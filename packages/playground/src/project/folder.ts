// The folder on this machine that `kpi playground` serves: read when the page opens, written only when somebody says so.
import type { SourceFile } from '@sextant/parser';
import { notify, openDialog, type ProjectToOpen } from '../state/actions.js';
import { set, state, update } from '../state/store.js';
import { today } from '../flow/today.js';
import { isObject } from './link-text.js';

export interface FolderProject extends ProjectToOpen {
  readonly name: string;
}

/** The command says in the page that it is the one who serves it. */
export function servesFolder(): boolean {
  return document.querySelector('meta[name="kpi-folder"]') !== null;
}

/** Of all data together; a browser holds it in memory. */
const MOST_BYTES = 500_000_000;

/** Null where the command has ended meanwhile. */
export async function readFolder(): Promise<FolderProject | null> {
  try {
    const response = await fetch('api/project');
    const body: unknown = await response.json();
    if (!response.ok || !isObject(body)) return null;
    const { name, files, libraries, data, asOf } = body;
    if (typeof name !== 'string' || !isFiles(files) || !isFiles(libraries) || !Array.isArray(data)) return null;
    const listed = data.flatMap((one: unknown) =>
      isObject(one) && typeof one['path'] === 'string' && typeof one['bytes'] === 'number'
        ? [{ path: one['path'], bytes: one['bytes'] }]
        : [],
    );
    const taken: string[] = [];
    let room = MOST_BYTES;
    for (const { path, bytes } of listed) {
      room -= bytes;
      if (room >= 0) taken.push(path);
    }
    if (taken.length < listed.length)
      notify({
        text: `${listed.length - taken.length} files of data are too large for a browser; \`kpi eval\` reads them`,
        tone: 'bad',
        undo: null,
      });
    const blobs = await Promise.all(
      taken.map(async (path) => {
        const read = await fetch(`api/data/${path.split('/').map(encodeURIComponent).join('/')}`);
        return { path, blob: await read.blob() };
      }),
    );
    return {
      name,
      origin: { kind: 'folder', name },
      files,
      libraries,
      data: blobs,
      asOf: typeof asOf === 'string' ? asOf : today(),
    };
  } catch {
    return null;
  }
}

function isFiles(value: unknown): value is readonly SourceFile[] {
  return (
    Array.isArray(value) &&
    value.every((one) => isObject(one) && typeof one['path'] === 'string' && typeof one['text'] === 'string')
  );
}

interface Change {
  readonly path: string;
  /** Null: the file is to be deleted. */
  readonly text: string | null;
  /** What the page took for the file's text; the command writes nothing over what it does not know. */
  readonly was: string | null;
}

function changes(): readonly Change[] {
  const { files, opened } = state.peek().project;
  const before = new Map(opened.map(({ path, text }) => [path, text]));
  const written = files
    .filter(({ path, text }) => before.get(path) !== text)
    .map(({ path, text }): Change => ({ path, text, was: before.get(path) ?? null }));
  const deleted = opened
    .filter(({ path }) => !files.some((file) => file.path === path))
    .map(({ path, text }): Change => ({ path, text: null, was: text }));
  return [...written, ...deleted];
}

/** Data that was added to the page is not written: files of data may be large, and belong to who makes them. */
function onlyHere(): string {
  const { data, openedData } = state.peek().project;
  const added = data.filter((file) => !openedData.includes(file)).map(({ path }) => path);
  return added.length === 0 ? '' : `; ${added.join(', ')} is in this page alone: copy it into the folder yourself`;
}

/** Writes what was edited. Where a file was changed by somebody else meanwhile, nothing is written, and it is said. */
export async function saveToFolder(overwrite = false): Promise<void> {
  if (state.peek().project.origin.kind !== 'folder') return;
  const list = changes();
  if (list.length === 0) {
    notify({ text: `everything is saved${onlyHere()}`, tone: 'plain', undo: null });
    return;
  }
  const saved = state.peek().project.files;
  try {
    const response = await fetch('api/save', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ changes: list, overwrite }),
    });
    const body: unknown = await response.json();
    if (response.status === 409 && isObject(body) && Array.isArray(body['changed'])) {
      openDialog({ kind: 'conflict', paths: body['changed'].filter((one) => typeof one === 'string') });
      return;
    }
    if (!response.ok) {
      const message = isObject(body) && typeof body['message'] === 'string' ? body['message'] : response.statusText;
      notify({ text: `not saved: ${message}`, tone: 'bad', undo: null });
      return;
    }
    update((now) => ({ ...now, project: { ...now.project, opened: saved }, dialog: null }));
    const paths = list.map(({ path }) => path).join(', ');
    set({ notice: { text: `saved ${paths}${onlyHere()}`, tone: 'good', undo: null } });
  } catch {
    notify({ text: 'not saved: `kpi playground` does not run any more', tone: 'bad', undo: null });
  }
}
