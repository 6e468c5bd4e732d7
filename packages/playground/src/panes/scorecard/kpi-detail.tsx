// Everything about one KPI: why it stands as it does, its history, its definition in words, what to do.
import type { VNode } from 'preact';
import { reveal } from '../../editor/editor-handle.js';
import { Icon } from '../../parts/icon.jsx';
import { StatusBadge } from '../../parts/status.jsx';
import { Value } from '../../parts/value.jsx';
import { explain, showPane } from '../../state/actions.js';
import { set } from '../../state/store.js';
import type { KpiCardView, ScorecardView } from '../../state/views.js';
import { AnswerFoot } from '../../parts/answer-foot.jsx';
import { Slices } from './slices.jsx';
import { Trend } from './trend.jsx';

export function KpiDetail({ card, kpi }: { readonly card: ScorecardView; readonly kpi: KpiCardView }): VNode {
  const { part, value, aim, score, chart } = kpi;
  const {
    reading,
    question,
    description,
    because,
    words,
    formulas,
    playbook,
    guardrails,
    owner,
    contributors,
    goal,
    review,
  } = part;
  const subject = { kind: 'kpi', name: reading.kpi, at: reading.period.label, where: '' } as const;
  const applies = playbook.filter((one) => one.applies);
  return (
    <article class="kpi-detail">
      <nav>
        <button type="button" class="plain" onClick={() => set({ kpi: null })}>
          <Icon name="left" size={14} /> All KPIs
        </button>
        <Neighbours card={card} name={reading.kpi} />
      </nav>
      <header>
        <h2>{reading.title}</h2>
        <StatusBadge status={reading.status} />
      </header>
      {question === null ? null : <p class="question">{question}</p>}
      {description === null ? null : <p class="soft">{description}</p>}
      <dl class="facts">
        <div>
          <dt>
            {reading.period.label}
            {reading.period.complete ? '' : ', so far'}
          </dt>
          <dd class="big">
            <Value shown={value} label={reading.title} onWhy={() => explain({ ...subject, versus: '' })} />
          </dd>
        </div>
        {aim === null ? null : (
          <div>
            <dt>{aim.label}</dt>
            <dd class="big">
              <Value shown={aim.shown} />
            </dd>
          </div>
        )}
        {score === null ? null : (
          <div>
            <dt>score</dt>
            <dd class="big">
              <Value shown={score} />
            </dd>
          </div>
        )}
        <div>
          <dt>trend</dt>
          <dd>
            <Trend card={kpi} />
          </dd>
        </div>
      </dl>
      <ul class="because">
        {because.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p class="row">
        <button type="button" class="plain" onClick={() => explain({ ...subject, versus: '' })}>
          Why this number?
        </button>
        <button type="button" class="plain" onClick={() => explain({ ...subject, versus: 'prior' })}>
          Why did it change?
        </button>
        <button
          type="button"
          class="plain"
          onClick={() => {
            set({ focus: `kpi:${reading.kpi}` });
            showPane('graph');
          }}
        >
          What is it made of?
        </button>
      </p>
      {applies.length === 0 ? null : (
        <section class="callout">
          <h3>What to do when it is {applies[0]?.status}</h3>
          {applies.map(({ text }) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      )}
      {chart === '' ? null : (
        <section>
          <h3>History</h3>
          <div class="history-place" dangerouslySetInnerHTML={{ __html: chart }} />
        </section>
      )}
      <Slices kpi={kpi} />
      <section>
        <h3>In words</h3>
        <ul class="words">
          {Object.values(words)
            .flat()
            .map((text) => (
              <li key={text}>{text}</li>
            ))}
        </ul>
      </section>
      {formulas.length === 0 ? null : (
        <section>
          <h3>As written</h3>
          {formulas.map(({ role, text, place }) => (
            <div key={`${role} ${place}`} class="formula">
              <span class="soft">{role}</span>
              <pre>{text}</pre>
              <button type="button" class="place" onClick={() => revealPlace(place)}>
                {place}
              </button>
            </div>
          ))}
        </section>
      )}
      {guardrails.length === 0 ? null : (
        <section>
          <h3>Guardrails</h3>
          <ul class="plain-list">
            {guardrails.map((one) => (
              <li key={one.kpi}>
                <button type="button" class="place" onClick={() => set({ kpi: one.kpi })}>
                  {one.title}
                </button>{' '}
                {one.status === null ? null : <StatusBadge status={one.status} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>Who</h3>
        <p>
          {owner === null
            ? 'Nobody answers for it.'
            : `${owner.title} answers for it${owner.contact === null ? '' : ` (${owner.contact})`}.`}
          {contributors.length === 0
            ? ''
            : ` ${contributors.map(({ title }) => title).join(', ')} work${contributors.length === 1 ? 's' : ''} for it.`}
          {goal === null ? '' : ` It serves the goal “${goal.title}”.`}
          {review === null
            ? ''
            : ` It is reviewed every ${review.every}${review.last === null ? '' : `, last on ${review.last}`}${review.overdue ? ': that is overdue' : ''}.`}
        </p>
      </section>
      <AnswerFoot pane="scorecard" />
    </article>
  );
}

function Neighbours({ card, name }: { readonly card: ScorecardView; readonly name: string }): VNode {
  const names = card.kpis.map(({ part }) => part.reading.kpi);
  const at = names.indexOf(name);
  const go = (step: number): void => set({ kpi: names[(at + step + names.length) % names.length] ?? null });
  return (
    <span class="neighbours">
      <button type="button" class="quiet" aria-label="The KPI before" onClick={() => go(-1)}>
        <Icon name="up" />
      </button>
      <button type="button" class="quiet" aria-label="The next KPI" onClick={() => go(1)}>
        <Icon name="down" />
      </button>
    </span>
  );
}

/** `sales.kpi.yaml:12` */
function revealPlace(place: string): void {
  const [, file, line] = /^(.*):(\d+)$/.exec(place) ?? [];
  if (file !== undefined) reveal({ file, line: Number(line), column: 1 });
}
