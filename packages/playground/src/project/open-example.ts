// Opens an example of the gallery, or nothing at all. What was open comes back with one click.
import { examples } from 'virtual:examples';
import { today } from '../flow/today.js';
import { notify, openProject, type ProjectToOpen } from '../state/actions.js';
import { NOTHING_ASKED } from '../state/initial-state.js';
import { isEdited } from '../state/is-edited.js';
import { state } from '../state/store.js';
import { gallery } from './gallery.js';

/** Null where there is no such example, or it cannot be fetched. */
export async function readExample(id: string): Promise<ProjectToOpen | null> {
  const load = examples[id];
  const entry = gallery.find((one) => one.id === id);
  if (load === undefined || entry === undefined) return null;
  try {
    const { example } = await load();
    return {
      origin: { kind: 'example', id },
      files: example.files,
      data: example.data.map(({ path, text }) => ({ path, blob: new Blob([text], { type: 'text/csv' }) })),
      asOf: entry.asOf,
      pane: entry.pane,
      active: entry.active,
      asked: { ...NOTHING_ASKED, ...entry.asked },
      explaining: entry.explaining,
    };
  } catch {
    return null;
  }
}

export async function openExample(id: string): Promise<boolean> {
  const example = await readExample(id);
  if (example === null) {
    notify({ text: 'the example could not be fetched; is there a network?', tone: 'bad', undo: null });
    return false;
  }
  openInstead(example);
  return true;
}

export function openBlank(): void {
  openInstead({
    origin: { kind: 'blank' },
    files: [
      { path: 'kpi.project.yaml', text: BLANK_PROJECT },
      { path: 'metrics.kpi.yaml', text: BLANK_METRICS },
    ],
    data: [],
    asOf: today(),
    pane: 'result',
    active: 'metrics.kpi.yaml',
  });
}

/** Edits of what was open before are not lost. */
export function openInstead(project: ProjectToOpen): void {
  const before = state.peek();
  const edited = before.project.id > 0 && isEdited(before.project);
  openProject(project);
  if (!edited) return;
  const { asOf, pane, active, asked, explaining } = before;
  notify({
    text: 'another project is open now',
    tone: 'plain',
    undo: () => openProject({ ...before.project, asOf, pane, active, asked, explaining }),
  });
}

const BLANK_PROJECT = `# What all definitions of the project share.
project: my_project
calendar: { timezone: UTC, week_starts: monday, fiscal_year_starts: january }
currency: EUR
data: data
`;

const BLANK_METRICS = `# Add a file of data to get a first dataset, then define what is to be known about it:
#
# metrics:
#   revenue: sum(orders.amount)
`;
