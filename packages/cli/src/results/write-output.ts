// Writes a file whole or not at all: a reader never sees half of it, and an interrupt leaves what was there before.
import { realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';

/** `make` writes to the path it gets. What it throws is thrown after the unfinished file is gone. */
export async function writeOutput(
  path: string,
  signal: AbortSignal,
  make: (path: string) => Promise<void>,
): Promise<void> {
  const about = statSync(path, { throwIfNoEntry: false });
  // Pipes and devices cannot be replaced; `/dev/stdout` is a link that must stay what it is.
  if (/^\/(dev|proc)\//.test(path) || (about !== undefined && !about.isFile())) return make(path);
  // Not the link is replaced but the file that it leads to.
  const target = about === undefined ? path : realpathSync(path);
  const unfinished = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    await make(unfinished);
    signal.throwIfAborted();
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
