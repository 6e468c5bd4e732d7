// The first page of a part, and of a handbook of several.
import { html, statusIcon, verbatim, type Markup } from '@sextant/engine';
import { STATUSES, statusWord } from '@sextant/parser';
import type { Handbook, Part } from '../model/handbook.js';
import { paragraphs, withCode } from '../parts/facts.js';
import { goalTree } from './list-pages.js';
import { kpiTable, metricTable } from './lists.js';
import type { To } from '../links/to.js';

export function partPage(part: Part, to: To): Markup {
  const { title, description, version, asOf, goals, kpis, metrics, inputs } = part;
  const kind =
    part.kind === 'library' ? `Library ${part.name}${version === null ? '' : `, version ${version}`}` : 'Handbook';
  return html`<header class="entry-head">
      <p class="eyebrow">${kind}</p>
      <h1>${title}</h1>
      ${asOf === null ? null : html`<p class="as-of">Numbers as of ${asOf}</p>`}
    </header>
    ${paragraphs(description)} ${counts(part)}
    ${
      inputs.length === 0
        ? null
        : html`<h2>What it needs</h2>
            ${inputTable(part)}`
    }
    ${
      goals.length === 0
        ? null
        : html`<h2>Goals</h2>
            ${goalTree(
              goals,
              goals.filter(({ parent }) => parent === null),
              to,
            )}`
    }
    ${
      kpis.length === 0
        ? null
        : html`<h2>KPIs</h2>
            ${kpiTable(kpis, to)}`
    }
    ${
      metrics.length === 0
        ? null
        : kpis.length > 0
          ? html`<p class="prose">
              The project has
              <a href="${to(`${part.folder}metrics.html`)}"
                >${String(metrics.length)} ${metrics.length === 1 ? 'metric' : 'metrics'}</a
              >.
            </p>`
          : html`<h2>Metrics</h2>
              ${metricTable(
                metrics.filter(({ isInput }) => !isInput),
                to,
              )}`
    }`;
}

function counts({ kpis }: Part): Markup | null {
  const found = STATUSES.flatMap((status) => {
    const count = kpis.filter(({ reading }) => reading?.reading.status === status).length;
    return count === 0 ? [] : [{ status, count }];
  });
  if (found.length === 0) return null;
  return html`<ul class="count-list">
    ${found.map(
      ({ status, count }) =>
        html`<li class="${status}">${statusIcon(status)}<strong>${String(count)}</strong> ${statusWord(status)}</li>`,
    )}
  </ul>`;
}

function inputTable(part: Part): Markup {
  const { inputs } = part;
  return html`<div class="scroll">
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">Input</th>
            <th scope="col">Kind</th>
            <th scope="col">Of what type</th>
            <th scope="col">What is needed</th>
          </tr>
        </thead>
        <tbody>
          ${inputs.map(
            (input) =>
              html`<tr>
                <th scope="row"><code>${input.name}</code></th>
                <td>${input.kind}</td>
                <td>
                  ${
                    input.fields.length === 0
                      ? input.needs
                      : html`<ul class="bare">
                          ${input.fields.map(({ name: field, needs }) => html`<li><code>${field}</code> ${needs}</li>`)}
                        </ul>`
                  }
                </td>
                <td>${input.description === null ? null : withCode(input.description)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="prose">
      To use it, say in a project what stands in the place of each input; <code>only</code> keeps what you want, and
      asks for its inputs alone:
    </p>
    <pre class="snippet"><code>${verbatim(snippetOf(part))}</code></pre>`;
}

/** Templates lose the indentation that YAML lives by. Names of inputs are names of formulas: nothing in them needs escaping. */
function snippetOf({ inputs, name }: Part): string {
  const given = inputs.map(({ name: input, kind }) =>
    kind === 'dataset'
      ? `      ${input}: ...    # or { dataset: ..., fields: { THEIRS: YOURS } }`
      : `      ${input}: ...`,
  );
  return ['use:', `  ${name}:`, `    from: std/${name}`, '    with:', ...given].join('\n');
}

export function bookPage({ title, description, parts }: Handbook, to: To): Markup {
  return html`<header class="entry-head">
      <p class="eyebrow">Handbook</p>
      <h1>${title}</h1>
    </header>
    ${paragraphs(description)}
    <ul class="cards">
      ${parts.map(
        ({ folder, title: name, description: what, metrics }) =>
          html`<li class="card">
            <h2><a href="${to(`${folder}index.html`)}">${name}</a></h2>
            <p>${what}</p>
            <p class="soft">${String(metrics.filter(({ isInput }) => !isInput).length)} metrics</p>
          </li>`,
      )}
    </ul>`;
}
