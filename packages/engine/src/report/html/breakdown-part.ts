// A KPI by its groups: those that have targets of their own, or the first dimensions that tell something.
import { capitalised } from '@sextant/parser';
import { barOf } from '../chart/bars.js';
import type { Breakdown, KpiPart, ValueStyle } from '../report-model.js';
import { shareOf, valueOf } from './figures.js';
import { html, type Markup } from './markup.js';
import { aimText } from './scorecard-table.js';
import { statusBadge } from './status-mark.js';

export function breakdownParts({ breakdowns, reading, style }: KpiPart): Markup | null {
  if (breakdowns.length === 0) return null;
  return html`<div class="breakdowns">
    ${breakdowns.map((one) => html`<div>${breakdownPart(one, reading.title, style)}</div>`)}
  </div>`;
}

function breakdownPart(breakdown: Breakdown, kpi: string, style: ValueStyle): Markup {
  if (breakdown.kind === 'slices') {
    const { titles, slices } = breakdown;
    const name = titles.join(' and ');
    return html`<h4>By ${name}</h4>
      <div class="scroll" tabindex="0" role="group" aria-label="${`${kpi} by ${name}`}">
        <table class="plain-table">
          <caption class="hidden">
            ${kpi} by ${name}
          </caption>
          <thead>
            <tr>
              ${titles.map((title) => html`<th scope="col">${capitalised(title)}</th>`)}
              <th scope="col">Status</th>
              <th scope="col" class="number">Value</th>
              <th scope="col" class="number">Target</th>
              <th scope="col" class="number">
                ${slices.some(({ standing }) => standing.pacing !== null) ? 'Pace' : 'Score'}
              </th>
            </tr>
          </thead>
          <tbody>
            ${slices.map(
              ({ keys, standing }) =>
                html`<tr>
                  ${keys.map((key, i) => (i === 0 ? html`<th scope="row">${group(key)}</th>` : html`<td>${group(key)}</td>`))}
                  <td>${statusBadge(standing.status)}</td>
                  <td class="number">${valueOf(standing.value, style)}</td>
                  <td class="number">${aimText(standing.aim, style)}</td>
                  <td class="number">${shareOf(standing.pacing?.pace ?? standing.score)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }
  const { title, rows, overlapping } = breakdown;
  const values = rows.map(({ value }) => value.value);
  return html`<h4>By ${title}</h4>
    <table class="plain-table bars">
      <caption class="hidden">
        ${kpi} by ${title}
      </caption>
      <thead class="hidden">
        <tr>
          <th scope="col">${capitalised(title)}</th>
          <th scope="col">Value</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ key, value }) =>
            html`<tr>
              <th scope="row">${group(key)}</th>
              <td class="number">${valueOf(value, style)}</td>
              <td class="bar-cell">${barOf(value.value, values)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${overlapping ? html`<p class="soft">Groups overlap: they do not add up.</p>` : null}`;
}

function group(key: string | null): Markup {
  return key === null ? html`<span class="none">no value</span>` : html`${key}`;
}
