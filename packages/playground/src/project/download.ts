// The project as a ZIP file that `kpi check` and `kpi playground` take as it is.
import { state } from '../state/store.js';
import { notify } from '../state/actions.js';
import { isPath } from './link-text.js';

export async function downloadProject(): Promise<void> {
  const { project, checked } = state.peek();
  const { zipSync } = await import('fflate');
  const name = fileName(checked.outline.project);
  const entries: Record<string, Uint8Array> = {};
  // Libraries of one's own come along; those of the standard library are part of the command.
  const libraries = project.libraries.filter(({ path }) => isPath(path) && !path.startsWith('std/'));
  for (const { path, text } of [...libraries, ...project.files])
    entries[`${name}/${path}`] = new TextEncoder().encode(text);
  for (const { path, blob } of project.data) entries[`${name}/${path}`] = new Uint8Array(await blob.arrayBuffer());
  // The same project gives the same bytes, whenever it is downloaded.
  const bytes = zipSync(entries, { mtime: new Date(1980, 0, 1), level: 6 });
  saveAs(new Blob([bytes], { type: 'application/zip' }), `${name}.zip`);
  notify({
    text: `${name}.zip holds ${Object.keys(entries).length} files; unpack it and run \`kpi check\``,
    tone: 'good',
    undo: null,
  });
}

export function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function fileName(project: string): string {
  const plain = project
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'project' : plain;
}
