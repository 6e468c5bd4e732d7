// Writes a result to a file: a text as it is, or as Parquet where there is none.
import { writeFileSync } from 'node:fs';
import type { EnginePort, Result } from '../engine-port.js';
import { writeParquet } from './parquet.js';
import { isSystemError, systemReason } from './system-error.js';
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
    return { kind: 'problem', message: `\`${path}\` cannot be written: ${systemReason(error)}` };
  }
}
