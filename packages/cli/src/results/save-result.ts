// Writes a result to a file: a text as it is, or as Parquet where there is none.
import { writeFileSync } from 'node:fs';
import type { EnginePort, Result } from '../engine-port.js';
import { writeParquet } from './parquet.js';
import { writeOutput } from './write-output.js';

export type Saved =
  | { readonly kind: 'saved'; readonly notes: readonly string[] }
  | { readonly kind: 'problem'; readonly message: string };

export async function saveResult(
  engine: EnginePort,
  result: Result,
  text: string | null,
  path: string,
  signal: AbortSignal,
): Promise<Saved> {
  let notes: readonly string[] = [];
  try {
    await writeOutput(path, signal, async (unfinished) => {
      if (text === null) notes = await writeParquet(engine, result, unfinished);
      else writeFileSync(unfinished, text);
    });
    return { kind: 'saved', notes };
  } catch (error) {
    if (signal.aborted || !isSystemError(error)) throw error;
    return { kind: 'problem', message: `\`${path}\` cannot be written: ${reasonOf(error)}` };
  }
}

/** The file system's own, or the database's about the file. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && ('syscall' in error || error.message.startsWith('IO Error'));
}

/** Without the code and without the name of the unfinished file, which nobody has asked for. */
function reasonOf({ message }: Error): string {
  const first = message.split('\n')[0] ?? '';
  return first.replace(/^E[A-Z0-9]+: /, '').replace(/, [a-z]+ '.*$/, '');
}
