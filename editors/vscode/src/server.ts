// The process of the language server that comes with the extension: `kpi lsp` without the rest of the command.
import { parseArgs } from 'node:util';
import { serveLsp } from '@sextant/cli/lsp';

const { values } = parseArgs({
  options: { stdio: { type: 'boolean' }, clientProcessId: { type: 'string' } },
  strict: true,
});
const { clientProcessId } = values;

void serveLsp({
  input: process.stdin,
  output: process.stdout,
  now: () => new Date(),
  clientProcessId: clientProcessId === undefined ? null : Number(clientProcessId),
}).then((ended) => {
  process.exitCode = ended;
});
