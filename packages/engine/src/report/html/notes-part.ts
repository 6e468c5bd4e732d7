// What the data said while it was read and asked.
import type { Note } from '../report-model.js';
import { html, type Markup } from './markup.js';

export function notesPart(notes: readonly Note[]): Markup {
  if (notes.length === 0) return html`<p>Nothing: every reference leads to a row, every row has a time.</p>`;
  return html`<ul class="notes">
    ${notes.map(
      ({ severity, code, message, place, details }) =>
        html`<li>
          <p><span class="severity ${severity}">${severity}</span> ${ticked(message)}</p>
          ${details.map((one) => html`<p class="soft">${ticked(one)}</p>`)}
          <p class="soft"><code>${code}</code> at <code>${place}</code></p>
        </li>`,
    )}
  </ul>`;
}

/** Names stand in backticks in messages. */
function ticked(text: string): Markup {
  return html`${text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}
