// The question of the result pane, asked of both engines.
import { set, state } from '../state/store.js';
import { openEngine } from './open-engine.js';

let controller: AbortController | null = null;

export async function checkAgreement(): Promise<void> {
  const { asked, asOf, engine, answers } = state.peek();
  if (answers.result.kind !== 'done') return;
  const { key } = answers.result;
  controller?.abort();
  const own = new AbortController();
  controller = own;
  set({ agreement: { kind: 'running', progress: null } });
  const worker = await openEngine();
  const reply = await worker.call(
    'agree',
    { asked, asOf, engine },
    {
      signal: own.signal,
      onProgress: (progress) => {
        if (controller === own) set({ agreement: { kind: 'running', progress } });
      },
    },
  );
  if (controller !== own) return;
  controller = null;
  switch (reply.kind) {
    case 'cancelled':
      set({ agreement: { kind: 'unknown' } });
      return;
    case 'failed':
      set({ agreement: { kind: 'failed', message: reply.message } });
      return;
    case 'value': {
      const { kind, cells, message, milliseconds } = reply.value;
      if (kind === 'agree') set({ agreement: { kind, key, milliseconds } });
      else if (kind === 'differ') set({ agreement: { kind, key, cells } });
      else set({ agreement: { kind, message: message ?? '' } });
    }
  }
}

export function stopAgreement(): void {
  controller?.abort();
}
