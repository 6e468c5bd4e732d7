// HTML as a template: every part that is put in is escaped, unless it was made by a template itself.

export interface Markup {
  readonly kind: 'markup';
  readonly text: string;
}

export type Part = string | Markup | null | readonly Part[];

/** A template of HTML or SVG. Attributes in it stand in double quotes. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = own(texts[0]);
  parts.forEach((part, i) => {
    text += rendered(part) + own(texts[i + 1]);
  });
  return { kind: 'markup', text };
}

/** Templates are indented for whoever reads them; of that the page keeps the line breaks. */
function own(text: string | undefined): string {
  return text === undefined ? '' : text.replace(/\n\s*/g, '\n');
}

/** For texts of ours that are no templates: the style sheet and the script. */
export function verbatim(text: string): Markup {
  return { kind: 'markup', text };
}

export const NOTHING: Markup = { kind: 'markup', text: '' };

function rendered(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escaped(part);
  // An array of parts, or markup: `Array.isArray` does not tell a readonly array from it.
  return 'kind' in part ? part.text : part.map(rendered).join('');
}

/** Characters that end a text or an attribute, and those that would turn what follows around or hide it. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replace(UNSAFE, '\ufffd');
}

// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNSAFE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** An id or the target of a link: names may hold any character, ids are kept to plain ones. */
export function idOf(kind: 'goal' | 'kpi' | 'metric' | 'incentive', name: string): string {
  const plain = name.replace(/[^A-Za-z0-9_-]/g, (one) => `.${one.charCodeAt(0).toString(16)}.`);
  return `${kind}-${plain}`;
}
