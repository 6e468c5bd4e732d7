// Does a piece of work again whenever what it reads has changed, until it is interrupted.
import { untilInterrupted } from '../asking/ask-project.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import { count } from './project-summary.js';
import { watchFolders } from './watch-folders.js';

export interface Watched {
  /** All that the work depends on, as texts. Reports and backups lie beside definitions: not every change is one of it. */
  readonly state: () => readonly string[];
  readonly run: () => Promise<unknown>;
  /** How many files are read. */
  readonly files: () => number;
}

/** Screen and scrollback emptied, the cursor at the top. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

export function watching(roots: readonly string[], host: Host, watched: Watched): Promise<ExitCode> {
  let seen: readonly string[] | null = null;
  const look = async (): Promise<void> => {
    const state = watched.state();
    const before = seen;
    if (before?.length === state.length && state.every((text, i) => text === before[i])) return;
    seen = state;
    if (host.out.isTerminal) host.out.write(CLEAR);
    await watched.run();
    host.err.write(`watching ${count(watched.files(), 'file')}; Ctrl-C ends\n`);
  };
  return untilInterrupted(host, ({ signal, around }) =>
    around(async () => {
      await new Promise<void>((resolve, reject) => {
        let running = Promise.resolve();
        // One after the other: a change during the work is looked at after it.
        const next = (): void => {
          running = running.then(() => (signal.aborted ? undefined : look()));
          running.catch(reject);
        };
        signal.addEventListener('abort', () => void running.finally(resolve), { once: true });
        watchFolders(roots, next, signal);
        next();
      });
      return EXIT.interrupted;
    }),
  );
}
