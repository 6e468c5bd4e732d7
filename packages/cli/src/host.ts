// What a command may know of the world around it; main.ts fills it in, tests fake it.

export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; 100 where there is none. */
  readonly columns: number;
}

export interface Host {
  readonly out: Output;
  readonly err: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  /** The user's own folder, absolute. */
  readonly home: string;
  readonly now: () => Date;
  /**
   * Runs work that can be interrupted: Ctrl-C aborts the signal, and it is for the work to end soon. Everywhere else Ctrl-C
   * ends the process at once.
   */
  readonly interruptible: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
}

/** https://no-color.org: any text but the empty one. */
export function wantsColour(output: Output, env: Host['env']): boolean {
  return output.isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}
