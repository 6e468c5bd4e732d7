// Who computed an answer, how long it took, and whether the other engine says the same.
import type { VNode } from 'preact';
import type { Answers } from '../state/app-state.js';
import { state } from '../state/store.js';
import { ENGINE_WORDS } from './answer.jsx';
import { EngineChooser } from './engine-chooser.jsx';

export function AnswerFoot({ pane }: { readonly pane: keyof Answers }): VNode | null {
  const answer = state.value.answers[pane];
  if (answer.kind !== 'done' || answer.engine === null) return null;
  return (
    <p class="foot soft">
      <span>
        computed by {ENGINE_WORDS[answer.engine]} in {timeWords(answer.milliseconds)}
      </span>
      <EngineChooser />
    </p>
  );
}

export function timeWords(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
