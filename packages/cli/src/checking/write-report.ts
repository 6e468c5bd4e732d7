// Writes a report to a file, and says so.
import { writeFileSync } from 'node:fs';
import { sayProblem } from '../command-line/say-problem.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import { isSystemError, systemReason } from '../results/system-error.js';
import { writeOutput } from '../results/write-output.js';

/** `what` is in it: `3 findings`. */
export async function writeReport(
  { path, shown }: { readonly path: string; readonly shown: string },
  text: string,
  what: string,
  host: Host,
): Promise<ExitCode> {
  try {
    await writeOutput(path, new AbortController().signal, async (unfinished) => writeFileSync(unfinished, text));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return sayProblem(host, `\`${shown}\` cannot be written: ${systemReason(error)}`);
  }
  host.err.write(`wrote ${shown}: ${what}\n`);
  return EXIT.fine;
}
