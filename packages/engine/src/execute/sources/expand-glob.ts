// Which files below a folder a pattern names: `*` and `?` inside one step of a path, `**` for any number of steps.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stepPattern } from './glob.js';

/**
 * Paths relative to the folder, with `/`, sorted by code point. Names that begin with a dot are found only by a pattern
 * that begins with one. `**` does not follow symbolic links, which may lead in circles.
 */
export async function expandGlob(folder: string, pattern: string): Promise<readonly string[]> {
  const found = new Set<string>();
  await walk(
    folder,
    '',
    pattern.split('/').filter((step) => step !== '' && step !== '.'),
    found,
  );
  return [...found].sort(byCodePoint);
}

async function walk(folder: string, at: string, steps: readonly string[], found: Set<string>): Promise<void> {
  const [step, ...rest] = steps;
  if (step === undefined) return;
  const entries = await readdir(join(folder, at), { withFileTypes: true }).catch(() => []);
  const below = (name: string): string => (at === '' ? name : `${at}/${name}`);
  if (step === '**') {
    await walk(folder, at, rest, found);
    for (const entry of entries) {
      if (entry.isDirectory() && !entry.name.startsWith('.')) await walk(folder, below(entry.name), steps, found);
    }
    return;
  }
  const matches = stepPattern(step);
  for (const entry of entries) {
    if (!matches.test(entry.name) || (entry.name.startsWith('.') && !step.startsWith('.'))) continue;
    if (rest.length > 0) await walk(folder, below(entry.name), rest, found);
    else if (!entry.isDirectory()) found.add(below(entry.name));
  }
}

function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
