// Asks the language worker about a model: with what is typed sent before, and without an answer about an older text.
import type { Method, Params, Result } from '@sextant/language-service';
import { flushEdits } from '../../flow/keep-checked.js';
import { languageWorker } from '../../flow/workers.js';
import type { monaco } from '../setup.js';

export async function ask<M extends Exclude<Method, 'diagnostics'>>(
  model: monaco.editor.ITextModel,
  method: M,
  params: Params<M>,
  token: monaco.CancellationToken,
): Promise<Result<M> | null> {
  flushEdits();
  const version = model.getVersionId();
  const controller = new AbortController();
  const listening = token.onCancellationRequested(() => controller.abort());
  try {
    const reply = await languageWorker().call('service', { method, params }, { signal: controller.signal });
    if (reply.kind !== 'value' || model.isDisposed() || model.getVersionId() !== version) return null;
    // The worker answers by the table that the method and its parameters are of.
    return reply.value as Result<M>;
  } finally {
    listening.dispose();
  }
}
