// What the panes last computed is told to the language worker: whoever points at a metric or a KPI sees what it is worth.
import { effect } from '@preact/signals';
import { state } from '../state/store.js';
import { valuesIn } from './values-in.js';
import { languageWorker } from './workers.js';

export function keepValued(): void {
  let sent = '';
  effect(() => {
    const now = state.value;
    const values = valuesIn(now);
    const text = JSON.stringify([now.project.id, values]);
    if (text === sent) return;
    sent = text;
    void languageWorker().call('values', { values });
  });
}
