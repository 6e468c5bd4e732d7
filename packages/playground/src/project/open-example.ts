// Opens an example of the gallery.
import { examples } from 'virtual:examples';
import { openProject } from '../state/actions.js';
import { gallery } from './gallery.js';
import { NOTHING_ASKED } from '../state/initial-state.js';

export async function openExample(id: string): Promise<boolean> {
  const load = examples[id];
  const entry = gallery.find((one) => one.id === id);
  if (load === undefined || entry === undefined) return false;
  const { example } = await load();
  openProject({
    origin: { kind: 'example', id },
    files: example.files,
    data: example.data.map(({ path, text }) => ({ path, blob: new Blob([text], { type: 'text/csv' }) })),
    asOf: entry.asOf,
    pane: entry.pane,
    active: entry.active,
    asked: { ...NOTHING_ASKED, ...entry.asked },
    explaining: entry.explaining,
  });
  return true;
}
