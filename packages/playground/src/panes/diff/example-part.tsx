// A few rows that show what a change of a number means, as a test: what it was over them, and what it is now.
import type { VNode } from 'preact';
import { cancel } from '../../flow/keep-answered.js';
import { copyText } from '../../parts/copy-text.js';
import { Icon } from '../../parts/icon.jsx';
import { state } from '../../state/store.js';

/** What is shown belongs to the edits as they are, so that nothing is shown while others are looked for. */
export function ExamplePart({ change }: { readonly change: string }): VNode | null {
  const { examples } = state.value.answers;
  const example = examples.kind === 'done' ? examples.value.examples.find((one) => one.change === change) : undefined;
  if (example === undefined) return null;
  if (example.kind === 'none')
    return (
      <p class="soft diff-example">
        In {example.trials.toLocaleString('en')} trials over made-up rows no difference was found; that is no proof that
        there is none.
      </p>
    );
  const { of, before, after, onlyReason, test } = example;
  return (
    <section class="diff-example" aria-label="Example">
      <p>
        <span class="soft">over a few rows{of === '' ? '' : `, ${of}`}:</span> <code>{before}</code>{' '}
        <span aria-hidden="true">→</span>
        <span class="hidden">becomes</span> <code>{after}</code>
        {onlyReason ? <span class="soft"> (no value either way, for another reason)</span> : null}
      </p>
      <details>
        <summary>The rows, as a test</summary>
        <pre tabIndex={0} aria-label="The rows, as a test">
          {test}
        </pre>
        <button type="button" class="plain" onClick={() => void copyText(test, 'the test')}>
          <Icon name="copy" size={14} /> Copy the test
        </button>
      </details>
    </section>
  );
}

/** That rows are looked for, above the changes. */
export function ExamplesWork(): VNode | null {
  const { examples } = state.value.answers;
  if (examples.kind !== 'running') return null;
  const { progress } = examples;
  return (
    <p class="busy" role="status">
      <progress
        aria-label="progress"
        {...(progress?.share === null || progress === null ? {} : { value: progress.share, max: 1 })}
      />
      <span class="doing">{progress?.doing ?? 'looking for rows that show the difference'}</span>
      <button type="button" class="plain" onClick={() => cancel('examples')}>
        <Icon name="stop" size={14} /> Cancel
      </button>
    </p>
  );
}
