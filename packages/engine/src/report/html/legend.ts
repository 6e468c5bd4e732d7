// How to read a report: the statuses, and what numbers mean.
import { STATUSES, type Status } from '@sextant/parser';
import { html, type Markup } from './markup.js';
import { statusBadge } from './status-mark.js';

const MEANINGS: Readonly<Record<Status, string>> = {
  achieved: 'the period is over and the target is reached',
  on_track: 'at or above what the KPI’s own rule asks for',
  at_risk: 'below that, and above what the rule calls off track',
  off_track: 'below everything that the rule asks for',
  stale: 'data that should be recent is not',
  not_due: 'the period has not ended, and nothing says how far it should be',
  no_data: 'there is no value, or no target for the period',
};

export function legend(): Markup {
  return html`<dl class="legend">
      ${STATUSES.toReversed().map(
        (status) =>
          html`<div>
            <dt>${statusBadge(status)}</dt>
            <dd>${MEANINGS[status]}</dd>
          </div>`,
      )}
    </dl>
    <p class="soft">
      Numbers are computed exactly and judged before rounding. Those with a dotted line below them are shortened for
      display; pointing at them shows all digits, and the tables below the charts hold them. A ≈ marks what comes from
      binary fractions, roots or logarithms.
    </p>`;
}
