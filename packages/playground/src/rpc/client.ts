// The page's side of a worker: calls with a typed table, progress, and an end to what nobody waits for any more.
import type { FromWorker, Methods, Progress, Reply, ToWorker } from './messages.js';

export interface Client<M extends Methods<M>> {
  call<K extends keyof M & string>(method: K, params: M[K]['params'], how?: How): Promise<Reply<M[K]['result']>>;
  /** Ends the worker and everything that waits for it. */
  close(): void;
}

export interface How {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** The part of a worker that is needed here. */
export interface Port {
  readonly send: (message: ToWorker) => void;
  readonly listen: (onMessage: (message: FromWorker) => void, onError: (message: string) => void) => void;
  readonly end: () => void;
}

interface Waiting {
  readonly settle: (reply: Reply<unknown>) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

export function clientOf<M extends Methods<M>>(port: Port): Client<M> {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let broken: string | null = null;
  const settle = (id: number, reply: Reply<unknown>): void => {
    const one = waiting.get(id);
    waiting.delete(id);
    one?.settle(reply);
  };
  const take = (message: FromWorker): void => {
    if (message.kind === 'progress') waiting.get(message.id)?.onProgress?.(message.progress);
    else settle(message.id, message.reply);
  };
  port.listen(take, (message) => {
    broken = message;
    for (const id of waiting.keys()) settle(id, { kind: 'failed', message });
  });
  return {
    call: <K extends keyof M & string>(method: K, params: M[K]['params'], { signal, onProgress }: How = {}) => {
      if (signal?.aborted === true) return Promise.resolve({ kind: 'cancelled' });
      if (broken !== null) return Promise.resolve({ kind: 'failed', message: broken });
      const id = ++last;
      return new Promise<Reply<M[K]['result']>>((resolve) => {
        // The table says what a method gives; the worker is written against the same table.
        waiting.set(id, { settle: (reply) => resolve(reply), onProgress });
        signal?.addEventListener('abort', () => {
          if (!waiting.has(id)) return;
          port.send({ kind: 'cancel', id });
          settle(id, { kind: 'cancelled' });
        });
        port.send({ kind: 'request', id, method, params });
      });
    },
    close: () => {
      port.end();
      broken = 'the worker was ended';
      for (const id of waiting.keys()) settle(id, { kind: 'cancelled' });
    },
  };
}
