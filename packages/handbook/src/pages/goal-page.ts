// A goal: what it is for, what it is part of, and the KPIs that serve it.
import { html, statusBadge, type Markup } from '@sextant/engine';
import type { GoalEntry, Part } from '../model/handbook.js';
import { factList, paragraphs } from '../parts/facts.js';
import { lineagePart } from '../parts/lineage.js';
import { linkList, linkText } from '../parts/link-text.js';
import { head } from './head.js';
import { kpiTable } from './lists.js';
import type { To } from '../links/to.js';

export function goalPage(goal: GoalEntry, part: Part, to: To): Markup {
  const { link, reading } = goal;
  const kpis = part.kpis.filter((kpi) => goal.kpis.some(({ name }) => name === kpi.link.name));
  return html`${head('Goal', link.title, link.name)}
    <div class="columns">
      <div class="story">
        ${reading === null ? null : html`<p class="now">${statusBadge(reading.reading.status)}</p>`}
        ${paragraphs(goal.description)}
        ${
          kpis.length === 0
            ? null
            : html`<h2>KPIs</h2>
                ${kpiTable(kpis, to)}`
        }
      </div>
      <div class="aside">
        ${factList([
          ['Part of', goal.parent === null ? null : linkText(goal.parent, to)],
          ['Its parts', linkList(goal.children, to)],
          ['Owner', goal.owner === null ? null : linkText(goal.owner, to)],
          ['Period', goal.period],
          ['Defined in', goal.place],
        ])}
      </div>
    </div>
    ${lineagePart(goal.lineage, to)}`;
}
