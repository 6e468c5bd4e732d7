// All problems of all files, the one under the cursor a click away.
import type { VNode } from 'preact';
import type { Problem } from '../language/methods.js';
import { CodeLink } from '../parts/findings.jsx';
import { ticked } from '../parts/ticked.jsx';
import { state } from '../state/store.js';
import { reveal } from '../editor/editor-handle.js';

/** More than these would hide the first ones, which are usually the cause of the others. */
const MOST = 100;

const MARKS: Readonly<Record<Problem['severity'], string>> = { error: '✕', warning: '!', info: 'i', hint: '·' };

export function Problems(): VNode {
  const { problems, revision } = state.value.checked;
  if (revision < 0) return <p class="soft pad">Reading the definitions …</p>;
  if (problems.length === 0) return <Sound />;
  return (
    <ol class="problems">
      {problems.slice(0, MOST).map((problem, i) => {
        const { path, line, column, severity, code, message } = problem;
        const [first = '', ...more] = message.split('\n');
        return (
          <li key={i} class={severity}>
            <span class={`mark ${severity}`} aria-hidden="true">
              {MARKS[severity]}
            </span>
            <div>
              <button type="button" class="jump" onClick={() => reveal({ file: path, line, column })}>
                <span class="hidden">{severity}: </span>
                {ticked(first)}
                <span class="where">
                  {path}:{line}
                </span>
              </button>
              <CodeLink code={code} />
              {more.map((text) => (
                <p key={text} class={text.startsWith('help: ') ? 'help' : 'soft'}>
                  {ticked(text.replace(/^help: /, ''))}
                </p>
              ))}
            </div>
          </li>
        );
      })}
      {problems.length > MOST ? <li class="soft">and {problems.length - MOST} more</li> : null}
    </ol>
  );
}

/** What there is, where nothing is wrong with it. */
function Sound(): VNode {
  const { project, checked } = state.value;
  const { datasets, metrics, kpis, questions, tests } = checked.outline;
  const counts: readonly (readonly [count: number, one: string, more: string])[] = [
    [project.files.length, 'file', 'files'],
    [datasets.length, 'dataset', 'datasets'],
    [metrics.length, 'metric', 'metrics'],
    [kpis.length, 'KPI', 'KPIs'],
    [questions.length, 'question', 'questions'],
    [tests, 'test', 'tests'],
  ];
  return (
    <div class="pad sound">
      <p>The definitions are sound.</p>
      <dl>
        {counts
          .filter(([count]) => count > 0)
          .map(([count, one, more]) => (
            <div key={one}>
              <dt>{count === 1 ? one : more}</dt>
              <dd>{count}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
