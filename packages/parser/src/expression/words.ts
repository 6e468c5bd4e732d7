// The words of the language: which are reserved, and which are words only where a name could not stand.
import type { ClauseWord, FlagWord } from './tree.js';

/** Reserved everywhere; a name that reads like one of these needs double quotes. */
export const hardWords = [
  'and',
  'or',
  'not',
  'in',
  'between',
  'like',
  'is',
  'null',
  'true',
  'false',
  'case',
  'when',
  'then',
  'else',
  'end',
] as const;

export type HardWord = (typeof hardWords)[number];

/** Words of the language after a complete value, names elsewhere: two values never stand side by side. */
const suffixWords = ['where', 'dated', 'across', 'per', 'unfiltered', 'skip', 'as'] as const;

/** Words that have a meaning where a value could start, and only in front of certain tokens: see read-tokens.ts. */
const leadingWords = ['date', 'datetime', 'timestamp', 'period', 'cast', 'distinct'] as const;

export const clauseWords = ['to', 'at', 'by', 'within', 'each', 'of'] as const satisfies readonly ClauseWord[];

export const flagWords = ['full', 'partial'] as const satisfies readonly FlagWord[];

export type SoftWord =
  | (typeof suffixWords)[number]
  | (typeof leadingWords)[number]
  | (typeof clauseWords)[number]
  | (typeof flagWords)[number];

const hard: ReadonlySet<string> = new Set(hardWords);
const soft: ReadonlySet<string> = new Set([...suffixWords, ...leadingWords, ...clauseWords, ...flagWords]);

export function isHardWord(lower: string): lower is HardWord {
  return hard.has(lower);
}

export function isSoftWord(lower: string): lower is SoftWord {
  return soft.has(lower);
}

export function isClauseWord(lower: string): lower is ClauseWord {
  return (clauseWords as readonly string[]).includes(lower);
}

/**
 * The calls that take `full` or `partial`. The grammar has to know them: in `coalesce(a, full)` the word is a name.
 */
export const windowCalls: ReadonlySet<string> = new Set([
  'prior',
  'change',
  'growth',
  'rolling',
  'cumulative',
  'to_date',
  'whole',
]);

/** Words after `5 ` that are never its unit. */
export const notUnits: readonly string[] = [
  ...hardWords,
  ...suffixWords.filter((word) => word !== 'unfiltered'),
  ...clauseWords,
];

const plainName = /^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u;

/** Whether a name can be written without double quotes. */
export function isPlainName(text: string): boolean {
  return plainName.test(text) && !hard.has(text.toLowerCase());
}
