// The little English that descriptions of formulas need: plurals, lists, ordinals, names without underscores.

/** `order_lines` is written `order lines`. */
export function humanName(name: string): string {
  return name.replaceAll('_', ' ');
}

/** `order lines` is written `Order lines`. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A title in the middle of a sentence: `Acquired by` loses its capital, `DE share` and `eNPS` keep theirs. */
export function inSentence(title: string): string {
  return /^\p{Lu}(?:\p{Ll}|$)/u.test(title) ? title.slice(0, 1).toLowerCase() + title.slice(1) : title;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  person: 'people',
  child: 'children',
  man: 'men',
  woman: 'women',
};

/** The plural of a thing's name, of its last word only: `spend day` is `spend days`, `entry` is `entries`. */
export function plural(thing: string): string {
  const at = thing.lastIndexOf(' ') + 1;
  const word = thing.slice(at);
  return thing.slice(0, at) + (IRREGULAR[word] ?? pluralOfWord(word));
}

/** What a dataset that is named in the plural has in each row: `orders` has an `order`, `entries` an `entry`. */
export function singular(things: string): string {
  if (/[^aeiou]ies$/.test(things)) return `${things.slice(0, -3)}y`;
  return isPlural(things) ? things.slice(0, -1) : things;
}

function isPlural(word: string): boolean {
  return word.endsWith('s') && !/(?:ss|us|is)$/.test(word);
}

function pluralOfWord(word: string): string {
  // What counts may be named in the plural already: by default it is the dataset's name.
  if (isPlural(word)) return word;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return `${word}s`;
}

/** `a, b or c`. */
export function listed(parts: readonly string[], word: 'and' | 'or'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1) ?? ''}`;
}

/** `90th`, `1st`, `22nd`. */
export function ordinal(whole: string): string {
  if (/1[123]$/.test(whole)) return `${whole}th`;
  const ending: Readonly<Record<string, string>> = { '1': 'st', '2': 'nd', '3': 'rd' };
  return `${whole}${ending[whole.slice(-1)] ?? 'th'}`;
}
