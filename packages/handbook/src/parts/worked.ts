// A number from its parts, and examples from tests.
import { html, type Markup } from '@sextant/engine';
import type { Example, Table, Worked, WorkedNode } from '../model/handbook.js';
import type { To } from '../links/to.js';
import { valueText } from './months.js';

export function workedPart(worked: Worked | null, to: To): Markup | null {
  if (worked === null) return null;
  return html`<section>
    <h2>Worked out for ${worked.period}</h2>
    <ul class="worked">
      ${nodeLine(worked.root, to)}
    </ul>
  </section>`;
}

function nodeLine({ sign, metric, label, value, reason, style, facts, children }: WorkedNode, to: To): Markup {
  const name = metric === null ? null : html`<a href="${to(metric.href)}">${metric.title}</a> `;
  return html`<li>
    <div class="worked-line">
      <span class="sign">${sign}</span>
      <strong>${valueText({ value, reason, approximate: false }, style)}</strong>
      <span>${name}<code>${label}</code></span>
      ${facts.map((fact) => html`<span class="soft small">${fact}</span>`)}
      ${value === null && reason !== null ? html`<span class="soft small">${reason}</span>` : null}
    </div>
    ${
      children.length === 0
        ? null
        : html`<ul>
            ${children.map((child) => nodeLine(child, to))}
          </ul>`
    }
  </li>`;
}

export function examplesPart(examples: readonly Example[]): Markup | null {
  if (examples.length === 0) return null;
  return html`<section>
    <h2>${examples.length === 1 ? 'An example' : 'Examples'} with numbers</h2>
    ${examples.map(
      ({ name, given, expected }, i) =>
        html`<details class="example" ${i === 0 ? OPEN : null}>
          <summary>${name}</summary>
          <div class="given">${given.map(givenTable)}</div>
          <table class="plain-table expected">
            <caption>
              What comes out
            </caption>
            <tbody>
              ${expected.map(
                ({ of, value }) =>
                  html`<tr>
                    <th scope="row">${of === '' ? 'over all rows' : of}</th>
                    <td class="number"><strong>${value}</strong></td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </details>`,
    )}
  </section>`;
}

const OPEN: Markup = { kind: 'markup', text: 'open' };

function givenTable({ title, columns, rows, more }: Table): Markup {
  return html`<div class="scroll">
    <table class="plain-table">
      <caption>
        ${title}${more === 0 ? null : html` <span class="soft">and ${String(more)} more rows</span>`}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell === '' ? html`<span class="none">no value</span>` : cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
