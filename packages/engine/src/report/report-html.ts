// A report as one HTML file that needs nothing else: no network, no fonts, no script to be read. The same model gives the
// same bytes.
import { alignmentTable } from './html/alignment-table.js';
import { glossaryEntry } from './html/glossary-part.js';
import { goalTree } from './html/goal-tree.js';
import { incentivePart } from './html/incentive-part.js';
import { kpiPage } from './html/kpi-page.js';
import { legend } from './html/legend.js';
import { html, idOf, verbatim, type Markup } from './html/markup.js';
import { notesPart } from './html/notes-part.js';
import { filters, masthead, summary } from './html/overview.js';
import { policyFor } from './html/policy.js';
import { scorecardTable } from './html/scorecard-table.js';
import { SCRIPT } from './html/script.js';
import { statusIcon } from './html/status-mark.js';
import { STYLE } from './html/style.js';
import type { ReportModel } from './report-model.js';

interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
  /** Links to the parts of it. */
  readonly parts: Markup | null;
}

export function reportHtml(model: ReportModel): string {
  const sections = sectionsOf(model);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${policyFor(STYLE, SCRIPT)}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${model.project}: KPI report as of ${model.asOf}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the report</a>
        <div class="frame">
          <nav class="contents" aria-label="Contents">
            <ul>
              ${sections.map(({ id, title, parts }) => html`<li><a href="#${id}">${title}</a>${parts}</li>`)}
            </ul>
          </nav>
          <main id="main" tabindex="-1">
            ${masthead(model)}
            ${sections.map(
              ({ id, title, body }) =>
                html`<section class="${id}" id="${id}" aria-labelledby="${id}-title">
                  <h2 id="${id}-title">${title}</h2>
                  ${body}
                </section> `,
            )}
          </main>
        </div>
        ${SCRIPT_ELEMENT}
      </body>
    </html> `;
  return page.text;
}

// To the character what the policy has hashed.
const STYLE_ELEMENT = verbatim(`<style>${STYLE}</style>`);
const SCRIPT_ELEMENT = verbatim(`<script>${SCRIPT}</script>`);

function sectionsOf(model: ReportModel): readonly Section[] {
  const section = (id: string, title: string, body: Markup, parts: Markup | null = null): Section => ({
    id,
    title,
    body,
    parts,
  });
  return [
    section('scorecard-section', 'Scorecard', html`${summary(model)}${filters(model)}${scorecardTable(model)}`),
    ...(model.kpis.length === 0 ? [] : [section('kpis', 'KPIs', html`${model.kpis.map(kpiPage)}`, kpiLinks(model))]),
    ...(model.goals.length === 0 ? [] : [section('goals', 'Goals', goalTree(model))]),
    ...(model.goals.length === 0 || model.alignment.departments.length === 0
      ? []
      : [section('alignment', 'Goals and departments', alignmentTable(model.alignment))]),
    ...(model.incentives.length === 0
      ? []
      : [section('incentives', 'Incentives', html`${model.incentives.map(incentivePart)}`)]),
    ...(model.glossary.length === 0
      ? []
      : [section('glossary', 'Glossary', html`<div class="entries">${model.glossary.map(glossaryEntry)}</div>`)]),
    section('notes', 'What the data said', notesPart(model.notes)),
    section('reading', 'How to read this', legend()),
  ];
}

function kpiLinks({ kpis }: ReportModel): Markup {
  return html`<ul>
    ${kpis.map(
      ({ reading }) =>
        html`<li>
          <a href="#${idOf('kpi', reading.kpi)}">${statusIcon(reading.status)}<span>${reading.title}</span></a>
        </li>`,
    )}
  </ul>`;
}
