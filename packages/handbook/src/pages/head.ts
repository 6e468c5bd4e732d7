// The head of an entry's page.
import { html, type Markup } from '@sextant/engine';

/** `name` is how formulas name it. */
export function head(kind: string, title: string, name: string): Markup {
  return html`<header class="entry-head">
    <p class="eyebrow">${kind} <code>${name}</code></p>
    <h1>${title}</h1>
  </header>`;
}
