// The numbers of a chart, exactly, for those who do not see it and those who want to know.
import type { KpiReading } from '../../status/scorecard.js';
import type { ValueStyle } from '../report-model.js';
import { exactOf } from './figures.js';
import { html, type Markup } from './markup.js';
import { statusBadge } from './status-mark.js';

export function historyTable(reading: KpiReading, style: ValueStyle): Markup {
  const hasTargets = reading.history.some(({ target }) => target !== null);
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${`${reading.title} by period`}">
    <table class="plain-table">
      <caption class="hidden">
        ${reading.title} by period
      </caption>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col" class="number">Value</th>
          ${hasTargets ? html`<th scope="col" class="number">Target</th>` : null}
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody>
        ${reading.history.map(
          ({ period, value, target, status }) =>
            html`<tr>
              <th scope="row">${period.label}${period.complete ? null : html` <span class="soft">so far</span>`}</th>
              <td class="number">${exactOf(value, style)}</td>
              ${hasTargets ? html`<td class="number">${target === null ? null : exactOf(target, style)}</td>` : null}
              <td>${statusBadge(status)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
