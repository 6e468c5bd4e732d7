// Work in progress, kept in the browser: definitions and data, until it is reset.
import { effect } from '@preact/signals';
import type { SourceFile } from '@sextant/parser';
import type { Origin } from '../state/app-state.js';
import { isEdited } from '../state/is-edited.js';
import { state } from '../state/store.js';
import { isObject } from './link-text.js';
import { viewOf } from './view-in-link.js';

export interface StoredWork {
  readonly origin: Origin;
  readonly files: readonly SourceFile[];
  readonly opened: readonly SourceFile[];
  readonly data: readonly { readonly path: string; readonly blob: Blob }[];
  readonly view: Readonly<Record<string, unknown>>;
}

const DATABASE = 'sextant';
const STORE = 'work';
const KEY = 'last';
const PAUSE = 700;

/** Null where nothing was left, or where the browser keeps nothing. */
export async function readStoredWork(): Promise<StoredWork | null> {
  try {
    const found: unknown = await request('readonly', (store) => store.get(KEY));
    return isWork(found) ? found : null;
  } catch {
    return null;
  }
}

export async function forgetStoredWork(): Promise<void> {
  try {
    await request('readwrite', (store) => store.delete(KEY));
  } catch {
    // Where nothing can be kept, nothing is there to be forgotten.
  }
}

/** Only what was edited is kept: an example that somebody looked at overwrites nothing. */
export function keepWork(): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  effect(() => {
    const now = state.value;
    const { project } = now;
    if (timer !== null) clearTimeout(timer);
    if (!isEdited(project) || project.origin.kind === 'folder') return;
    timer = setTimeout(() => {
      const work: StoredWork = {
        origin: project.origin,
        files: project.files,
        opened: project.opened,
        data: project.data.map(({ path, blob }) => ({ path, blob })),
        view: viewOf(state.peek()),
      };
      request('readwrite', (store) => store.put(work, KEY)).catch(() => {
        // A full disk or a private window: the work is still on the page.
      });
    }, PAUSE);
  });
}

function request(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(opening.error ?? new Error('no database'));
    opening.onsuccess = () => {
      const database = opening.result;
      const asked = ask(database.transaction(STORE, mode).objectStore(STORE));
      asked.onsuccess = () => {
        resolve(asked.result);
        database.close();
      };
      asked.onerror = () => {
        reject(asked.error ?? new Error('not stored'));
        database.close();
      };
    };
  });
}

function isWork(value: unknown): value is StoredWork {
  if (!isObject(value)) return false;
  const { origin, files, opened, data, view } = value;
  const isFiles = (list: unknown): boolean =>
    Array.isArray(list) &&
    list.every((one) => isObject(one) && typeof one['path'] === 'string' && typeof one['text'] === 'string');
  return (
    isObject(origin) &&
    isFiles(files) &&
    isFiles(opened) &&
    isObject(view) &&
    Array.isArray(data) &&
    data.every((one) => isObject(one) && typeof one['path'] === 'string' && one['blob'] instanceof Blob)
  );
}
