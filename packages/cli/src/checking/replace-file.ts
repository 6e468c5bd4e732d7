// Puts a new text in the place of an old one: the file is at all times the one or the other, and stays as open to others as it was.
import { randomUUID } from 'node:crypto';
import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isSystemError, systemReason } from '../results/system-error.js';

/** Null when it is done, else why not. A file that is no longer as it was read is left alone. */
export function replaceFile(path: string, before: string, after: string): string | null {
  try {
    // Not the link is replaced but the file that it leads to.
    const target = realpathSync(path);
    if (readFileSync(target).toString('utf8') !== before) return 'it has changed in the meantime';
    const unfinished = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
    try {
      writeFileSync(unfinished, after);
      chmodSync(unfinished, statSync(target).mode);
      renameSync(unfinished, target);
    } finally {
      rmSync(unfinished, { force: true });
    }
    return null;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return systemReason(error);
  }
}
