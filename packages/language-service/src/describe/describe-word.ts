// What a function, a word of the language, a unit, a key or a code is.
import { codes, currencyCodes, findFunction, TIME_UNITS, type FunctionSpec, type KeyShape } from '@sextant/parser';
import { code, paragraphs } from './markdown.js';

export function describeFunction({ signature, doc, example }: FunctionSpec): string {
  return paragraphs(code(signature), doc, `for example \`${example}\``);
}

/** Words that functions and operators are written with, beside those that have a page of their own as functions. */
const WORDS: Readonly<Record<string, string>> = {
  and: 'both conditions hold',
  or: 'at least one of the conditions holds',
  not: 'the condition does not hold',
  in: "is one of the values: `status in ('paid', 'sent')`",
  between: 'from the first value to the second, both included',
  like: 'matches a pattern: `%` stands for any characters, `_` for one',
  is: '`is null` holds where there is no value, `is not null` where there is one',
  null: 'no value',
  true: 'the condition that always holds',
  false: 'the condition that never holds',
  distinct: 'each value counts once: `count(distinct orders.customer_id)`',
  unfiltered: 'with `across`: also without the conditions on those dimensions',
  skip: 'with `per`: groups of a level without a value are left out',
  full: 'the whole period before, also where the present one is not over',
  partial: 'also where the window begins before the first day of history',
  'skip missing': 'rows without a rate are left out instead of making the whole no value',
  to: 'what follows: the currency of `convert`, the later rows of `conversion`',
  at: 'the day of the rate of `convert`, the distance of `retention`',
  by: 'the field that names who it is about',
  within: 'the time that may pass',
  each: 'the state is taken for each of these apart',
  of: 'with `top_share`: all rows of this dataset count as groups',
  as: 'the type of `cast`',
  when: 'with `case`: the condition, or the value to compare with',
  then: 'with `case`: the value where the condition holds',
  else: 'with `case`: the value where no condition holds',
  end: 'the end of a `case`',
  all: 'with `across`: every dimension',
  time: 'with `across`: the whole range of the question',
  date: "a day: `date '2026-01-31'`",
  datetime: "a wall clock: `datetime '2026-01-31 10:00'`",
  timestamp: "an instant: `timestamp '2026-01-31T10:00:00Z'`",
  period: "a period of the calendar: `period '2026-03'`",
};

export function describeWord(text: string): string | null {
  const word = text.toLowerCase();
  const spec = findFunction(word);
  if (spec !== null) return describeFunction(spec);
  const said = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  return said === undefined ? null : paragraphs(code(word), said);
}

export function describeUnit(word: string): string | null {
  const singular = word.endsWith('s') ? word.slice(0, -1) : word;
  if (currencyCodes().has(word)) return paragraphs(code(word), 'a currency (ISO 4217)');
  if (singular === 'point') return paragraphs(code(word), 'points of a scale, such as those of a net promoter score');
  if (Object.hasOwn(TIME_UNITS, singular))
    return paragraphs(code(word), 'a length of time; seconds to weeks convert exactly');
  return null;
}

export function describeKey(key: string, { doc, required }: KeyShape): string {
  return paragraphs(code(key, 'yaml'), `${doc}${required ? ' (required)' : ''}`);
}

export function describeCode(text: string, page: string | null): string | null {
  const entry = Object.entries(codes).find(([one]) => one === text)?.[1];
  if (entry === undefined) return null;
  return paragraphs(`**${text}**: ${entry.title} (${entry.severity})`, page === null ? null : `[more](${page})`);
}
