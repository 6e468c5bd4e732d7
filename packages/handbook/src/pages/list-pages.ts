// One page for all entries of a kind.
import { html, statusBadge, type Markup } from '@sextant/engine';
import type { GoalEntry, Part } from '../model/handbook.js';
import { plain } from '../links/names.js';
import { linkList, linkText } from '../parts/link-text.js';
import { firstSentence, kpiTable, metricTable } from './lists.js';
import type { To } from '../links/to.js';

export function metricsPage({ metrics, kind }: Part, to: To): Markup {
  const own = metrics.filter(({ isInput }) => !isInput);
  const inputs = metrics.filter(({ isInput }) => isInput);
  return html`<h1>Metrics</h1>
    ${metricTable(own, to)}
    ${
      inputs.length === 0 || kind === 'project'
        ? null
        : html`<h2>Stand-ins of inputs</h2>
            <p class="prose">Whoever uses the library gives metrics of their own in the place of these.</p>
            ${metricTable(inputs, to)}`
    }`;
}

export function kpisPage({ kpis }: Part, to: To): Markup {
  return html`<h1>KPIs</h1>
    ${kpiTable(kpis, to)}`;
}

export function goalsPage({ goals }: Part, to: To): Markup {
  return html`<h1>Goals</h1>
    ${goalTree(
      goals,
      goals.filter(({ parent }) => parent === null),
      to,
    )}`;
}

/** Goals below goals, each with its KPIs. */
export function goalTree(all: readonly GoalEntry[], roots: readonly GoalEntry[], to: To): Markup {
  return html`<ul class="tree">
    ${roots.map((goal) => {
      const below = all.filter(({ link }) => goal.children.some(({ name }) => name === link.name));
      return html`<li>
        <p class="goal-line">
          <strong>${linkText(goal.link, to)}</strong>
          ${goal.reading === null ? null : statusBadge(goal.reading.reading.status)}
          ${goal.owner === null ? null : html`<span class="soft">${linkText(goal.owner, to)}</span>`}
        </p>
        ${goal.kpis.length === 0 ? null : html`<p>${linkList(goal.kpis, to)}</p>`}
        ${below.length === 0 ? null : goalTree(all, below, to)}
      </li>`;
    })}
  </ul>`;
}

export function datasetsPage({ datasets }: Part, to: To): Markup {
  return html`<h1>Datasets</h1>
    <div class="scroll">
      <table class="plain-table list">
        <thead>
          <tr>
            <th scope="col">Dataset</th>
            <th scope="col">What it is</th>
            <th scope="col">One row is</th>
            <th scope="col" class="number">Fields</th>
          </tr>
        </thead>
        <tbody>
          ${datasets.map(
            ({ link, description, one, fields }) =>
              html`<tr>
                <th scope="row">${linkText(link, to)}</th>
                <td>${firstSentence(description)}</td>
                <td>${one}</td>
                <td class="number">${String(fields.length)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

export function ownersPage({ owners }: Part, to: To): Markup {
  return html`<h1>Owners</h1>
    <div class="scroll">
      <table class="plain-table list">
        <thead>
          <tr>
            <th scope="col">Owner</th>
            <th scope="col">Kind</th>
            <th scope="col">Contact</th>
            <th scope="col">Team</th>
            <th scope="col" class="number">KPIs</th>
          </tr>
        </thead>
        <tbody>
          ${owners.map(
            ({ link, kind, contact, team, kpis }) =>
              html`<tr>
                <th scope="row">${linkText(link, to)}</th>
                <td>${kind}</td>
                <td>${contact}</td>
                <td>${team === null ? null : linkText(team, to)}</td>
                <td class="number">${String(kpis.length)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

export function dimensionsPage({ dimensions }: Part): Markup {
  return html`<h1>Dimensions</h1>
    <dl class="rows">
      ${dimensions.map(
        ({ link, description, type, fields, values }) =>
          html`<div id="${plain(link.name)}">
            <dt>${link.title} <code>${link.name}</code></dt>
            <dd>
              ${description}
              <p class="soft">${type}; ${fields.join(', ')}${values.length === 0 ? null : `; ${values.join(', ')}`}</p>
            </dd>
          </div>`,
      )}
    </dl>`;
}

export function parametersPage({ parameters }: Part, to: To): Markup {
  return html`<h1>Parameters</h1>
    <dl class="rows">
      ${parameters.map(
        ({ link, description, value, usedBy }) =>
          html`<div id="${plain(link.name)}">
            <dt>${link.title} <code>${link.name}</code></dt>
            <dd>
              ${description}
              <p class="soft">
                <code>${value}</code>${usedBy.length === 0 ? null : html`, used by ${linkList(usedBy, to)}`}
              </p>
            </dd>
          </div>`,
      )}
    </dl>`;
}
