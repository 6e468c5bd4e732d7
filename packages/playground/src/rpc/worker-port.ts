// Inside a worker: its messages to a line, and the line's to the page.
import type { ToWorker } from './messages.js';
import { serve, type Handlers } from './server.js';
import type { Methods } from './messages.js';

export function serveWorker<M extends Methods<M>>(handlers: Handlers<M>): void {
  const line = serve(handlers, (message) => self.postMessage(message));
  self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => line.receive(data));
}
