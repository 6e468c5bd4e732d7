// On narrow screens one side is seen at a time.
import type { VNode } from 'preact';
import { set, state } from '../state/store.js';

export function SideSwitch(): VNode {
  const { side } = state.value;
  return (
    <nav class="side-switch" aria-label="What is shown">
      <button type="button" aria-pressed={side === 'editor'} onClick={() => set({ side: 'editor' })}>
        Definitions
      </button>
      <button type="button" aria-pressed={side === 'answers'} onClick={() => set({ side: 'answers' })}>
        Answers
      </button>
    </nav>
  );
}
