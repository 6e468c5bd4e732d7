// How the KPIs stand: cards by goal, or everything about one of them.
import type { VNode } from 'preact';
import { AnswerFrame } from '../../parts/answer.jsx';
import { Begin } from '../../parts/begin.jsx';
import { Empty } from '../../parts/empty.jsx';
import { Findings } from '../../parts/findings.jsx';
import { StatusBadge, StatusIcon, STATUS_WORDS } from '../../parts/status.jsx';
import { Value } from '../../parts/value.jsx';
import { showPane } from '../../state/actions.js';
import { state } from '../../state/store.js';
import type { KpiCardView, ScorecardView } from '../../state/views.js';
import { AnswerFoot } from '../../parts/answer-foot.jsx';
import { KpiCard } from './kpi-card.jsx';
import { KpiDetail } from './kpi-detail.jsx';
import { Incentives } from './incentives.jsx';

export function ScorecardPane(): VNode {
  const { answers, checked, kpi } = state.value;
  const { kpis, datasets } = checked.outline;
  if (checked.revision >= 0 && kpis.length === 0 && checked.errors === 0)
    return datasets.length === 0 ? <Begin /> : <NoKpis />;
  return (
    <AnswerFrame pane="scorecard" answer={answers.scorecard} empty={null}>
      {(card) => {
        const detail = card.kpis.find(({ part }) => part.reading.kpi === kpi);
        return detail === undefined ? <Cards card={card} /> : <KpiDetail card={card} kpi={detail} />;
      }}
    </AnswerFrame>
  );
}

function NoKpis(): VNode {
  return (
    <Empty icon="target" title="No KPIs yet">
      <p>
        A KPI is a metric that somebody answers for: it has a goal, an owner, a direction and a target. Metrics alone
        can be asked in{' '}
        <button type="button" class="place" onClick={() => showPane('result')}>
          Result
        </button>
        .
      </p>
    </Empty>
  );
}

function Cards({ card }: { readonly card: ScorecardView }): VNode {
  const served = new Set(card.goals.flatMap(({ kpis }) => kpis));
  const rest = card.kpis.filter(({ part }) => !served.has(part.reading.kpi));
  const named = new Map(card.kpis.map((one) => [one.part.reading.kpi, one]));
  return (
    <div class="scorecard">
      <ul class="counts" aria-label="How many KPIs stand how">
        {card.counts.map(({ status, count }) => (
          <li key={status} class={status}>
            <StatusIcon status={status} />
            <strong>{count}</strong> {STATUS_WORDS[status]}
          </li>
        ))}
      </ul>
      {card.goals.map(({ reading, owner, kpis, decidedBy, score }) => (
        <section key={reading.goal} class={`goal depth-${Math.min(reading.depth, 3)}`} aria-label={reading.title}>
          <header class="goal-head">
            <h2>{reading.title}</h2>
            <StatusBadge status={reading.status} />
            {score === null ? null : (
              <span class="soft">
                score <Value shown={score} />
              </span>
            )}
            {decidedBy === null ? null : <span class="soft">decided by {decidedBy}</span>}
            <span class="soft owner">{owner?.title ?? ''}</span>
          </header>
          <CardGrid cards={kpis.flatMap((name) => named.get(name) ?? [])} />
        </section>
      ))}
      {rest.length === 0 ? null : <CardGrid cards={rest} />}
      {card.incentives.length === 0 ? null : <Incentives incentives={card.incentives} />}
      {card.notes.length === 0 ? null : (
        <details class="notes">
          <summary>What the data said ({card.notes.length})</summary>
          <Findings findings={card.notes} />
        </details>
      )}
      <AnswerFoot pane="scorecard" />
    </div>
  );
}

function CardGrid({ cards }: { readonly cards: readonly KpiCardView[] }): VNode | null {
  if (cards.length === 0) return null;
  return (
    <div class="cards">
      {cards.map((one) => (
        <KpiCard key={one.part.reading.kpi} card={one} />
      ))}
    </div>
  );
}
