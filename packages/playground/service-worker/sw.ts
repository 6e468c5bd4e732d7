// Keeps the page working without a network: what belongs to it is stored when it is first opened, and served from there.
/// <reference lib="webworker" />

declare const __VERSION__: string;
declare const __PATHS__: readonly string[];
/** What is kept once it was used, or when somebody wants it. */
declare const __REST__: { readonly paths: readonly string[]; readonly bytes: number };
declare const self: ServiceWorkerGlobalScope;

const CACHE = `sextant-${__VERSION__}`;

self.addEventListener('install', (event) => {
  // By their hashes assets never change, so what the browser has of them already is right.
  const store = async (): Promise<void> => {
    const cache = await caches.open(CACHE);
    await cache.addAll(__PATHS__.map((path) => new Request(path, { cache: path === './' ? 'reload' : 'default' })));
    await self.skipWaiting();
  };
  event.waitUntil(store());
});

self.addEventListener('activate', (event) => {
  const clean = async (): Promise<void> => {
    for (const name of await caches.keys()) {
      if (name.startsWith('sextant-') && name !== CACHE) await caches.delete(name);
    }
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  event.respondWith(answer(request, url));
});

/** `rest`: is it kept? `keep-rest`: keep it. */
self.addEventListener('message', (event) => {
  const [port] = event.ports;
  const reply = async (): Promise<void> => {
    const cache = await caches.open(CACHE);
    const found = await Promise.all(__REST__.paths.map((path) => cache.match(path)));
    const missing = __REST__.paths.filter((_, i) => found[i] === undefined);
    if (event.data === 'keep-rest') await cache.addAll(missing);
    port?.postMessage({ kept: missing.length === 0 || event.data === 'keep-rest', bytes: __REST__.bytes });
  };
  event.waitUntil(reply().catch(() => port?.postMessage(null)));
});

async function answer(request: Request, url: URL): Promise<Response> {
  const cache = await caches.open(CACHE);
  // The page itself may be newer on the server; what it refers to has its hash in its name.
  if (request.mode === 'navigate') {
    const here = new URL('./', self.location.href).href;
    try {
      const fresh = await fetch(request);
      if (fresh.ok && url.href.split(/[?#]/)[0] === here) await cache.put('./', fresh.clone());
      return fresh;
    } catch {
      return (await cache.match('./')) ?? Response.error();
    }
  }
  const known = await cache.match(request, { ignoreSearch: true });
  if (known !== undefined) return known;
  const fetched = await fetch(request);
  if (fetched.ok && url.pathname.includes('/assets/')) await cache.put(request, fetched.clone());
  return fetched;
}
