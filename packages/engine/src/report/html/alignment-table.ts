// Goals by departments: who owns, who contributes, who has no part.
import type { Alignment } from '../report-model.js';
import { html, idOf, type Markup } from './markup.js';

export function alignmentTable({ departments, rows }: Alignment): Markup {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Goals by departments">
      <table class="matrix">
        <caption class="hidden">
          Goals by departments
        </caption>
        <thead>
          <tr>
            <th scope="col">Goal</th>
            ${departments.map(({ title }) => html`<th scope="col">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ goal, title, depth, cells }) =>
              html`<tr>
                <th scope="row" class="depth-${String(Math.min(depth, 4))}">
                  <a href="#${idOf('goal', goal)}">${title}</a>
                </th>
                ${cells.map(cell)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="soft">
      A goal counts the KPIs of the goals below it. Departments are the teams that belong to no other team; what their
      roles and people do is theirs.
    </p>`;
}

function cell({ relation, kpis, ownsGoal }: Alignment['rows'][number]['cells'][number]): Markup {
  if (relation === 'none')
    return html`<td class="none-cell"><span aria-hidden="true">–</span><span class="hidden">no part</span></td>`;
  const word = relation === 'owned' ? 'owns' : 'contributes';
  const parts = [
    ...(ownsGoal ? ['the goal'] : []),
    ...(kpis.length === 0 ? [] : [kpis.length === 1 ? '1 KPI' : `${kpis.length} KPIs`]),
  ];
  return html`<td class="${relation}">
    <svg class="icon" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
      ${relation === 'owned' ? html`<rect class="fill" x="2" y="2" width="10" height="10" rx="1.5" />` : html`<rect class="outline" x="2.75" y="2.75" width="8.5" height="8.5" rx="1.5" />`}</svg
    ><span title="${kpis.join(', ')}">${word} <span class="soft">${parts.join(', ')}</span></span>
  </td>`;
}
