// The scorecard: goals with their KPIs, how each stands, where it is heading and who answers for it.
import { statusWord } from '@sextant/parser';
import type { AimReading, KpiReading, Trend } from '../../status/scorecard.js';
import { sparkline } from '../chart/sparkline.js';
import type { GoalPart, KpiPart, ReportModel, ValueStyle } from '../report-model.js';
import { changeOf, shareOf, shareText, valueOf } from './figures.js';
import { html, idOf, type Markup } from './markup.js';
import { personName } from './people.js';
import { statusBadge } from './status-mark.js';

export function scorecardTable(model: ReportModel): Markup {
  const served = new Set(model.goals.flatMap(({ kpis }) => kpis));
  const rest = model.kpis.filter(({ reading }) => !served.has(reading.kpi));
  return html`<table class="scorecard" role="table">
    <caption class="hidden">
      KPIs by goal
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${COLUMNS.map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}
      </tr>
    </thead>
    ${model.goals.map((goal) => goalRows(goal, model))}${
      rest.length === 0
        ? null
        : html`<tbody role="rowgroup">
            ${rest.map((kpi) => kpiRow(kpi, 0))}
          </tbody>`
    }
  </table>`;
}

const COLUMNS = ['KPI', 'Status', 'Value', 'Target', 'Trend', 'Owner', 'Period'];

function goalRows({ reading, kpis, owner }: GoalPart, model: ReportModel): Markup {
  const rows = kpis.flatMap((name) => model.kpis.filter((kpi) => kpi.reading.kpi === name));
  return html`<tbody role="rowgroup">
    <tr class="goal depth-${String(Math.min(reading.depth, 4))}" role="row">
      <th scope="rowgroup" role="rowheader"><a href="#${idOf('goal', reading.goal)}">${reading.title}</a></th>
      <td role="cell" data-label="Status">${statusBadge(reading.status)}</td>
      <td role="cell" class="score" data-label="Score" colspan="2">score ${shareOf(reading.score)}</td>
      <td role="cell" class="soft coverage" data-label="Coverage">${shareText(reading.coverage)} of it has data</td>
      <td role="cell" data-label="Owner">${owner === null ? null : personName(owner)}</td>
      <td role="cell" class="soft" data-label="Period">${reading.period}</td>
    </tr>
    ${rows.map((kpi) => kpiRow(kpi, reading.depth + 1))}
  </tbody>`;
}

function kpiRow({ reading, style, owner }: KpiPart, depth: number): Markup {
  const { standing, period } = reading;
  return html`<tr
    class="kpi-row depth-${String(Math.min(depth, 4))}"
    role="row"
    data-status="${statusWord(reading.status)}"
  >
    <th scope="row" role="rowheader"><a href="#${idOf('kpi', reading.kpi)}">${reading.title}</a></th>
    <td role="cell" data-label="Status">${statusBadge(reading.status)}</td>
    <td role="cell" class="number" data-label="Value">${valueOf(standing.value, style)}</td>
    <td role="cell" class="number" data-label="Target">${aimText(standing.aim, style)}</td>
    <td role="cell" class="trend" data-label="Trend">${sparkline(reading)}${trendText(reading, style)}</td>
    <td role="cell" data-label="Owner">
      ${owner === null ? html`<span class="none">nobody</span>` : personName(owner)}
    </td>
    <td role="cell" class="soft period" data-label="Period">
      ${period.label}${period.complete ? null : html`<span class="so-far"> so far</span>`}
    </td>
  </tr> `;
}

/** What the value is held against, in one cell. */
export function aimText(aim: AimReading, style: ValueStyle): Markup {
  switch (aim.kind) {
    case 'target':
      return valueOf(aim.target, style);
    case 'limit':
      return html`<span class="soft">${aim.side === 'at_most' ? 'at most ' : 'at least '}</span
        >${valueOf(aim.bound, style)}`;
    case 'range':
      return html`${valueOf(aim.low, { ...style, ...NO_UNIT })}
        <span class="soft">to</span> ${valueOf(aim.high, style)}`;
    case 'curve':
      return html`<span class="soft">by a curve</span>`;
  }
}

const NO_UNIT = { unit: '', unitOfOne: '' };

const ARROWS = { improving: 'better', worsening: 'worse', flat: 'unchanged' } as const;

export function trendText({ trend }: KpiReading, style: ValueStyle): Markup {
  if (trend === null || trend.direction === null) return html`<span class="trend-text soft">no comparison</span>`;
  return html`<span class="trend-text ${trend.direction}"
    >${arrow(trend)}${ARROWS[trend.direction]}
    <span class="soft">${changeOf(trend.change, { ...style, ...NO_UNIT })}</span></span
  >`;
}

/** Up or down as the value went, whatever is better. */
function arrow({ change }: Trend): Markup {
  const text = change.value ?? '0';
  const points = text.startsWith('-') ? '1,3 9,3 5,9' : /^[0.]+$/.test(text) ? '1,4 9,4 9,6 1,6' : '1,7 9,7 5,1';
  return html`<svg class="arrow" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" focusable="false">
    <polygon points="${points}" />
  </svg>`;
}
