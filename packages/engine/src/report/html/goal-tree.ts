// The goals as a tree: what they are for, how they stand and what decided it.
import { shareOf, shareText } from './figures.js';
import type { GoalPart, ReportModel } from '../report-model.js';
import { html, idOf, type Markup } from './markup.js';
import { statusBadge } from './status-mark.js';

export function goalTree(model: ReportModel): Markup {
  const roots = model.goals.filter(({ reading }) => !model.goals.some((one) => one.reading.goal === reading.parent));
  return html`<ul class="tree">
    ${roots.map((root) => goalItem(root, model))}
  </ul>`;
}

function goalItem(goal: GoalPart, model: ReportModel): Markup {
  const { reading } = goal;
  const children = model.goals.filter((one) => one.reading.parent === reading.goal);
  const kpis = model.kpis.filter((kpi) => goal.kpis.includes(kpi.reading.kpi));
  const inner = html`${children.map((child) => goalItem(child, model))}${kpis.map(
    (kpi) =>
      html`<li class="leaf">
        <a href="#${idOf('kpi', kpi.reading.kpi)}">${kpi.reading.title}</a> ${statusBadge(kpi.reading.status)}
        <span class="soft"
          >score ${shareOf(kpi.reading.standing.score)}, weight <span class="num">${kpi.reading.weight}</span></span
        >
      </li>`,
  )}`;
  return html`<li id="${idOf('goal', reading.goal)}">
    <div class="goal-line">
      <strong>${reading.title}</strong> ${statusBadge(reading.status)}
      <span class="soft"
        >score ${shareOf(reading.score)}, ${shareText(reading.coverage)} of it has
        data${reading.parent === null ? null : html`, weight <span class="num">${reading.weight}</span>`}</span
      >
    </div>
    ${goal.description === null ? null : html`<p>${goal.description}</p>`}
    <p class="soft">${sentences(goal)}</p>
    ${
      children.length + kpis.length === 0
        ? null
        : html`<ul>
            ${inner}
          </ul>`
    }
  </li>`;
}

function sentences({ reading, owner, decidedBy }: GoalPart): Markup {
  const basis =
    reading.basis === 'from_score'
      ? 'Its status follows from its score.'
      : decidedBy === null
        ? 'Its status is the worst below it.'
        : `Its status is the worst below it: that of ${decidedBy}.`;
  const missing = {
    renormalise: '',
    zero: ' What has no data counts as zero.',
    strict: ' Without all data it has no score.',
  }[reading.missing];
  return html`${owner === null ? null : html`Owner: ${owner.title}. `}${reading.period === null ? null : `Period: ${reading.period}. `}${basis}${missing}`;
}
