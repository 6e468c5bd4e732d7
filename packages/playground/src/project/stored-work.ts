// Work in progress, kept in the browser: definitions and data, until it is reset.
import { effect } from '@preact/signals';
import type { SourceFile } from '@sextant/parser';
import type { Origin } from '../state/app-state.js';
import { isEdited } from '../state/is-edited.js';
import { state } from '../state/store.js';
import { isObject, isPath } from './link-text.js';
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
const LONGEST = 3000;

/** Null where nothing was left, where it cannot be read, or where the browser keeps nothing. */
export async function readStoredWork(): Promise<StoredWork | null> {
  try {
    const found: unknown = await request('readonly', (store) => store.get(KEY));
    return isWork(found) ? found : null;
  } catch {
    return null;
  }
}

/** With the whole database, in whatever state it is. */
export async function forgetStoredWork(): Promise<void> {
  stop?.();
  try {
    await inTime(
      new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase(DATABASE);
        deleting.onsuccess = () => resolve(undefined);
        deleting.onerror = () => reject(deleting.error ?? new Error('not deleted'));
      }),
    );
  } catch {
    // Where nothing can be kept, nothing is there to be forgotten.
  }
}

/** Ends what waits to be stored. */
let stop: (() => void) | null = null;

/** Only what was edited is kept: an example that somebody looked at overwrites nothing. */
export function keepWork(): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const end = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  stop = end;
  /** The project that was stored, counted as the state counts them. */
  let stored = -1;
  effect(() => {
    const { project } = state.value;
    end();
    if (project.origin.kind === 'folder') return;
    if (!isEdited(project)) {
      // What was undone must not come back.
      if (stored === project.id) void forgetStoredWork();
      stored = -1;
      return;
    }
    timer = setTimeout(() => {
      timer = null;
      stored = project.id;
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
  return inTime(
    new Promise((resolve, reject) => {
      const opening = indexedDB.open(DATABASE, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
      opening.onerror = () => reject(opening.error ?? new Error('no database'));
      opening.onsuccess = () => {
        const database = opening.result;
        // Another tab may want to delete it.
        database.onversionchange = () => database.close();
        try {
          const asked = ask(database.transaction(STORE, mode).objectStore(STORE));
          asked.onsuccess = () => {
            resolve(asked.result);
            database.close();
          };
          asked.onerror = () => {
            reject(asked.error ?? new Error('not stored'));
            database.close();
          };
        } catch (error) {
          // A database of this name that is not ours: the next one will be.
          database.close();
          indexedDB.deleteDatabase(DATABASE);
          reject(error instanceof Error ? error : new Error('not stored'));
        }
      };
    }),
  );
}

/** A database that another tab holds would keep the page waiting for ever. */
function inTime<T>(work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('the store does not answer')), LONGEST);
    }),
  ]);
}

function isWork(value: unknown): value is StoredWork {
  if (!isObject(value)) return false;
  const { origin, files, opened, data, view } = value;
  const isFiles = (list: unknown): boolean =>
    Array.isArray(list) &&
    list.every((one) => isObject(one) && isPathText(one['path']) && typeof one['text'] === 'string');
  return (
    isOrigin(origin) &&
    isFiles(files) &&
    isFiles(opened) &&
    isObject(view) &&
    Array.isArray(data) &&
    data.every((one) => isObject(one) && isPathText(one['path']) && one['blob'] instanceof Blob)
  );
}

function isPathText(value: unknown): boolean {
  return typeof value === 'string' && isPath(value);
}

function isOrigin(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { kind, id } = value;
  return kind === 'example' ? typeof id === 'string' : kind === 'link' || kind === 'blank';
}
