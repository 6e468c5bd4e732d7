// After the first visit the page works without a network. A page that a command on this machine serves needs no copy of itself.
import { set } from '../state/store.js';
import { servesFolder } from './folder.js';
import { isObject } from './link-text.js';

export function keepOffline(): void {
  if (!import.meta.env.PROD || servesFolder() || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker
    .register('sw.js')
    .then(() => navigator.serviceWorker.ready)
    .then(() => set({ offline: 'ready' }))
    .catch(() => {
      // A server without TLS, or a browser that forbids it: then the page needs its server.
    });
}

/** The large parts, which are kept once they were used. */
export interface Rest {
  readonly kept: boolean;
  readonly bytes: number;
}

/** `keep`: fetches what is not kept yet. Null where that cannot be had. */
export async function restOffline(keep: boolean): Promise<Rest | null> {
  const { active } = await navigator.serviceWorker.ready;
  if (active === null) return null;
  const { port1, port2 } = new MessageChannel();
  const reply = new Promise<unknown>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data);
  });
  active.postMessage(keep ? 'keep-rest' : 'rest', [port2]);
  const found = await reply;
  port1.close();
  if (!isObject(found)) return null;
  const { kept, bytes } = found;
  return typeof kept === 'boolean' && typeof bytes === 'number' ? { kept, bytes } : null;
}
