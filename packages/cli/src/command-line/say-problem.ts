// One way to say that a command line is wrong.
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import { paintWith } from '../reporters/paint.js';
import { visibleLine } from '../reporters/visible-text.js';
import { wantsColour } from '../host.js';

/** `error: ...`, and below it what to do; the exit code is that of wrong usage. */
export function sayProblem(host: Host, message: string, help?: string): ExitCode {
  const paint = paintWith(wantsColour(host.err, host.env));
  host.err.write(`${paint('error', 'error')}: ${visibleLine(message)}\n`);
  if (help !== undefined) host.err.write(`  = ${paint('help', 'strong')}: ${visibleLine(help)}\n`);
  return EXIT.usage;
}
