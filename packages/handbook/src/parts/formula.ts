// A formula as it is written, with what it is and where.
import { html, type Markup, type MarkupPart } from '@sextant/engine';

export function formulaBox(head: MarkupPart, text: string, place: string | null): Markup {
  return html`<div class="formula">
    <p class="formula-head"><span>${head}</span>${place === null ? null : html`<span class="place">${place}</span>`}</p>
    <pre><code>${text}</code></pre>
  </div>`;
}
