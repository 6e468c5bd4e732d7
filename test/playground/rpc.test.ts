// Page and worker: answers find their questions, what was taken back is not begun, and faults are said.
import { expect, test } from 'vitest';
import { clientOf, type Client, type Port } from '../../packages/playground/src/rpc/client.js';
import type { FromWorker, Progress } from '../../packages/playground/src/rpc/messages.js';
import { serve, type Handlers } from '../../packages/playground/src/rpc/server.js';

interface Table {
  readonly double: { readonly params: number; readonly result: number };
  readonly wait: { readonly params: null; readonly result: string };
  readonly fail: { readonly params: null; readonly result: null };
}

function connected(handlers: Handlers<Table>): Client<Table> {
  let hear: (message: FromWorker) => void = () => {};
  const line = serve(handlers, (message) => setTimeout(() => hear(message), 0));
  const port: Port = {
    send: (message) => line.receive(message),
    listen: (onMessage) => {
      hear = onMessage;
    },
    end: () => {},
  };
  return clientOf<Table>(port);
}

const handlers: Handlers<Table> = {
  double: (n, { progress }) => {
    progress({ doing: 'doubling', share: 0.5 });
    return n * 2;
  },
  wait: (_, { signal }) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve('stopped'));
    }),
  fail: () => {
    throw new Error('broken');
  },
};

test('answers, progress and faults', async () => {
  const client = connected(handlers);
  const seen: Progress[] = [];
  const answers = await Promise.all([
    client.call('double', 2, { onProgress: (one) => seen.push(one) }),
    client.call('double', 5),
    client.call('fail', null),
  ]);
  expect(answers).toEqual([
    { kind: 'value', value: 4 },
    { kind: 'value', value: 10 },
    { kind: 'failed', message: 'broken' },
  ]);
  expect(seen).toEqual([{ doing: 'doubling', share: 0.5 }]);
});

test('what is taken back ends, what waits behind it goes on, and what was not begun never is', async () => {
  const begun: number[] = [];
  const client = connected({
    ...handlers,
    double: (n) => {
      begun.push(n);
      return n * 2;
    },
  });
  const [first, second] = [new AbortController(), new AbortController()];
  const waiting = client.call('wait', null, { signal: first.signal });
  const never = client.call('double', 1, { signal: second.signal });
  const last = client.call('double', 2);
  second.abort();
  first.abort();
  expect(await waiting).toEqual({ kind: 'cancelled' });
  expect(await never).toEqual({ kind: 'cancelled' });
  expect(await last).toEqual({ kind: 'value', value: 4 });
  expect(begun).toEqual([2]);
});

test('a worker that was ended answers nobody any more', async () => {
  const client = connected(handlers);
  const waiting = client.call('wait', null);
  client.close();
  expect(await waiting).toEqual({ kind: 'cancelled' });
  expect(await client.call('double', 1)).toMatchObject({ kind: 'failed' });
});
