// Both engines asked the same: they must say the same, to the last digit.
import type { VNode } from 'preact';
import { checkAgreement, stopAgreement } from '../../flow/agreement.js';
import { timeWords } from '../../parts/answer-foot.jsx';
import { Icon } from '../../parts/icon.jsx';
import { state } from '../../state/store.js';

export function Agreement(): VNode {
  const { agreement, answers } = state.value;
  const key = answers.result.kind === 'done' ? answers.result.key : null;
  if (agreement.kind === 'agree' && agreement.key === key)
    return (
      <p class="agreement good" role="status">
        <Icon name="check" size={14} /> both agree: the reference evaluator and DuckDB say the same, to the last digit
        <span class="soft"> ({timeWords(agreement.milliseconds)})</span>
      </p>
    );
  if (agreement.kind === 'differ' && agreement.key === key)
    return (
      <div class="agreement bad" role="alert">
        <p>The engines differ. That is a bug; please report it with this project:</p>
        <ul>
          {agreement.cells.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
    );
  if (agreement.kind === 'running')
    return (
      <p class="agreement" role="status">
        <progress
          aria-label="progress"
          {...(agreement.progress?.share === null || agreement.progress === null
            ? {}
            : { value: agreement.progress.share, max: 1 })}
        />
        {agreement.progress === null ? 'Asking DuckDB too' : agreement.progress.doing}
        <button type="button" class="plain" onClick={stopAgreement}>
          Cancel
        </button>
      </p>
    );
  return (
    <p class="agreement">
      {agreement.kind === 'failed' ? <span class="soft">DuckDB could not be asked: {agreement.message} </span> : null}
      <button type="button" class="plain" onClick={() => void checkAgreement()} disabled={key === null}>
        Ask both engines
      </button>
    </p>
  );
}
