// Who computes: what suits the size of the data, or one of the two engines.
import type { VNode } from 'preact';
import type { EngineChoice } from '../state/app-state.js';
import { set, state } from '../state/store.js';

export function EngineChooser(): VNode {
  const { engine } = state.value;
  return (
    <label class="engine-choice" title="who computes the numbers; both say the same, to the last digit">
      <span>engine</span>
      <select value={engine} onChange={(event) => set({ engine: choiceOf(event.currentTarget.value) })}>
        <option value="auto">automatic</option>
        <option value="reference">reference</option>
        <option value="duckdb">DuckDB</option>
      </select>
    </label>
  );
}

function choiceOf(text: string): EngineChoice {
  return text === 'reference' || text === 'duckdb' ? text : 'auto';
}
