// What a command may know of the world around it; main.ts fills it in, tests fake it.

import type { Readable, Writable } from 'node:stream';

export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; 100 where there is none. */
  readonly columns: number;
}

export interface Host {
  readonly out: Output;
  readonly err: Output;
  /** All of what comes in, up to its end. */
  readonly input: () => Promise<string>;
  /** The bytes themselves, for who speaks a protocol on them; there are none in tests. */
  readonly streams?: () => { readonly input: Readable; readonly output: Writable };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  /** The user's own folder, absolute. */
  readonly home: string;
  readonly now: () => Date;
  /**
   * Calls `onInterrupt` for Ctrl-C while the work runs, for it to end soon and cleanly. At all other times Ctrl-C ends the
   * process at once: nothing could listen while it computes, and there is nothing to be cleaned up.
   */
  readonly listening: <T>(onInterrupt: () => void, work: () => Promise<T>) => Promise<T>;
}

/** https://no-color.org: any text but the empty one. */
export function wantsColour(output: Output, env: Host['env']): boolean {
  return output.isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}
