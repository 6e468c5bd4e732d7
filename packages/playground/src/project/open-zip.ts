// A project that was downloaded, opened again.
import { today } from '../flow/today.js';
import { notify } from '../state/actions.js';
import { isPath } from './link-text.js';
import { openInstead } from './open-example.js';

const MOST_BYTES = 400_000_000;

export async function openZip(file: File): Promise<boolean> {
  const fail = (why: string): boolean => {
    notify({ text: `${file.name} was not opened: ${why}`, tone: 'bad', undo: null });
    return false;
  };
  const { unzipSync } = await import('fflate');
  let entries: Record<string, Uint8Array>;
  let unpacked = 0;
  try {
    entries = unzipSync(new Uint8Array(await file.arrayBuffer()), {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        return unpacked <= MOST_BYTES;
      },
    });
  } catch {
    return fail('it is no ZIP file');
  }
  if (unpacked > MOST_BYTES) return fail('it is too large');
  // The outermost: inside there may be libraries.
  const [head] = Object.keys(entries)
    .filter((path) => /(^|\/)kpi\.(project|library)\.yaml$/.test(path))
    .toSorted((a, b) => a.length - b.length);
  if (head === undefined) return fail('there is no kpi.project.yaml in it');
  const root = head.slice(0, head.lastIndexOf('/') + 1);
  const inside = Object.entries(entries).flatMap(([path, bytes]) => {
    const below = path.startsWith(root) ? path.slice(root.length) : '';
    return isPath(below) && !below.endsWith('/') ? [{ path: below, bytes: new Uint8Array(bytes) }] : [];
  });
  const isDefinition = (path: string): boolean =>
    path === 'kpi.project.yaml' || path.endsWith('.kpi.yaml') || /(^|\/)kpi\.library\.yaml$/.test(path);
  openInstead({
    origin: { kind: 'blank' },
    files: inside
      .filter(({ path }) => isDefinition(path))
      .map(({ path, bytes }) => ({ path, text: new TextDecoder().decode(bytes) })),
    data: inside
      .filter(({ path }) => !isDefinition(path))
      .map(({ path, bytes }) => ({ path, blob: new Blob([bytes]) })),
    asOf: today(),
  });
  return true;
}
