// Incentives: how the score of each came about, and what it pays.
import type { IncentivePart } from '../report-model.js';
import { moneyOf, plainNumber, shareOf } from './figures.js';
import { html, idOf, type Markup } from './markup.js';
import { statusBadge } from './status-mark.js';
import { statusWord, STATUSES } from '@sextant/parser';

export function incentivePart({ reading, description, participants, components, gate }: IncentivePart): Markup {
  const id = idOf('incentive', reading.incentive);
  return html`<div class="incentive" id="${id}">
    <h3>${reading.title}</h3>
    ${description === null ? null : html`<p>${description}</p>`}
    <p class="soft">For ${participants.map(({ title }) => title).join(', ')}.</p>
    <table class="plain-table">
      <caption class="hidden">
        Parts of ${reading.title}
      </caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col" class="number">Weight</th>
          <th scope="col" class="number">Score</th>
        </tr>
      </thead>
      <tbody>
        ${reading.components.map(
          ({ kind, name, weight, score }, i) =>
            html`<tr>
              <th scope="row">
                <a href="#${idOf(kind, name)}">${components[i] ?? name}</a
                >${kind === 'goal' ? html` <span class="soft">goal</span>` : null}
              </th>
              <td class="number">${plainNumber(weight)}</td>
              <td class="number">${shareOf(score)}</td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Together</th>
          <td></td>
          <td class="number">${shareOf(reading.score)}</td>
        </tr>
      </tfoot>
    </table>
    <dl class="facts">
      ${gatePart(reading, gate)}
      <div>
        <dt>Share paid</dt>
        <dd>${shareOf(reading.share)}</dd>
      </div>
      <div>
        <dt>Full amount</dt>
        <dd>${plainNumber(reading.amount)}<span class="unit"> ${reading.currency}</span></dd>
      </div>
      ${
        reading.cap === null
          ? null
          : html`<div>
              <dt>At most</dt>
              <dd>${plainNumber(reading.cap)}<span class="unit"> ${reading.currency}</span></dd>
            </div>`
      }
      <div class="strong">
        <dt>${reading.provisional ? 'Payout as it stands, may change' : 'Payout'}</dt>
        <dd>${moneyOf(reading.payout, reading.currency)}</dd>
      </div>
    </dl>
  </div>`;
}

function gatePart({ gate }: IncentivePart['reading'], title: string | null): Markup | null {
  if (gate === null) return null;
  const needed = STATUSES.find((one) => one === gate.atLeast);
  const word = needed === undefined ? gate.atLeast : statusWord(needed);
  const passed = gate.passed === null ? 'not decided yet' : gate.passed ? 'passed' : 'not passed';
  return html`<div>
    <dt>Gate</dt>
    <dd>${passed} <span class="soft">${title} at least ${word}, now</span> ${statusBadge(gate.status)}</dd>
  </div>`;
}
