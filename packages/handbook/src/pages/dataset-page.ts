// A dataset: what a row is, its fields, and the metrics that are made of it.
import { html, type Markup } from '@sextant/engine';
import type { DatasetEntry, FieldEntry } from '../model/handbook.js';
import { factList, paragraphs, part } from '../parts/facts.js';
import { lineagePart } from '../parts/lineage.js';
import { linkText } from '../parts/link-text.js';
import { head } from './head.js';
import { linkTable } from './lists.js';
import type { To } from '../links/to.js';

export function datasetPage(dataset: DatasetEntry, to: To): Markup {
  return html`${head('Dataset', dataset.link.title, dataset.link.name)} ${paragraphs(dataset.description)}
  ${factList([
    ['One row is', dataset.one],
    ['Key', dataset.key.join(', ')],
    ['Time', dataset.time],
    ['Read from', dataset.source],
    ['Defined in', dataset.place],
  ])}
  ${part('Fields', fieldTable(dataset.fields, to))} ${part('Metrics made of it', linkTable(dataset.metrics, to))}
  ${lineagePart(dataset.lineage, to)}`;
}

function fieldTable(fields: readonly FieldEntry[], to: To): Markup {
  return html`<div class="scroll">
    <table class="plain-table">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Type</th>
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        ${fields.map(
          (field) =>
            html`<tr>
              <th scope="row"><code>${field.name}</code></th>
              <td>${field.type}${field.optional ? html` <span class="soft">optional</span>` : null}</td>
              <td>
                ${field.title}${field.title !== null && field.description !== null ? '. ' : null}${field.description}
                ${field.formula === null ? null : html`<code>${field.formula}</code>`}
                ${field.references === null ? null : html`<span class="soft">one of</span> ${linkText(field.references, to)}`}
                ${field.values.length === 0 ? null : html`<span class="soft">${field.values.join(', ')}</span>`}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
