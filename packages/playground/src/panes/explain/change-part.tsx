// Why a number differs from another one: what its parts did, and what each group did.
import type { VNode } from 'preact';
import { reveal } from '../../editor/editor-handle.js';
import { Value } from '../../parts/value.jsx';
import type { ChangeView } from '../../state/views.js';

export function ChangePart({ change }: { readonly change: ChangeView }): VNode {
  const { before, after, change: difference, relative, effects, segments, left } = change;
  return (
    <section class="change">
      <h3>Why it changed</h3>
      <dl class="facts">
        <div>
          <dt>{before.label}</dt>
          <dd>
            <Value shown={before.shown} />
          </dd>
        </div>
        <div>
          <dt>{after.label}</dt>
          <dd>
            <Value shown={after.shown} />
          </dd>
        </div>
        <div>
          <dt>change</dt>
          <dd>
            <Value shown={difference} />
            {relative === null ? null : (
              <span class="soft">
                {' '}
                (<Value shown={relative} />)
              </span>
            )}
          </dd>
        </div>
      </dl>
      {effects.length < 2 ? null : (
        <>
          <h4>By its parts</h4>
          <div class="table-place" tabIndex={0} role="region" aria-label="Effects of the parts">
            <table class="effects">
              <thead>
                <tr>
                  <th scope="col">part</th>
                  <th scope="col" class="number">
                    before
                  </th>
                  <th scope="col" class="number">
                    after
                  </th>
                  <th scope="col" class="number">
                    effect
                  </th>
                  <th scope="col" class="number">
                    share
                  </th>
                  <th scope="col">
                    <span class="hidden">picture</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {effects.map((row, i) => (
                  <tr key={i}>
                    <th scope="row" style={{ paddingInlineStart: `${row.depth * 16}px` }}>
                      <code>{row.label}</code>
                      {row.place === null ? null : (
                        <button
                          type="button"
                          class="place"
                          aria-label={`${row.label} in ${row.place.file}, line ${row.place.line}`}
                          onClick={() => {
                            if (row.place !== null) reveal(row.place);
                          }}
                        >
                          :{row.place.line}
                        </button>
                      )}
                    </th>
                    <td class="number">{row.before}</td>
                    <td class="number">{row.after}</td>
                    <td class="number strong">{row.effect}</td>
                    <td class="number soft">{row.share}</td>
                    <td>
                      <EffectBar share={row.bar} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {segments.map(({ dimension, heads, rows, note }) => (
        <details key={dimension} class="segment" open={segments[0]?.dimension === dimension}>
          <summary>By {dimension.replaceAll('_', ' ')}</summary>
          {note === null ? null : <p class="soft">{note}</p>}
          <div class="table-place" tabIndex={0} role="region" aria-label={`Effects by ${dimension}`}>
            <table class="effects">
              <thead>
                <tr>
                  <th scope="col">{dimension.replaceAll('_', ' ')}</th>
                  {heads.map((head, i) => (
                    <th key={i} scope="col" class="number">
                      {head}
                    </th>
                  ))}
                  <th scope="col">
                    <span class="hidden">picture</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, 30).map(({ key, texts, bar }) => (
                  <tr key={key ?? '\u0000'}>
                    <th scope="row">{key ?? '—'}</th>
                    {texts.map((text, i) => (
                      <td key={i} class="number">
                        {text}
                      </td>
                    ))}
                    <td>
                      <EffectBar share={bar} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
      {left.length === 0 ? null : (
        <details class="segment">
          <summary>Dimensions that say nothing ({left.length})</summary>
          <ul class="soft">
            {left.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** To the right what adds, to the left what takes away. */
function EffectBar({ share }: { readonly share: number }): VNode {
  const width = Math.min(1, Math.abs(share)) * 50;
  return (
    <span class="effect-bar" aria-hidden="true">
      <span class={share < 0 ? 'less' : 'more'} style={{ inlineSize: `${width.toFixed(1)}%` }} />
    </span>
  );
}
