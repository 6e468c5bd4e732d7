// A formula as it is written, with its place in the project.
import type { FormulaPart } from '../report-model.js';
import { html, idOf, type Markup } from './markup.js';

export function formulaPart({ role, metric, text, place }: FormulaPart): Markup {
  const name = metric === null ? html`${role}` : html`<a href="#${idOf('metric', metric)}">${role}</a>`;
  return html`<div class="formula">
    <p class="formula-head">${name}<span class="place">${place}</span></p>
    <pre><code>${text}</code></pre>
  </div>`;
}
