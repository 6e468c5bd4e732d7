// Every edit goes to the language worker; what it finds comes back into the state.
import { effect } from '@preact/signals';
import type { SourceFile } from '@sextant/parser';
import type { CheckReport } from '../language/methods.js';
import { set, state } from '../state/store.js';
import { today } from './today.js';
import { languageWorker } from './workers.js';

const PAUSE = 90;

let sent: readonly SourceFile[] = [];
let sentProject = -1;
let sentRevision = -1;
let awaited = -1;
let timer: ReturnType<typeof setTimeout> | null = null;

/** Completion and the like ask about the text as it is: what waits is sent before. */
export function flushEdits(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  const { project, revision } = state.peek();
  const fresh = project.id !== sentProject;
  if (!fresh && revision === sentRevision) return;
  const before = new Map(fresh ? [] : sent.map((file) => [file.path, file]));
  const changed = project.files.filter((file) => before.get(file.path)?.text !== file.text);
  const now = new Set(project.files.map(({ path }) => path));
  const deleted = [...before.keys()].filter((path) => !now.has(path));
  sent = project.files;
  sentProject = project.id;
  sentRevision = revision;
  void languageWorker()
    .call('files', {
      revision,
      fresh,
      changed,
      deleted,
      libraries: fresh ? project.libraries : null,
      today: today(),
    })
    .then((reply) => {
      if (reply.kind === 'value') take(reply.value);
      else if (reply.kind === 'failed')
        set({ notice: { text: `the language service failed: ${reply.message}`, tone: 'bad', undo: null } });
    });
}

/** What is about an older text than the one that was checked already says nothing. */
function take({ revision, problems, errors, warnings, outline }: CheckReport): void {
  if (revision < state.peek().checked.revision) return;
  set({ checked: { revision, problems, errors, warnings, outline } });
}

export function keepChecked(): void {
  effect(() => {
    const { project, revision } = state.value;
    // Nothing is open before the first project is.
    if (project.id === 0 || (revision === sentRevision && project.id === sentProject)) return;
    if (project.id !== sentProject) {
      flushEdits();
      return;
    }
    // Only another edit begins the pause anew.
    if (timer !== null && revision === awaited) return;
    awaited = revision;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(flushEdits, PAUSE);
  });
}
