// What every page has: the head, the way through the handbook, and the search.
import { html, type Markup, type MarkupPart } from '@sextant/engine';
import type { Handbook, Part } from '../model/handbook.js';
import { toFrom, type To } from '../links/to.js';

/** A page of a part; where no part is given, of the handbook as a whole. */
export interface PageFrame {
  readonly book: Handbook;
  readonly part: Part | null;
  /** From the root of the handbook: `metrics/cac.html`. */
  readonly path: string;
  readonly title: string;
}

// The style and the script are files of the handbook, from a server or from a disk; nothing else is ever loaded or sent.
const POLICY = [
  "default-src 'none'",
  "style-src 'self' file:",
  "script-src 'self' file:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export function page({ book, part, path, title }: PageFrame, content: (to: To) => MarkupPart): string {
  const to = toFrom(path);
  const full = title === book.title ? title : `${title} – ${book.title}`;
  return html`<!doctype html>
    <html lang="en" data-root="${to('')}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${full}</title>
        <link rel="stylesheet" href="${to('handbook.css')}" />
        <script src="${to('handbook.js')}" defer></script>
        <script src="${to('search.js')}" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the page</a>
        <header class="top">
          <a class="home" href="${to('index.html')}">${book.title}</a>
          <search class="search">
            <input
              id="search"
              type="search"
              placeholder="Search metrics, KPIs, goals …"
              aria-label="Search"
              autocomplete="off"
              role="combobox"
              aria-expanded="false"
              aria-controls="found"
              aria-autocomplete="list"
              hidden
            />
            <ul id="found" role="listbox" aria-label="Found" hidden></ul>
          </search>
          <button id="theme" type="button" hidden>Dark theme</button>
        </header>
        <div class="${book.parts.length > 1 ? 'frame book several' : 'frame book'}">
          <nav class="contents" aria-label="Contents">${contents(book, part, path, to)}</nav>
          <main id="main" tabindex="-1">${content(to)}</main>
        </div>
      </body>
    </html> `.text;
}

function contents(book: Handbook, part: Part | null, path: string, to: To): Markup {
  const several = book.parts.length > 1;
  return html`<ul>
    ${book.parts.map(
      (one) =>
        html`<li>
          ${several ? item(`${one.folder}index.html`, one.title, path, to) : null}
          ${
            !several || one === part
              ? html`<ul>
                  ${sections(one)
                    .slice(several ? 1 : 0)
                    .map(([href, title]) => html`<li>${item(href, title, path, to)}</li>`)}
                </ul>`
              : null
          }
        </li>`,
    )}
  </ul>`;
}

function item(href: string, title: string, path: string, to: To): Markup {
  return href === path
    ? html`<a href="${to(href)}" aria-current="page">${title}</a>`
    : html`<a href="${to(href)}">${title}</a>`;
}

/** The lists of a part that have something in them. */
export function sections(part: Part): readonly (readonly [href: string, title: string])[] {
  const { folder, goals, kpis, metrics, datasets, dimensions, parameters, owners } = part;
  const all: readonly (readonly [string, string, readonly unknown[]])[] = [
    ['index.html', 'Overview', [part]],
    ['goals.html', 'Goals', goals],
    ['kpis.html', 'KPIs', kpis],
    ['metrics.html', 'Metrics', metrics],
    ['datasets.html', 'Datasets', datasets],
    ['dimensions.html', 'Dimensions', dimensions],
    ['parameters.html', 'Parameters', parameters],
    ['owners.html', 'Owners', owners],
  ];
  return all.flatMap(([file, title, entries]) => (entries.length === 0 ? [] : [[`${folder}${file}`, title] as const]));
}
