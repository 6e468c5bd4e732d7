// The server on two streams of Node, such as those of its own process. The library's own entry for Node is not used: it looks after
// processes by timers, and ends its own.
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver';
import { serve } from './connection.js';
import type { ServerHost } from './host.js';

/** Ends when the client says so, or is gone: with 0 where it said before that it would. */
export function serveOverStreams(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  host: ServerHost,
): Promise<0 | 1> {
  return new Promise((resolve) => {
    let stop = (): void => undefined;
    const end = (): void => {
      stop();
      resolve(watchDog.shutdownReceived ? 0 : 1);
    };
    const watchDog = { shutdownReceived: false, initialize: () => undefined, exit: end };
    const connection = createConnection(
      (logger) => createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output), logger),
      watchDog,
      ProposedFeatures.all,
    );
    // A client that was killed says nothing, but its end of the pipe is closed.
    input.on('end', end);
    input.on('close', end);
    stop = serve(connection, host);
    connection.listen();
  });
}
