// One language server at a time, from the first file that needs it.
import type { LanguageClient } from 'vscode-languageclient/node';

export interface ServerKeeper {
  /** Does nothing where one runs. */
  readonly start: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export function serverKeeper(make: () => LanguageClient): ServerKeeper {
  let running: LanguageClient | null = null;
  // One after the other: a setting may change while a server starts.
  let last: Promise<void> = Promise.resolve();
  const then = (step: () => Promise<void>): Promise<void> => {
    const done = last.then(step);
    last = done.catch(() => undefined);
    return done;
  };

  const begin = async (): Promise<void> => {
    if (running !== null) return;
    const client = make();
    try {
      await client.start();
      running = client;
    } catch {
      // The client has said why.
      await client.dispose().catch(() => undefined);
    }
  };
  const end = async (): Promise<void> => {
    const client = running;
    running = null;
    // One that has crashed cannot be stopped.
    await client?.dispose().catch(() => undefined);
  };

  return {
    start: () => then(begin),
    restart: () =>
      then(async () => {
        await end();
        await begin();
      }),
    stop: () => then(end),
  };
}
