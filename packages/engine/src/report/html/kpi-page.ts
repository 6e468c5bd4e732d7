// One KPI: what it asks, how it stands and why, how it went, what it is made of, and who does what about it.
import type { KpiPart } from '../report-model.js';
import { benchmarkPart } from './benchmark-part.js';
import { breakdownParts } from './breakdown-part.js';
import { valueOf } from './figures.js';
import { kpiAside } from './kpi-aside.js';
import { kpiChart } from './kpi-chart.js';
import { kpiDefinition } from './kpi-definition.js';
import { kpiFacts } from './kpi-facts.js';
import { html, idOf, type Markup } from './markup.js';
import { aimText } from './scorecard-table.js';
import { statusBadge } from './status-mark.js';

const HELD = { target: 'against', limit: 'should be', range: 'should be', curve: 'is scored' } as const;

export function kpiPage(kpi: KpiPart): Markup {
  const { reading, style } = kpi;
  const id = idOf('kpi', reading.kpi);
  return html`<article class="kpi" id="${id}" aria-labelledby="${id}-title">
    <header class="kpi-head">
      <p class="eyebrow">
        ${kpi.goal === null ? null : html`<a href="#${idOf('goal', kpi.goal.name)}">${kpi.goal.title}</a>`}
      </p>
      <h3 id="${id}-title">${reading.title}</h3>
      ${statusBadge(reading.status)}
    </header>
    ${kpi.question === null ? null : html`<p class="question">${kpi.question}</p>`}
    <div class="columns">
      <div class="story">
        <div class="now">
          <p class="big">${valueOf(reading.standing.value, style)}</p>
          <p class="against">
            <span class="soft">${HELD[reading.standing.aim.kind]}</span>
            ${aimText(reading.standing.aim, style)}
            <span class="soft">in</span>
            ${reading.period.label}${reading.period.complete ? null : html` <span class="soft">so far</span>`}
          </p>
          <p class="because">${kpi.because.join(' ')}</p>
        </div>
        ${kpiChart(kpi)} ${kpiFacts(kpi)} ${breakdownParts(kpi)} ${benchmarkPart(kpi)}
      </div>
      <div class="aside">${kpiAside(kpi)}</div>
    </div>
    ${kpiDefinition(kpi)}
  </article> `;
}
