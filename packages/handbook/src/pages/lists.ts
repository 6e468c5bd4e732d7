// Tables that lead to pages.
import { aimText, html, statusBadge, valueOf, type Markup } from '@sextant/engine';
import type { Link, Part } from '../model/handbook.js';
import { lastValue } from '../parts/months.js';
import { linkText } from '../parts/link-text.js';
import type { To } from '../links/to.js';

export function metricTable(metrics: Part['metrics'], to: To): Markup {
  const hasNumbers = metrics.some(({ numbers }) => numbers !== null);
  return html`<div class="scroll">
    <table class="plain-table list">
      <thead>
        <tr>
          <th scope="col">Metric</th>
          <th scope="col">What it answers</th>
          ${hasNumbers ? html`<th scope="col" class="number">Last whole month</th>` : html`<th scope="col">Unit</th>`}
        </tr>
      </thead>
      <tbody>
        ${metrics.map(
          (metric) =>
            html`<tr>
              <th scope="row">
                ${linkText(metric.link, to)}${metric.aliases.length === 0 ? null : html` <span class="soft">${metric.aliases.join(', ')}</span>`}
              </th>
              <td>${metric.question ?? firstSentence(metric.description) ?? metric.words[0] ?? ''}</td>
              ${
                hasNumbers
                  ? html`<td class="number">${metric.numbers === null ? null : lastValue(metric.numbers)}</td>`
                  : html`<td>${metric.unit === '' ? 'a plain number' : metric.unit}</td>`
              }
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

export function kpiTable(kpis: Part['kpis'], to: To): Markup {
  return html`<div class="scroll">
    <table class="plain-table list">
      <thead>
        <tr>
          <th scope="col">KPI</th>
          <th scope="col">Status</th>
          <th scope="col" class="number">Value</th>
          <th scope="col" class="number">Against</th>
          <th scope="col">Period</th>
          <th scope="col">Goal</th>
          <th scope="col">Owner</th>
        </tr>
      </thead>
      <tbody>
        ${kpis.map(
          ({ link, reading, goal, owner }) =>
            html`<tr>
              <th scope="row">${linkText(link, to)}</th>
              <td>${reading === null ? null : statusBadge(reading.reading.status)}</td>
              <td class="number">
                ${reading === null ? null : valueOf(reading.reading.standing.value, reading.style)}
              </td>
              <td class="number">${reading === null ? null : aimText(reading.reading.standing.aim, reading.style)}</td>
              <td>${reading === null ? null : reading.reading.period.label}</td>
              <td>${goal === null ? null : linkText(goal, to)}</td>
              <td>${owner === null ? null : linkText(owner, to)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Null without links. */
export function linkTable(links: readonly Link[], to: To): Markup | null {
  if (links.length === 0) return null;
  return html`<ul class="link-list">
    ${links.map((link) => html`<li>${linkText(link, to)}</li>`)}
  </ul>`;
}

export function firstSentence(text: string | null): string | null {
  if (text === null) return null;
  return /^[\s\S]*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}
