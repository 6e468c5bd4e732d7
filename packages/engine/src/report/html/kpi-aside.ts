// What stands beside a KPI: who answers for it, what holds it back, and what to do.
import { dayText } from '../day-text.js';
import type { KpiPart } from '../report-model.js';
import { html, idOf, type Markup } from './markup.js';
import { personLine } from './people.js';
import { statusBadge } from './status-mark.js';

export function kpiAside(kpi: KpiPart): Markup {
  return html`${peoplePart(kpi)} ${guardrailPart(kpi)} ${playbookPart(kpi)}`;
}

function peoplePart({ owner, contributors, review, reading }: KpiPart): Markup {
  return html`<h4>People</h4>
    <dl class="pairs">
      <div>
        <dt>Owner</dt>
        <dd>${owner === null ? html`<span class="none">nobody</span>` : personLine(owner)}</dd>
      </div>
      ${
        contributors.length === 0
          ? null
          : html`<div>
              <dt>Contributors</dt>
              <dd>${contributors.map((one, i) => html`${i === 0 ? null : html`<br />`}${personLine(one)}`)}</dd>
            </div>`
      }${
        review === null
          ? null
          : html`<div>
              <dt>Review</dt>
              <dd>
                every
                ${review.every}${review.last === null ? null : html`<br /><span class="soft">last on ${dayText(review.last)}</span>`}${review.next === null ? null : html`<br /><span class="${review.overdue ? 'overdue' : 'soft'}">${review.overdue ? 'overdue since' : 'next on'} ${dayText(review.next)}</span>`}
              </dd>
            </div>`
      }
      <div>
        <dt>Weight</dt>
        <dd class="num">${reading.weight}</dd>
      </div>
    </dl>`;
}

function guardrailPart({ guardrails }: KpiPart): Markup | null {
  if (guardrails.length === 0) return null;
  return html`<h4>Guardrails</h4>
    <ul class="plain">
      ${guardrails.map(({ kpi, title, status }) => html`<li><a href="#${idOf('kpi', kpi)}">${title}</a> ${status === null ? null : statusBadge(status)}</li>`)}
    </ul>`;
}

function playbookPart({ playbook }: KpiPart): Markup | null {
  if (playbook.length === 0) return null;
  return html`<h4>What to do</h4>
    <dl class="playbook">
      ${playbook.map(
        ({ status, text, applies }) =>
          html`<div class="${applies ? 'applies' : 'later'}">
            <dt>${applies ? `Now, ${status}` : `If ${status}`}</dt>
            <dd>${text}</dd>
          </div>`,
      )}
    </dl>`;
}
