// What the search of a handbook looks through: a script that sets one list, for pages from a disk may not fetch files.
import type { Handbook, Link, Part } from './model/handbook.js';

/** Kind, title, name, other words to be found by, and where it is. */
type Found = readonly [kind: string, title: string, name: string, words: string, href: string];

export function searchScript(book: Handbook): string {
  const entries = book.parts.flatMap((part) => entriesOf(part, book.parts.length > 1));
  // `<` would not matter in a file of its own; it does where somebody puts the file into a page.
  return `window.HANDBOOK_SEARCH = ${JSON.stringify(entries).replaceAll('<', '\\u003c')};\n`;
}

function entriesOf(part: Part, several: boolean): readonly Found[] {
  const entry = (kind: string, { title, name, href }: Link, ...words: readonly (string | null)[]): Found => [
    several ? `${kind}, ${part.title}` : kind,
    title,
    name,
    words.filter((one) => one !== null && one !== '').join(' '),
    href,
  ];
  return [
    ...part.kpis.map(({ link, aliases, question }) => entry('KPI', link, ...aliases, question)),
    ...part.metrics.map(({ link, aliases, question, description }) =>
      entry('metric', link, ...aliases, question, description),
    ),
    ...part.goals.map(({ link, description }) => entry('goal', link, description)),
    ...part.owners.map(({ link, contact }) => entry('owner', link, contact)),
    ...part.datasets.map(({ link, description, fields }) =>
      entry('dataset', link, description, ...fields.map(({ name }) => name)),
    ),
    ...part.dimensions.map(({ link, description }) => entry('dimension', link, description)),
    ...part.parameters.map(({ link, description }) => entry('parameter', link, description)),
  ];
}
