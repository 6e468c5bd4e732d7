// The command's edge to the world: arguments, streams, clock, signals and the exit code meet here and nowhere else.
import { homedir } from 'node:os';
import { runCommandLine, sayInternalError } from './command-line/run-command-line.js';
import { EXIT } from './exit-codes.js';
import type { Host, Output } from './host.js';

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : 100,
  };
}

async function input(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

async function listening<T>(onInterrupt: () => void, work: () => Promise<T>): Promise<T> {
  let asked = false;
  const onSignal = (): void => {
    // Whoever asks twice does not want to wait for a clean end.
    if (asked) process.exit(EXIT.interrupted);
    asked = true;
    onInterrupt();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    return await work();
  } finally {
    // A signal that came with the end of the work is still heard.
    await new Promise((resolve) => void setImmediate(resolve));
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

const host: Host = {
  out: outputOf(process.stdout),
  err: outputOf(process.stderr),
  input,
  streams: () => ({ input: process.stdin, output: process.stdout }),
  env: process.env,
  cwd: process.cwd(),
  home: homedir(),
  now: () => new Date(),
  listening,
};

// `kpi eval ... | head`: the reader has seen enough.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? EXIT.fine : EXIT.internal);
  });
}
process.on('uncaughtException', (error) => {
  sayInternalError(error, host);
  process.exit(EXIT.internal);
});

process.exitCode = await runCommandLine(process.argv.slice(2), host);
