// The tests of the definitions, run: what was expected, what came out, and what no test reaches.
import type { VNode } from 'preact';
import { reveal } from '../../editor/editor-handle.js';
import { AnswerFoot } from '../../parts/answer-foot.jsx';
import { AnswerFrame } from '../../parts/answer.jsx';
import { Empty } from '../../parts/empty.jsx';
import { Findings } from '../../parts/findings.jsx';
import { set, state } from '../../state/store.js';
import type { TestsView, TestView } from '../../state/views.js';

export function TestsPane(): VNode {
  const { answers, checked } = state.value;
  if (checked.errors === 0 && checked.outline.tests === 0 && checked.revision >= 0)
    return (
      <Empty icon="flask" title="No tests yet">
        <p>
          A test gives a few rows and says what must come out: it keeps a definition’s meaning while people change it.
          Begin with a section <code>tests:</code>.
        </p>
      </Empty>
    );
  return (
    <AnswerFrame pane="tests" answer={answers.tests} empty={null}>
      {(view) => <Run view={view} />}
    </AnswerFrame>
  );
}

function Run({ view }: { readonly view: TestsView }): VNode {
  const failed = view.results.filter(({ passed }) => !passed);
  const passed = view.results.filter((one) => one.passed);
  return (
    <div class="tests">
      <p class={`verdict ${failed.length > 0 ? 'bad' : 'good'}`}>
        <span class={`test-mark ${failed.length > 0 ? 'sign-bad' : 'sign-good'}`} aria-hidden="true">
          {failed.length > 0 ? '✕' : '✓'}
        </span>
        <strong>
          {failed.length > 0
            ? `${failed.length} of ${view.results.length} tests failed`
            : `all ${view.results.length} tests passed`}
        </strong>
        <span class="soft">
          {' '}
          on {view.engines.map((one) => (one === 'duckdb' ? 'DuckDB' : `the ${one} evaluator`)).join(' and ')}
        </span>
      </p>
      {failed.map((one) => (
        <Failed key={one.name} test={one} />
      ))}
      {passed.length === 0 ? null : (
        <details open={failed.length === 0}>
          <summary>{passed.length} passed</summary>
          <ul class="plain-list passed">
            {passed.map(({ name, place, expectations }) => (
              <li key={name}>
                <span class="test-mark sign-good" aria-hidden="true">
                  ✓
                </span>{' '}
                <button type="button" class="place" onClick={() => reveal(place)}>
                  {name}
                </button>{' '}
                <span class="soft">
                  {expectations.length === 1 ? '1 expectation' : `${expectations.length} expectations`}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Reached view={view} />
      <p class="row">
        {view.engines.length > 1 ? null : (
          <button type="button" class="plain" onClick={() => set({ testsOnBoth: true })}>
            Run them on DuckDB too
          </button>
        )}
      </p>
      <AnswerFoot pane="tests" />
    </div>
  );
}

function Failed({ test }: { readonly test: TestView }): VNode {
  const { name, place, expectations, findings } = test;
  return (
    <article class="failed-test">
      <h2>
        <span class="test-mark sign-bad" aria-hidden="true">
          ✕
        </span>{' '}
        <button type="button" class="title" onClick={() => reveal(place)}>
          {name}
        </button>
      </h2>
      {expectations
        .filter(({ passed }) => !passed)
        .map((one, i) => (
          <div key={i} class="expectation">
            <button type="button" class="place" onClick={() => reveal(one.place)}>
              {one.asks}
            </button>
            <table>
              <thead>
                <tr>
                  <th scope="col">what</th>
                  <th scope="col">expected</th>
                  <th scope="col">got</th>
                </tr>
              </thead>
              <tbody>
                {one.differences.map(({ what, expected, got }) => (
                  <tr key={what}>
                    <th scope="row">{what}</th>
                    <td class="sign-good">{expected}</td>
                    <td class="sign-bad">
                      {got.map(({ executor, text }) => (
                        <span key={executor ?? ''}>
                          {executor === null ? '' : `${executor}: `}
                          {text}
                        </span>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
      {findings.length === 0 ? null : <Findings findings={findings} />}
    </article>
  );
}

function Reached({ view }: { readonly view: TestsView }): VNode | null {
  if (view.coverage.length === 0) return null;
  return (
    <section class="coverage">
      <h2>What the tests reach</h2>
      {view.coverage.map(({ what, reached, all, missing }) => (
        <details key={what}>
          <summary>
            <span class="coverage-bar" aria-hidden="true">
              <span style={{ inlineSize: `${((reached / all) * 100).toFixed(1)}%` }} />
            </span>
            {reached} of {all} {what.replaceAll('`', '')}
          </summary>
          {missing.length === 0 ? (
            <p class="soft">all of them</p>
          ) : (
            <ul class="plain-list">
              {missing.map(({ text, why, place }, i) => (
                <li key={i}>
                  <button type="button" class="place" onClick={() => reveal(place)}>
                    {text}
                  </button>{' '}
                  <span class="soft">{why}</span>
                </li>
              ))}
            </ul>
          )}
        </details>
      ))}
    </section>
  );
}
