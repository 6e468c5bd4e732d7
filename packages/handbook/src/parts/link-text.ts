// Links to other pages.
import { html, type Markup } from '@sextant/engine';
import type { Link } from '../model/handbook.js';
import type { To } from '../links/to.js';

export function linkText({ href, title }: Link, to: To): Markup {
  return html`<a href="${to(href)}">${title}</a>`;
}

/** With commas between them; null where there are none. */
export function linkList(links: readonly Link[], to: To): Markup | null {
  if (links.length === 0) return null;
  return html`${links.map((link, i) => html`${i === 0 ? null : ', '}${linkText(link, to)}`)}`;
}
