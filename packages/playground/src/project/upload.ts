// Files of one's own become data of the project, each with a first definition where nothing reads it yet.
import { openEngine } from '../flow/open-engine.js';
import { engineWorker } from '../flow/workers.js';
import type { DraftReport } from '../engine/methods.js';
import { addFile, ask, notify, openDialog, putData, putFiles, showPane } from '../state/actions.js';
import { state } from '../state/store.js';

export interface Upload {
  readonly file: File;
  readonly draft: DraftReport | null;
  /** What is being done with it; null: nothing. */
  readonly working: string | null;
  readonly withDraft: boolean;
  /** What it takes the place of, in words. */
  readonly replaces: string | null;
}

/** Where a file of this name lies in the project. */
function pathOf(name: string): string {
  const { dataFolder } = state.peek().checked.outline;
  return dataFolder === '' ? name : `${dataFolder}/${name}`;
}

function isDefinition(name: string): boolean {
  return /\.ya?ml$/.test(name);
}

/** Null where nobody waits for it any more. */
export async function draftFor(
  file: File,
  signal: AbortSignal,
  onWork: (doing: string) => void,
): Promise<Pick<Upload, 'draft' | 'replaces'> | null> {
  if (isDefinition(file.name)) return { draft: null, replaces: 'a file of definitions' };
  const { datasets } = state.peek().checked.outline;
  const readers = datasets.filter(({ from }) => from === file.name);
  const there = state.peek().project.data.some(({ path }) => path === pathOf(file.name));
  const replaces =
    readers.length === 0
      ? there
        ? `takes the place of ${pathOf(file.name)}`
        : null
      : `${there ? 'takes the place of the data of' : 'is the data of'} ${readers.map(({ name }) => name).join(', ')}`;
  if (readers.length > 0) return { draft: null, replaces };
  onWork('looking at its columns');
  await openEngine();
  const taken = datasets.map(({ name }) => name);
  const reply = await engineWorker().call(
    'draft',
    { name: file.name, blob: file, taken },
    { signal, onProgress: ({ doing }) => onWork(doing) },
  );
  switch (reply.kind) {
    case 'value':
      return { draft: reply.value, replaces };
    case 'failed':
      return { draft: { name: '', yaml: '', rows: null, problem: reply.message }, replaces };
    case 'cancelled':
      return null;
  }
}

export async function addUploads(uploads: readonly Upload[]): Promise<void> {
  const definitions = uploads.filter(({ file }) => isDefinition(file.name));
  const data = uploads.filter(({ file }) => !isDefinition(file.name));
  const texts = await Promise.all(
    definitions.map(async ({ file }) => ({ path: fileName(file.name), text: await file.text() })),
  );
  if (texts.length > 0) putFiles(texts);
  if (data.length > 0) putData(data.map(({ file }) => ({ path: pathOf(file.name), blob: file })));
  const drafted = data.flatMap(({ draft, withDraft }) =>
    draft !== null && withDraft && draft.yaml !== '' ? [draft] : [],
  );
  for (const { name, yaml } of drafted) addFile(freeName(name), yaml);
  openDialog(null);
  const [first] = drafted;
  if (first !== undefined) {
    ask({ metrics: [`count(${first.name})`], by: [], grain: '', from: '', to: '', where: '' });
    showPane('result');
  }
  notify({
    text: `added ${uploads.map(({ file }) => file.name).join(', ')}`,
    tone: 'good',
    undo: null,
  });
}

function fileName(name: string): string {
  if (name === 'kpi.project.yaml' || name.endsWith('.kpi.yaml')) return name;
  return `${name.replace(/\.ya?ml$/, '')}.kpi.yaml`;
}

function freeName(name: string): string {
  const paths = new Set(state.peek().project.files.map(({ path }) => path));
  for (let n = 1; ; n++) {
    const path = `${name}${n === 1 ? '' : `-${n}`}.kpi.yaml`;
    if (!paths.has(path)) return path;
  }
}
