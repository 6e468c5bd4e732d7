// The frame of every answer: what is being computed, what went wrong, and what there is to be seen meanwhile.
import type { ComponentChildren, VNode } from 'preact';
import { cancel, askAgain, lastOf } from '../flow/keep-answered.js';
import type { Answer, Answers, EngineName } from '../state/app-state.js';
import { set, state } from '../state/store.js';
import { Empty } from './empty.jsx';
import { EngineChooser } from './engine-chooser.jsx';
import { Findings } from './findings.js';
import { Icon } from './icon.js';

interface Props<T> {
  readonly pane: keyof Answers;
  readonly answer: Answer<T>;
  /** What is shown where there is nothing to be asked. */
  readonly empty: ComponentChildren;
  readonly children: (value: T) => ComponentChildren;
}

export function AnswerFrame<T>({ pane, answer, empty, children }: Props<T>): VNode {
  const { errors } = state.value.checked;
  const last = lastOf(answer);
  if (answer.kind === 'refused') return <Refused findings={answer.findings} />;
  if (answer.kind === 'failed')
    return (
      <div class="message bad" role="alert">
        <p>This could not be computed: {answer.message}</p>
        <button type="button" class="plain" onClick={askAgain}>
          Try again
        </button>
      </div>
    );
  if (last === null && answer.kind !== 'running' && answer.kind !== 'cancelled')
    return errors > 0 ? <WaitsForErrors errors={errors} /> : <>{empty}</>;
  return (
    <>
      {answer.kind === 'running' ? <Busy pane={pane} answer={answer} /> : null}
      {answer.kind === 'cancelled' ? (
        <div class="message" role="status">
          <p>Cancelled.</p>
          <button type="button" class="plain" onClick={askAgain}>
            Compute again
          </button>
          <EngineChooser />
        </div>
      ) : null}
      {errors > 0 && last !== null ? (
        <div class="message" role="status">
          <Icon name="warn" />
          <p>
            {errors === 1 ? 'There is 1 error in the definitions' : `There are ${errors} errors in the definitions`}:
            this is how it was before.
          </p>
          <button type="button" class="plain" onClick={showProblems}>
            Show
          </button>
        </div>
      ) : null}
      {last === null ? null : (
        <div class={answer.kind === 'done' && errors === 0 ? '' : 'outdated'}>{children(last.value)}</div>
      )}
    </>
  );
}

export const ENGINE_WORDS: Readonly<Record<EngineName, string>> = {
  reference: 'the reference evaluator',
  duckdb: 'DuckDB',
};

function Busy<T>({ pane, answer }: { pane: keyof Answers; answer: Extract<Answer<T>, { kind: 'running' }> }): VNode {
  const { progress } = answer;
  return (
    <div class={`busy ${answer.before === null ? 'first' : ''}`} role="status">
      <progress
        aria-label="progress"
        {...(progress?.share === null || progress === null ? {} : { value: progress.share, max: 1 })}
      />
      <span class="doing">{progress === null || progress.doing === '' ? 'Computing' : progress.doing}</span>
      <button type="button" class="plain" onClick={() => cancel(pane)}>
        <Icon name="stop" size={14} /> Cancel
      </button>
    </div>
  );
}

function Refused({ findings }: { findings: Parameters<typeof Findings>[0]['findings'] }): VNode {
  return (
    <div class="message bad refused" role="alert">
      <h2>
        <span class="mark error" aria-hidden="true">
          ✕
        </span>
        This cannot be answered
      </h2>
      <Findings findings={findings} />
    </div>
  );
}

function showProblems(): void {
  set({ bottom: { open: true, tab: 'problems' }, side: 'editor' });
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.problems .jump')?.focus());
}

function WaitsForErrors({ errors }: { errors: number }): VNode {
  return (
    <Empty icon="warn" title={errors === 1 ? '1 error in the definitions' : `${errors} errors in the definitions`}>
      <p>Numbers are computed once there is none: a wrong definition has no right number.</p>
      <p class="row">
        <button type="button" class="plain" onClick={showProblems}>
          Show what is wrong
        </button>
      </p>
    </Empty>
  );
}
