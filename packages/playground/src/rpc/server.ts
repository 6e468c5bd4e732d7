// The worker's side: one request after the other, in the order in which they come, without those that were taken back.
import type { FromWorker, Methods, Progress, ToWorker } from './messages.js';

export interface Call {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

export type Handlers<M extends Methods<M>> = {
  readonly [K in keyof M]: (params: M[K]['params'], call: Call) => M[K]['result'] | Promise<M[K]['result']>;
};

export interface Line {
  /** For every message that comes in. */
  receive(message: ToWorker): void;
}

export function serve<M extends Methods<M>>(handlers: Handlers<M>, send: (message: FromWorker) => void): Line {
  const queue: Extract<ToWorker, { readonly kind: 'request' }>[] = [];
  let running: { readonly id: number; readonly controller: AbortController } | null = null;
  // Between two requests the worker looks at its post: a request that was taken back meanwhile is never begun.
  const later = (): void => void setTimeout(() => void next(), 0);

  async function next(): Promise<void> {
    if (running !== null) return;
    const request = queue.shift();
    if (request === undefined) return;
    const { id, method, params } = request;
    const controller = new AbortController();
    running = { id, controller };
    try {
      const value = await run(method, params, {
        signal: controller.signal,
        progress: (progress) => send({ kind: 'progress', id, progress }),
      });
      send({ kind: 'answer', id, reply: { kind: 'value', value } });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      send({
        kind: 'answer',
        id,
        reply: controller.signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', message },
      });
    } finally {
      running = null;
      later();
    }
  }

  function run(method: string, params: unknown, call: Call): unknown {
    if (!(method in handlers)) throw new Error(`there is no method \`${method}\``);
    const handler = handlers[method as keyof M];
    return handler(params, call);
  }

  return {
    receive: (message) => {
      if (message.kind === 'request') {
        queue.push(message);
        later();
        return;
      }
      const at = queue.findIndex(({ id }) => id === message.id);
      if (at !== -1) queue.splice(at, 1);
      if (running?.id === message.id) running.controller.abort();
    },
  };
}
