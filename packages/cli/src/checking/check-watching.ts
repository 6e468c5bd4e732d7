// `kpi check --watch`: checks again whenever the texts have changed, until it is interrupted.
import { untilInterrupted } from '../asking/ask-project.js';
import { sayProblem } from '../command-line/say-problem.js';
import type { ExitCode } from '../exit-codes.js';
import { EXIT } from '../exit-codes.js';
import type { Host } from '../host.js';
import { selectProjects } from '../project/find-projects.js';
import { checkScopes } from './check-scopes.js';
import { checkSelected } from './check-once.js';
import { count } from './project-summary.js';
import type { CheckSettings } from './read-check-options.js';
import { watchFolders } from './watch-folders.js';

/** Screen and scrollback emptied, the cursor at the top. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

export async function checkWatching(paths: readonly string[], settings: CheckSettings, host: Host): Promise<ExitCode> {
  const first = selectProjects(paths, host.cwd);
  // Where nothing is, there is nothing to watch; what goes later may come back.
  if (first.kind === 'problem') return sayProblem(host, first.message, first.help);
  const roots = first.projects.map(({ root }) => root);
  let seen: string | null = null;

  const check = async (): Promise<void> => {
    const selected = selectProjects(paths, host.cwd);
    if (selected.kind === 'problem') {
      if (seen === selected.message) return;
      seen = selected.message;
      clear(host);
      sayProblem(host, selected.message, selected.help);
      return;
    }
    const scopes = await checkScopes(selected.projects, host);
    // Reports and backups lie beside definitions: not every change is one of theirs.
    const texts = JSON.stringify(scopes.map(({ read }) => [read.root, read.files, read.diagnostics, read.ignored]));
    if (texts === seen) return;
    seen = texts;
    clear(host);
    await checkSelected(selected.projects, scopes, settings, host);
    host.err.write(`watching ${count(scopes.flatMap(({ read }) => read.files).length, 'file')}; Ctrl-C ends\n`);
  };

  return untilInterrupted(host, async ({ signal, around }) =>
    around(async () => {
      let running = Promise.resolve();
      const ended = new Promise<void>((resolve, reject) => {
        signal.addEventListener('abort', () => resolve(), { once: true });
        // One after the other: a change during a check is looked at after it.
        const next = (): void => {
          running = running.then(() => (signal.aborted ? undefined : check()));
          running.catch(reject);
        };
        watchFolders(roots, next, signal);
        next();
      });
      await ended;
      return EXIT.interrupted;
    }),
  );
}

function clear({ out }: Pick<Host, 'out'>): void {
  if (out.isTerminal) out.write(CLEAR);
}
