// The language server over two streams, with the files and the clock of this machine. The command and the extension of VS Code start it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serveOverStreams } from '@sextant/language-server';
import { todayIn } from '../asking/today.js';
import { bundledFolder } from '../bundled-folder.js';
import { VERSION } from '../version.js';
import { disk, pathOfUri, uriOfPath } from './disk.js';
import { whileAlive } from './while-alive.js';

export interface LspOptions {
  readonly input: NodeJS.ReadableStream & { readonly destroy: () => unknown };
  readonly output: NodeJS.WritableStream;
  readonly now: () => Date;
  /** The editor's process, with which the server ends; null where the streams alone say it. */
  readonly clientProcessId: number | null;
}

/** Ends with 0 where the client said that it would, and with 1 where it is gone. */
export async function serveLsp({ input, output, now, clientProcessId }: LspOptions): Promise<0 | 1> {
  // What a diagnostic leads to, without a network.
  const pages = bundledFolder('errors', 'docs/errors');
  const served = serveOverStreams(input, output, {
    disk,
    pathOf: pathOfUri,
    uriOf: uriOfPath,
    pageOf: (code) => {
      const path = pages === null ? null : join(pages, `${code}.md`);
      return path === null || !existsSync(path) ? null : pathToFileURL(path).href;
    },
    today: () => todayIn('UTC', now()),
    later: (work, milliseconds) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    version: VERSION,
  });
  const ended = await whileAlive(clientProcessId, served);
  input.destroy();
  return ended;
}
