// Facts of a definition, each with its name before it; what is not known has no line.
import { html, type Markup, type MarkupPart } from '@sextant/engine';

export type Fact = readonly [name: string, value: MarkupPart];

export function factList(facts: readonly Fact[]): Markup | null {
  const known = facts.filter(([, value]) => value !== null && value !== '');
  if (known.length === 0) return null;
  return html`<dl class="pairs card">
    ${known.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** A heading with what stands below it; nothing without that. */
export function part(title: string, body: MarkupPart): Markup | null {
  return body === null
    ? null
    : html`<section>
        <h2>${title}</h2>
        ${body}
      </section>`;
}

/** Sentences without full stops, as a paragraph. */
export function sentences(parts: readonly string[]): string {
  return parts.map((one) => `${one.charAt(0).toUpperCase()}${one.slice(1)}.`).join(' ');
}

/** Texts of definitions, paragraph by paragraph. */
export function paragraphs(text: string | null): Markup | null {
  if (text === null) return null;
  return html`${text.split(/\n\s*\n/).map((one) => html`<p class="prose">${withCode(one.trim())}</p>`)}`;
}

/** What stands in backticks is a name, or something to write. */
export function withCode(text: string): Markup {
  const pieces = text.split(/`([^`\n]+)`/);
  return html`${pieces.map((piece, i) => (i % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;
}

/** Addresses in a text can be followed. */
export function withAddresses(text: string): Markup {
  const pieces = text.split(/(https:\/\/[^\s)>\]]*[^\s)>\].,;:])/);
  return html`${pieces.map((piece, i) => (i % 2 === 1 ? html`<a href="${piece}" rel="noreferrer">${piece}</a>` : piece))}`;
}
