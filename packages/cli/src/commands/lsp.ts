// `kpi lsp`: the language server, for editors.
import { pathToFileURL } from 'node:url';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { todayIn } from '../asking/today.js';
import { bundledFolder } from '../bundled-folder.js';
import { defineCommand } from '../command-line/command.js';
import { sayProblem } from '../command-line/say-problem.js';
import { EXIT } from '../exit-codes.js';
import { disk, pathOfUri, uriOfPath } from '../lsp/disk.js';
import { whileAlive } from '../lsp/while-alive.js';
import { VERSION } from '../version.js';

export const lsp = defineCommand({
  name: 'lsp',
  summary: 'serve an editor over the Language Server Protocol',
  usage: '[options]',
  most: 0,
  description: [
    'Speaks the Language Server Protocol on standard input and output: diagnostics, completion, hover, definition, references, ' +
      'rename, quick fixes, formatting, semantic tokens, inlay hints, folding, outline and signatures. Editors start it; ' +
      'docs/editors.md says how.',
  ],
  options: {
    stdio: { kind: 'flag', help: 'over standard input and output, the only way there is' },
    clientProcessId: { kind: 'text', value: 'PID', help: 'the editor’s process: the server ends with it' },
  },
  example: ['kpi lsp --stdio'],
  run: async ({ options: { clientProcessId } }, host) => {
    if (host.streams === undefined) return sayProblem(host, 'there is no input to serve');
    if (clientProcessId !== null && !/^\d{1,10}$/.test(clientProcessId))
      return sayProblem(host, `\`${clientProcessId}\` is no number of a process`);
    // The protocol's library is loaded by nothing else.
    const { serveOverStreams } = await import('@sextant/language-server');
    const { input, output } = host.streams();
    const pages = bundledFolder('errors', 'docs/errors');
    const served = serveOverStreams(input, output, {
      disk,
      pathOf: pathOfUri,
      uriOf: uriOfPath,
      pageOf: (code) => {
        const path = pages === null ? null : join(pages, `${code}.md`);
        return path === null || !existsSync(path) ? null : pathToFileURL(path).href;
      },
      today: () => todayIn('UTC', host.now()),
      later: (work, milliseconds) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
      version: VERSION,
    });
    const ended = await whileAlive(clientProcessId === null ? null : Number(clientProcessId), served);
    input.destroy();
    return ended === 0 ? EXIT.fine : EXIT.findings;
  },
});
