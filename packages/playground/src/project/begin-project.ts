// What is open when the page is: the folder that is served, what a link carries, what was left, or the first example.
import { notify, openDialog, openProject, type ProjectToOpen } from '../state/actions.js';
import { NOTHING_ASKED } from '../state/initial-state.js';
import { today } from '../flow/today.js';
import { gallery } from './gallery.js';
import { readLink } from './link-text.js';
import { readExample } from './open-example.js';
import { readFolder, servesFolder } from './folder.js';
import { forgetStoredWork, keepWork, readStoredWork } from './stored-work.js';
import { readView } from './view-in-link.js';

export async function beginProject(): Promise<void> {
  const opened =
    (await soundly(() => fromHash(location.hash.slice(1)))) ??
    (await soundly(fromFolder)) ??
    (await soundly(fromStore)) ??
    (await soundly(first));
  if (opened === null) notify({ text: 'nothing could be opened; reload the page', tone: 'bad', undo: null });
  else openProject(opened);
  keepWork();
  addEventListener('hashchange', () => {
    const hash = location.hash.slice(1);
    void fromHash(hash).then((project) => {
      if (project !== null) openProject(project);
    });
  });
}

/** What cannot be opened must not keep the page from opening something else. */
async function soundly(open: () => Promise<ProjectToOpen | null>): Promise<ProjectToOpen | null> {
  try {
    return await open();
  } catch (error) {
    reportError(error);
    return null;
  }
}

/** `#v1.…`, `#example=…`, `#reset`, `#code=KPI2001`. */
async function fromHash(hash: string): Promise<ProjectToOpen | null> {
  if (hash === '') return null;
  if (hash.startsWith('code=')) {
    const code = hash.slice('code='.length);
    if (/^KPI\d{4}$/.test(code)) openDialog({ kind: 'code', code });
    clearHash();
    return null;
  }
  if (hash === 'reset') {
    await forgetStoredWork();
    clearHash();
    return first();
  }
  if (hash.startsWith('example=')) {
    const example = await readExample(hash.slice('example='.length));
    if (example === null) notify({ text: 'there is no such example', tone: 'bad', undo: null });
    return example;
  }
  if (!/^v\d+\./.test(hash)) return null;
  const read = await readLink(hash);
  // What was opened is edited from now on; the address would promise what is not there any more.
  clearHash();
  if (read.kind === 'problem') {
    notify({ text: `the link was not opened: ${read.message}`, tone: 'bad', undo: null });
    return null;
  }
  const { carried } = read;
  const base = carried.example === null ? null : await readExample(carried.example);
  if (carried.example !== null && base === null) {
    notify({ text: 'the link is about an example that is not there any more', tone: 'bad', undo: null });
    return null;
  }
  const own = carried.files.map(([path, text]) => ({ path, text }));
  const left = (base?.files ?? []).filter(
    ({ path }) => !carried.gone.includes(path) && !own.some((file) => file.path === path),
  );
  const files = [...left, ...own];
  const ownData = carried.data.map(([path, text]) => ({ path, blob: new Blob([text]) }));
  const data = [...(base?.data ?? []).filter(({ path }) => !ownData.some((file) => file.path === path)), ...ownData];
  const view = readView(carried.view, {
    pane: base?.pane ?? 'scorecard',
    active: '',
    asOf: base?.asOf ?? today(),
    asked: NOTHING_ASKED,
    explaining: null,
  });
  return {
    origin: base?.origin ?? { kind: 'link' },
    files,
    data,
    ...(base === null ? {} : { opened: base.files }),
    ...view,
    active: files.some(({ path }) => path === view.active) ? view.active : (files[0]?.path ?? ''),
  };
}

function clearHash(): void {
  history.replaceState(null, '', location.pathname + location.search);
}

async function fromFolder(): Promise<ProjectToOpen | null> {
  if (!servesFolder()) return null;
  const folder = await readFolder();
  if (folder === null)
    notify({ text: 'the folder could not be read; does `kpi playground` still run?', tone: 'bad', undo: null });
  return folder;
}

async function fromStore(): Promise<ProjectToOpen | null> {
  if (servesFolder()) return null;
  const work = await readStoredWork();
  if (work === null || work.files.length === 0) return null;
  const view = readView(work.view, {
    pane: 'scorecard',
    active: '',
    asOf: today(),
    asked: NOTHING_ASKED,
    explaining: null,
  });
  notify({ text: 'this is what you left; “Reset” undoes the edits', tone: 'plain', undo: null });
  return { origin: work.origin, files: work.files, opened: work.opened, data: work.data, ...view };
}

async function first(): Promise<ProjectToOpen | null> {
  const [entry] = gallery;
  return entry === undefined ? null : readExample(entry.id);
}
