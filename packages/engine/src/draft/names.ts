// Names for what a file calls otherwise: such as formulas can write without quotes.

const WORDS: ReadonlySet<string> = new Set(
  (
    'across all and asc at between by case cast count dated desc distinct each else end false from in is like ' +
    'not null of or partial per period skip spread then time to true unfiltered when where with within'
  ).split(' '),
);
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', Æ: 'ae', ø: 'o', Ø: 'o', œ: 'oe', ł: 'l' };

/** `Order Date` becomes `order_date`; what is a name already stays. Names that differ in case only are the same here. */
export function nameFor(text: string, taken: ReadonlySet<string>, fallback: string): string {
  const isName = /^[A-Za-z_]\w*$/.test(text) && !WORDS.has(text.toLowerCase());
  const plain = isName ? text : plainName(text) || fallback;
  const free = (name: string): boolean => !taken.has(name.toLowerCase());
  if (free(plain)) return plain;
  for (let number = 2; ; number += 1) if (free(`${plain}_${number}`)) return `${plain}_${number}`;
}

function plainName(text: string): string {
  const name = text
    .normalize('NFKD')
    .replaceAll(/[^\0-\u007f]/gu, (letter) => LETTERS[letter] ?? '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  if (WORDS.has(name)) return `${name}_`;
  return /^\d/.test(name) ? `n${name}` : name;
}

/** What one row is, where the name of a dataset is a plural that can be told: `orders`, `countries`. */
export function singularOf(name: string): string | null {
  const word = /[a-z]+$/.exec(name)?.[0] ?? '';
  if (word.length < 4 || /(?:ss|us|is|news|series|data)$/.test(word)) return null;
  if (word.endsWith('ies')) return `${name.slice(0, -3)}y`;
  if (/(?:ch|sh|x|z|sse)s$|xes$|ches$|shes$|sses$/.test(word)) return name.slice(0, -2);
  return word.endsWith('s') ? name.slice(0, -1) : null;
}
