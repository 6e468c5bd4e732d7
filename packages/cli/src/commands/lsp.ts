// `kpi lsp`: the language server, for editors.
import { defineCommand } from '../command-line/command.js';
import { sayProblem } from '../command-line/say-problem.js';
import { EXIT } from '../exit-codes.js';

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
    const { serveLsp } = await import('../lsp/serve-lsp.js');
    const ended = await serveLsp({
      ...host.streams(),
      now: host.now,
      clientProcessId: clientProcessId === null ? null : Number(clientProcessId),
    });
    return ended === 0 ? EXIT.fine : EXIT.findings;
  },
});
