// After the first visit the page works without a network. A page that a command on this machine serves needs no copy of itself.
import { servesFolder } from './folder.js';
import { set } from '../state/store.js';

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
