// An alias or an acronym means one thing: who says CPC means one of the two.
import { currencyCodes } from '../types/currencies.js';
import type { Located } from '../shape/definitions.js';
import { namedMeanings, type NamedMeaning } from './named-meanings.js';
import { ambiguousWord } from './set-errors.js';
import type { Rule } from './rule.js';

export const oneWordOneMeaning: Rule = {
  name: 'one-word-one-meaning',
  check(graph, report) {
    // Most projects have few words of this kind, and many names.
    if (!hasWords(graph.metrics) && !hasWords(graph.kpis)) return;
    const all = namedMeanings(graph);
    const named = new Map<string, { readonly of: NamedMeaning; readonly place: Located }[]>();
    const add = (word: string, of: NamedMeaning, place: Located): void => {
      const same = named.get(word.toLowerCase());
      if (same === undefined) named.set(word.toLowerCase(), [{ of, place }]);
      else same.push({ of, place });
    };
    // Names first: a word that is the name of something else is wrong, not the name.
    for (const of of all) add(of.name.text, of, of.name);
    for (const of of all) {
      const own = new Set<string>();
      for (const { word, place } of wordsOf(of.def)) {
        if (own.has(word.toLowerCase())) continue;
        own.add(word.toLowerCase());
        const other = named.get(word.toLowerCase())?.find((one) => one.of.measured !== of.measured);
        if (other !== undefined) report(ambiguousWord({ text: word, span: place.span }, of, other.place, other.of));
        add(word, of, place);
      }
    }
  },
};

function hasWords(definitions: ReadonlyMap<string, { readonly def: NamedMeaning['def'] }>): boolean {
  for (const { def } of definitions.values())
    if (((def.aliases?.length ?? 0) > 0 || def.title?.text.includes('(') === true) && wordsOf(def).length > 0)
      return true;
  return false;
}

interface Word {
  readonly word: string;
  readonly place: Located;
}

function wordsOf(def: NamedMeaning['def']): readonly Word[] {
  const aliases = (def.aliases ?? []).map((place) => ({ word: place.text, place }));
  const { title } = def;
  return title === null ? aliases : [...aliases, ...acronymsIn(title.text).map((word) => ({ word, place: title }))];
}

/** `CPC` of `Cost per click (CPC)`: it abbreviates what stands before it. A unit, a currency or a region in parentheses does not. */
export function acronymsIn(title: string): readonly string[] {
  if (!title.includes('(')) return [];
  return [...title.matchAll(/\(([A-Z][A-Z0-9]{1,9})s?\)/g)].flatMap(({ 1: acronym = '', index }) => {
    const before = title.slice(0, index).toLowerCase();
    const initials = [...before.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(([initial]) => initial).join('');
    const letters = acronym.toLowerCase();
    if (currencyCodes().has(acronym)) return [];
    const abbreviates =
      isWithin(letters, initials) || (letters.length > 2 && letters[0] === initials[0] && isWithin(letters, before));
    return abbreviates ? [acronym] : [];
  });
}

/** Whether the letters stand in the text in their order. */
function isWithin(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of text) if (letter === letters[at]) at++;
  return at === letters.length;
}
