// Owners in the page.
import type { Person } from '../report-model.js';
import { html, type Markup } from './markup.js';

export function personName({ title }: Person): Markup {
  return html`<span class="person">${title}</span>`;
}

/** With the team and how to reach them. */
export function personLine({ title, team, contact }: Person): Markup {
  const beside = [...(team === null ? [] : [team]), ...(contact === null ? [] : [contact])].join(', ');
  return html`<span class="person">${title}</span>${beside === '' ? null : html` <span class="soft">${beside}</span>`}`;
}
