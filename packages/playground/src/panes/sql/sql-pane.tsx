// The SQL that the question of the result pane would run; every part says in words what it is.
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { AnswerFrame } from '../../parts/answer.jsx';
import { Empty, Picks } from '../../parts/empty.jsx';
import { copyText } from '../../parts/copy-text.js';
import { Icon } from '../../parts/icon.jsx';
import { ask } from '../../state/actions.js';
import { state } from '../../state/store.js';
import type { SqlView } from '../../state/views.js';
import { QuestionForm } from '../result/question-form.jsx';

export function SqlPane(): VNode {
  const { answers, asked } = state.value;
  return (
    <div class="sql">
      <QuestionForm />
      {asked.metrics.length === 0 ? (
        <Empty icon="code" title="Nothing is asked yet">
          <p>Choose a metric above to see the SQL behind it.</p>
          <Picks
            label="Metrics"
            names={state.value.checked.outline.metrics}
            onPick={(name) => ask({ metrics: [name] })}
          />
        </Empty>
      ) : (
        <AnswerFrame pane="sql" answer={answers.sql} empty={null}>
          {(view) => <Statements view={view} />}
        </AnswerFrame>
      )}
    </div>
  );
}

function Statements({ view }: { readonly view: SqlView }): VNode {
  if (view.kind === 'rows')
    return (
      <p class="message">
        No SQL says this question exactly: it is computed from the rows, by the reference evaluator.
      </p>
    );
  if (view.kind === 'nothing') return <p class="message">The answer needs no data.</p>;
  const all = view.statements.join('\n');
  return (
    <>
      <div class="table-head">
        <span class="soft">
          {view.statements.length === 1
            ? 'One statement; what it brings is finished exactly, without a double.'
            : `${view.statements.length} statements; what they bring is put together exactly, without a double.`}
        </span>
        <button type="button" class="plain" onClick={() => void copyText(all, 'the SQL')}>
          <Icon name="copy" size={14} /> Copy
        </button>
      </div>
      {view.statements.map((text, i) => (
        <Statement key={i} text={text} />
      ))}
    </>
  );
}

function Statement({ text }: { readonly text: string }): VNode {
  const [coloured, setColoured] = useState<{ readonly of: string; readonly html: string } | null>(null);
  useEffect(() => {
    let stopped = false;
    void import('../../editor/setup.js')
      .then(({ monaco }) => monaco.editor.colorize(text, 'sql', {}))
      .then((html) => {
        if (!stopped) setColoured({ of: text, html });
      });
    return () => {
      stopped = true;
    };
  }, [text]);
  return coloured?.of === text ? (
    // Made by Monaco of escaped text.
    <pre class="sql-text" tabIndex={0} aria-label="SQL" dangerouslySetInnerHTML={{ __html: coloured.html }} />
  ) : (
    <pre class="sql-text" tabIndex={0} aria-label="SQL">
      {text}
    </pre>
  );
}
