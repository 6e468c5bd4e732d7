// The glossary: every metric behind the KPIs, in words and as a formula.
import { capitalised } from '@sextant/parser';
import type { GlossaryEntry } from '../report-model.js';
import { formulaPart } from './formula-part.js';
import { html, idOf, type Markup } from './markup.js';

export function glossaryEntry(entry: GlossaryEntry): Markup {
  const { metric, title, aliases, description, words, unit, formula, datasets, usedBy } = entry;
  return html`<div class="entry" id="${idOf('metric', metric)}">
    <h3>${title}${aliases.length === 0 ? null : html` <span class="soft">${aliases.join(', ')}</span>`}</h3>
    ${description === null ? null : html`<p>${description}</p>`}
    <p>${words.map((one) => `${capitalised(one)}.`).join(' ')}</p>
    ${formulaPart({ ...formula, metric: null })}
    <p class="soft">
      ${unit === '' ? 'A plain number' : `Unit: ${unit}`}${datasets.length === 0 ? '' : `; from ${datasets.join(', ')}`}.
      Used by
      ${usedBy.map(({ kpi, title: name }, i) => html`${i === 0 ? null : ', '}<a href="#${idOf('kpi', kpi)}">${name}</a>`)}.
    </p>
  </div>`;
}
