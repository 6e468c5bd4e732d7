// The two workers: one reads definitions, one computes. Each is started when it is first needed.
import { clientOf, type Client, type Port } from '../rpc/client.js';
import type { FromWorker } from '../rpc/messages.js';
import type { EngineMethods } from '../engine/methods.js';
import type { LanguageMethods } from '../language/methods.js';

let language: Client<LanguageMethods> | null = null;
let engine: Client<EngineMethods> | null = null;

export function languageWorker(): Client<LanguageMethods> {
  language ??= clientOf<LanguageMethods>(
    portOf(
      new Worker(new URL('../language/language.worker.ts', import.meta.url), { type: 'module', name: 'language' }),
    ),
  );
  return language;
}

export function engineWorker(): Client<EngineMethods> {
  engine ??= clientOf<EngineMethods>(
    portOf(new Worker(new URL('../engine/engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' })),
  );
  return engine;
}

/** What computes without pause hears nothing: it is ended, and begins anew when it is asked again. */
export function endEngine(): void {
  engine?.close();
  engine = null;
}

function portOf(worker: Worker): Port {
  return {
    send: (message) => worker.postMessage(message),
    listen: (onMessage, onError) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => onMessage(data));
      worker.addEventListener('error', ({ message }) =>
        onError(message === '' ? 'the worker could not be started' : message),
      );
    },
    end: () => worker.terminate(),
  };
}
