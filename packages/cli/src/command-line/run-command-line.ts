// From arguments to a command that runs, and from what it throws to an exit code.
import { backendProblem } from './backend-problem.js';
import { commandHelp, overview } from './help.js';
import { didYouMeanHelp } from '@sextant/parser';
import { readArguments } from './read-arguments.js';
import { sayProblem } from './say-problem.js';
import { commands } from '../commands/registry.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import { VERSION } from '../version.js';

export async function runCommandLine(args: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await run(args, host);
  } catch (error) {
    const problem = backendProblem(error);
    if (problem !== null) {
      host.err.write(`error[KPI9003]: ${problem.message}\n  = help: ${problem.help}\n`);
      return EXIT.usage;
    }
    sayInternalError(error, host);
    return EXIT.internal;
  }
}

export function sayInternalError(error: unknown, host: Pick<Host, 'err' | 'env'>): void {
  const message = error instanceof Error ? error.message : String(error);
  host.err.write(`error[KPI9001]: internal error: ${message.split('\n')[0] ?? ''}\n`);
  if ((host.env['KPI_DEBUG'] ?? '') !== '') host.err.write(`${error instanceof Error ? error.stack : ''}\n`);
  else host.err.write('  = help: this is a bug of ours; KPI_DEBUG=1 shows where\n');
}

async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  const [first, ...rest] = args;
  switch (first) {
    case undefined:
      host.err.write(overview(commands, VERSION));
      return EXIT.usage;
    case '--version':
    case '-V':
      host.out.write(`${VERSION}\n`);
      return EXIT.fine;
    case '--help':
    case '-h':
      host.out.write(overview(commands, VERSION));
      return EXIT.fine;
    case 'help': {
      if (rest.length > 0) return run([...rest.slice(0, 1), '--help'], host);
      host.out.write(overview(commands, VERSION));
      return EXIT.fine;
    }
  }
  const command = commands.find(({ name }) => name === first);
  if (command === undefined) {
    const names = commands.map(({ name }) => name);
    const help = didYouMeanHelp(first, names) ?? `commands: ${names.join(', ')}`;
    return sayProblem(host, `unknown ${first.startsWith('-') ? 'option' : 'command'} \`${first}\``, help);
  }
  const read = readArguments(rest, command);
  switch (read.kind) {
    case 'help':
      host.out.write(commandHelp(command));
      return EXIT.fine;
    case 'problem':
      return sayProblem(host, read.message, read.help ?? `\`kpi ${command.name} --help\` shows what it takes`);
    case 'read':
      return command.run(read.invocation, host);
  }
}
