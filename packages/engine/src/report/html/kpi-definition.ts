// A KPI's definition: in words, and as the formulas that it is made of.
import { capitalised } from '@sextant/parser';
import type { KpiPart } from '../report-model.js';
import { formulaPart } from './formula-part.js';
import { html, type Markup } from './markup.js';

export function kpiDefinition({ words, description, formulas, aliases }: KpiPart): Markup {
  const groups: readonly (readonly [string, readonly string[]])[] = [
    ['Measures', words.measure],
    ['Target', [...words.target, ...words.pacing]],
    ['Status', [...words.status, ...words.guardrails]],
    ['Trend', words.trend],
  ];
  return html`<h4>Definition</h4>
    ${description === null ? null : html`<p class="description">${description}</p>`}
    <dl class="words">
      ${groups.map(([name, parts]) =>
        parts.length === 0
          ? null
          : html`<div>
              <dt>${name}</dt>
              <dd>${parts.map((part) => `${capitalised(part)}.`).join(' ')}</dd>
            </div>`,
      )}${
        aliases.length === 0
          ? null
          : html`<div>
              <dt>Also called</dt>
              <dd>${aliases.join(', ')}</dd>
            </div>`
      }
    </dl>
    <div class="formulas">${formulas.map(formulaPart)}</div>`;
}
