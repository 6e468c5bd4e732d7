// A KPI: how it stands and why, its definition in words, and who does what about it.
import { aimText, breakdownParts, html, kpiChart, kpiFacts, statusBadge, valueOf, type Markup } from '@sextant/engine';
import type { KpiEntry } from '../model/handbook.js';
import { factList, paragraphs, sentences } from '../parts/facts.js';
import { formulaBox } from '../parts/formula.js';
import { lineagePart } from '../parts/lineage.js';
import { linkList, linkText } from '../parts/link-text.js';
import { head } from './head.js';
import type { To } from '../links/to.js';

export function kpiPage(kpi: KpiEntry, to: To): Markup {
  const { link, question, words, formulas, playbook } = kpi;
  return html`${head('KPI', link.title, link.name)}
    ${question === null ? null : html`<p class="question">${question}</p>`}
    <div class="columns">
      <div class="story">
        ${standing(kpi)} ${paragraphs(kpi.description)}
        <h2>Definition</h2>
        <dl class="words">
          ${words.map(
            ({ title, sentences: parts }) =>
              html`<div>
                <dt>${title}</dt>
                <dd>${sentences(parts)}</dd>
              </div>`,
          )}
        </dl>
        ${formulas.map(({ role, text, place }) => formulaBox(role, text, place))}
      </div>
      <div class="aside">
        ${factList([
          ['Goal', kpi.goal === null ? null : linkText(kpi.goal, to)],
          ['Owner', kpi.owner === null ? null : linkText(kpi.owner, to)],
          ['Contributors', linkList(kpi.contributors, to)],
          ['Metric', kpi.metric === null ? null : linkText(kpi.metric, to)],
          ['Guardrails', linkList(kpi.guardrails, to)],
          ['Review', kpi.review],
          ['Also called', kpi.aliases.join(', ')],
          ['Defined in', kpi.place],
        ])}
        ${
          playbook.length === 0
            ? null
            : html`<h2>What to do</h2>
                <dl class="playbook">
                  ${playbook.map(
                    ({ status, text }) =>
                      html`<div>
                        <dt>If ${status}</dt>
                        <dd>${text}</dd>
                      </div>`,
                  )}
                </dl>`
        }
      </div>
    </div>
    ${lineagePart(kpi.lineage, to)}`;
}

function standing({ reading: kpi }: KpiEntry): Markup | null {
  if (kpi === null) return null;
  const { reading, style } = kpi;
  return html`<h2>How it stands</h2>
    <h3>${reading.period.label}${reading.period.complete ? null : ', so far'}</h3>
    <div class="now">
      <p class="big">${valueOf(reading.standing.value, style)} ${statusBadge(reading.status)}</p>
      <p class="against"><span class="soft">held against</span> ${aimText(reading.standing.aim, style)}</p>
      <p class="because">${kpi.because.join(' ')}</p>
    </div>
    ${kpiChart(kpi)} ${kpiFacts(kpi)} ${breakdownParts(kpi)}`;
}
