// A metric: what it asks, what it means, what it was, where it comes from, and what to beware of.
import { html, type Markup } from '@sextant/engine';
import type { MetricEntry } from '../model/handbook.js';
import { factList, paragraphs, part, sentences, withAddresses } from '../parts/facts.js';
import { formulaBox } from '../parts/formula.js';
import { lineagePart } from '../parts/lineage.js';
import { linkList, linkText } from '../parts/link-text.js';
import { monthsPart } from '../parts/months.js';
import { examplesPart, workedPart } from '../parts/worked.js';
import { head } from './head.js';
import type { To } from '../links/to.js';

export function metricPage(metric: MetricEntry, to: To): Markup {
  const { link, question, words, formula, place, numbers, sources, mistake } = metric;
  return html`${head(metric.isInput ? 'Input' : 'Metric', link.title, link.name)}
    ${question === null ? null : html`<p class="question">${question}</p>`}
    <div class="columns">
      <div class="story">
        <p class="words-lead">${sentences(words)}</p>
        ${paragraphs(metric.description)} ${formulaBox('Formula', formula, place)}
        ${mistake === null ? null : html`<p class="mistake"><strong>The commonest mistake.</strong> ${mistake}</p>`}
      </div>
      <div class="aside">
        ${factList([
          ['Unit', metric.unit === '' ? 'a plain number' : metric.unit],
          ['Direction', metric.direction],
          ['Adding up', metric.adds],
          ['Also called', metric.aliases.join(', ')],
          ['Owner', metric.owner === null ? null : linkText(metric.owner, to)],
          ['Must not suffer', linkList(metric.guardrails, to)],
          ['Made of', linkList(metric.madeOf, to)],
          ['Used by', linkList(metric.usedBy, to)],
          ['Data', linkList(metric.datasets, to)],
          ['Library', metric.library],
        ])}
      </div>
    </div>
    ${numbers === null ? null : part('Last months', monthsPart(numbers))}
    ${numbers === null ? null : workedPart(numbers.worked, to)} ${examplesPart(metric.examples)}
    ${lineagePart(metric.lineage, to)}
    ${part(
      'Who defines it so',
      sources.length === 0
        ? null
        : html`<ul class="sources">
            ${sources.map((source) => html`<li>${withAddresses(source)}</li>`)}
          </ul>`,
    )}`;
}
