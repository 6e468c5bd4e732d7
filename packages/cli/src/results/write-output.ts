// Writes a file whole or not at all: a reader never sees half of it, and an interrupt leaves what was there before.
import { renameSync, rmSync, statSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';

/** `make` writes to the path it gets. What it throws is thrown after the unfinished file is gone. */
export async function writeOutput(
  path: string,
  signal: AbortSignal,
  make: (path: string) => Promise<void>,
): Promise<void> {
  // `/dev/stdout` and pipes cannot be replaced.
  const about = statSync(path, { throwIfNoEntry: false });
  if (about !== undefined && !about.isFile() && !about.isDirectory()) return make(path);
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await make(unfinished);
    signal.throwIfAborted();
    renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
