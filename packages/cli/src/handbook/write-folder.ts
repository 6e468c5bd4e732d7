// Writes a handbook into a folder: nothing that is not a handbook is ever touched, and pages of what is gone are taken away.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a handbook's folder holds, so that the next one knows what it may take away. */
const LIST = 'handbook.json';

export type Written =
  | { readonly kind: 'written'; readonly pages: number }
  | { readonly kind: 'problem'; readonly message: string; readonly help: string };

/** `shown` is how messages name the folder. System errors are thrown. */
export function writeFolder(folder: string, shown: string, files: ReadonlyMap<string, string>): Written {
  const about = statSync(folder, { throwIfNoEntry: false });
  if (about !== undefined && !about.isDirectory())
    return { kind: 'problem', message: `\`${shown}\` is a file`, help: 'name a folder with `--output`' };
  const isForeign = about !== undefined && readdirSync(folder).length > 0 && !existsSync(join(folder, LIST));
  if (isForeign)
    return {
      kind: 'problem',
      message: `\`${shown}\` holds other files, and no handbook`,
      help: 'name an empty or a new folder with `--output`',
    };
  for (const path of listed(folder)) if (!files.has(path)) rmSync(join(folder, path), { force: true });
  // The list comes first: what is written after an interrupt is known, too.
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, LIST), `${JSON.stringify({ files: [...files.keys()].sort() }, null, 2)}\n`);
  for (const [path, text] of files) {
    const to = join(folder, path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, text);
  }
  return { kind: 'written', pages: [...files.keys()].filter((path) => path.endsWith('.html')).length };
}

/** Paths below the folder alone: the list lies in it, and somebody may have changed it. */
function listed(folder: string): readonly string[] {
  const path = join(folder, LIST);
  if (!existsSync(path)) return [];
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const files = typeof read === 'object' && read !== null && 'files' in read ? read.files : [];
    if (!Array.isArray(files)) return [];
    return files.filter(
      (one): one is string => typeof one === 'string' && !one.startsWith('/') && !one.split(/[/\\]/).includes('..'),
    );
  } catch {
    return [];
  }
}
