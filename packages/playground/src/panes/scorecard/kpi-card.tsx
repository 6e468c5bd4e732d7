// One KPI as a card: the number first, then what it is held against, then where it is heading.
import type { VNode } from 'preact';
import { StatusBadge } from '../../parts/status.jsx';
import { Value } from '../../parts/value.jsx';
import { explain } from '../../state/actions.js';
import { set } from '../../state/store.js';
import type { KpiCardView } from '../../state/views.js';
import { Trend } from './trend.jsx';

export function KpiCard({ card }: { readonly card: KpiCardView }): VNode {
  const { part, value, aim, score, bar, spark } = card;
  const { reading, owner } = part;
  const why = (): void => explain({ kind: 'kpi', name: reading.kpi, at: reading.period.label, versus: '', where: '' });
  return (
    <article class={`card edge-${reading.status}`} aria-label={reading.title}>
      <header>
        <h3>
          <button type="button" class="title" onClick={() => set({ kpi: reading.kpi })}>
            {reading.title}
          </button>
        </h3>
        <StatusBadge status={reading.status} />
      </header>
      <div class="card-value">
        <span class="big">
          <Value shown={value} label={reading.title} onWhy={why} />
        </span>
        {/* The picture is made by the same code as the report's; its numbers are said beside it. */}
        <span class="spark-place" dangerouslySetInnerHTML={{ __html: spark }} />
      </div>
      <p class="aim">
        {aim === null ? (
          <span class="soft">by a curve</span>
        ) : (
          <span>
            <span class="soft">{aim.label}</span> <Value shown={aim.shown} />
          </span>
        )}
        {score === null ? null : (
          <span class="soft score">
            score <Value shown={score} />
          </span>
        )}
      </p>
      {bar === null ? null : (
        <div class="bar-line" aria-hidden="true">
          <div class="fill" style={{ width: `${(bar.share * 100).toFixed(1)}%` }} />
          {bar.due === null ? null : <div class="due" style={{ left: `${(bar.due * 100).toFixed(1)}%` }} />}
        </div>
      )}
      <footer>
        <Trend card={card} />
        <span class="soft">
          {reading.period.label}
          {reading.period.complete ? '' : ' so far'}
          {owner === null ? '' : ` · ${owner.title}`}
        </span>
      </footer>
    </article>
  );
}
