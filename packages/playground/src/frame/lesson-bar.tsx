// What the open example teaches, what to try, and the way to the next one.
import type { VNode } from 'preact';
import { gallery } from '../project/gallery.js';
import { openExample } from '../project/open-example.js';
import { Icon } from '../parts/icon.jsx';
import { ticked } from '../parts/ticked.jsx';
import { set, state } from '../state/store.js';

export function LessonBar(): VNode | null {
  const { project, lessonOpen } = state.value;
  const { origin } = project;
  const at = origin.kind === 'example' ? gallery.findIndex(({ id }) => id === origin.id) : -1;
  const entry = gallery[at];
  if (entry === undefined || entry.steps.length === 0) return null;
  const next = gallery[at + 1];
  return (
    <section class="lesson" aria-label="About this example">
      <div class="lesson-top">
        <button
          type="button"
          class="lesson-head"
          aria-expanded={lessonOpen}
          aria-controls="lesson-steps"
          onClick={() => set({ lessonOpen: !lessonOpen })}
        >
          <Icon name={lessonOpen ? 'down' : 'right'} size={14} />
          <span>
            <strong>{entry.lesson === null ? entry.title : `${entry.lesson}. ${entry.title}`}</strong>{' '}
            <span class="teaches">{entry.teaches}</span>
          </span>
        </button>
        {next === undefined ? null : (
          <button type="button" class="next-lesson" title={next.title} onClick={() => void openExample(next.id)}>
            <span class="hidden">Next: {next.title}</span>
            <span aria-hidden="true">Next</span>
            <Icon name="right" size={14} />
          </button>
        )}
      </div>
      <ol id="lesson-steps" class={entry.steps.length === 1 ? 'steps one' : 'steps'} hidden={!lessonOpen}>
        {entry.steps.map((step) => (
          <li key={step}>{ticked(step)}</li>
        ))}
      </ol>
    </section>
  );
}
