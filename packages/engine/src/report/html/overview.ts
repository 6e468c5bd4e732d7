// The top of a report: what it is about, how many KPIs stand how, and the goals at the top.
import { statusWord } from '@sextant/parser';
import { dayText } from '../day-text.js';
import type { GoalPart, ReportModel } from '../report-model.js';
import { shareOf, shareText } from './figures.js';
import { html, idOf, type Markup } from './markup.js';
import { statusBadge, statusIcon } from './status-mark.js';

export function masthead({ project, asOf, scope }: ReportModel): Markup {
  return html`<header class="masthead">
    <div>
      <p class="eyebrow">KPI report</p>
      <h1>${project}</h1>
      <p class="as-of">
        As of <time datetime="${asOf}">${dayText(asOf)}</time>${scope === null ? null : html`, narrowed to ${scope}`}
      </p>
    </div>
    <button type="button" id="theme" hidden>Dark theme</button>
  </header>`;
}

export function summary({ counts, kpis, goals }: ReportModel): Markup {
  const roots = goals.filter(({ reading }) => !goals.some((one) => one.reading.goal === reading.parent));
  return html`<div class="summary">
    ${roots.map(rootGoal)}
    <div class="counts">
      <p class="figure-label">${kpis.length === 1 ? '1 KPI' : `${kpis.length} KPIs`}</p>
      <ul class="count-list">
        ${counts.map(({ status, count }) => html`<li class="${status}">${statusIcon(status)}<strong class="num">${String(count)}</strong> ${statusWord(status)}</li>`)}
      </ul>
    </div>
  </div>`;
}

function rootGoal({ reading, owner }: GoalPart): Markup {
  return html`<div class="root-goal">
    <p class="figure-label"><a href="#${idOf('goal', reading.goal)}">${reading.title}</a></p>
    <p class="big">${shareOf(reading.score)}</p>
    <p>
      ${statusBadge(reading.status)}
      <span class="soft">${shareText(reading.coverage)} of it has data${owner === null ? '' : `; ${owner.title}`}</span>
    </p>
  </div>`;
}

/** Shown by the script, which does the filtering. */
export function filters({ counts }: ReportModel): Markup {
  return html`<form class="filters" id="filters" role="search" aria-label="Filter the KPIs" hidden>
    <label>Find <input type="search" id="find" autocomplete="off" /></label
    ><label
      >Status
      <select id="status">
        <option value="">all</option>
        ${counts.map(({ status }) => html`<option>${statusWord(status)}</option>`)}
      </select></label
    >
    <p id="found" role="status"></p>
  </form>`;
}
