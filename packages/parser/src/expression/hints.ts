// What to write instead, for the mistakes that formulas have most often. Null where nothing helps.
import { isHardWord } from './words.js';

export function quoteHint(name: string): string {
  return `\`${name}\` is a word of the language; as a name it stands in double quotes: \`"${name}"\``;
}

const wordHints: ReadonlyMap<string, string> = new Map([
  ['over', 'there are no window functions here: write `rolling(...)`, `cumulative(...)` or `... across ...`'],
  ['filter', 'put the condition inside: `sum(orders.amount where ...)`'],
  ['group', 'write `... per key` inside an aggregate, or ask the question by a dimension'],
  ['from', 'a formula is an expression, not a query: write `sum(dataset.field)`'],
  ['as', 'a formula has no aliases; `as` stands in `cast(value as type)` only'],
  ['then', 'write `case when ... then ... else ... end`'],
  ['ilike', 'write `lower(a) like b`'],
  ['mod', 'write `mod(a, b)`'],
  ['div', 'write `floor(a / b)`'],
  ['xor', 'write `a <> b`'],
  ['having', 'put the condition on groups after `per`: `count(per key where ...)`'],
  ['unless', 'write `case when ... then ... else ... end`'],
]);

const callOnly = new Set(['to', 'at', 'by', 'within', 'each', 'of']);

/** For two values side by side; `beforeThat` is the token before the first of them. */
export function missingOperatorHint(before: string, found: string, beforeThat: string): string | null {
  const lower = found.toLowerCase();
  const first = before.toLowerCase();
  const word = wordHints.get(lower);
  if (word !== undefined) return word;
  if (callOnly.has(lower)) return `\`${lower}\` names an argument of a call and stands inside its parentheses`;
  if (lower === 'full' || lower === 'partial')
    return `\`${lower}\` stands inside calls such as \`prior(m, 1 month, full)\``;
  if (found === '(' && beforeThat === '.') return 'functions stand in front: `count(orders)`';
  if (first === 'if') return 'write `if(condition, a, b)`';
  if (first === 'select') return 'a formula is an expression, not a query: write `sum(dataset.field)`';
  if (first === 'interval') return 'write a span of time as `7 days`';
  if (first === 'not') return null;
  if (/^\d/.test(before) && !before.includes(' ') && /^\p{L}/u.test(found)) {
    return `write a unit one space after its number: \`${before} ${found}\``;
  }
  return null;
}

/**
 * For a token that the grammar did not expect. `previous` is the token before it, or null at the start; `within` is the
 * innermost open parenthesis, with the name of its call.
 */
export function unexpectedHint(
  found: string | null,
  previous: string | null,
  within: { readonly name: string | null } | null,
): string | null {
  const lower = found?.toLowerCase() ?? '';
  const before = previous?.toLowerCase() ?? '';
  if (found === '*' && previous === '(' && within?.name === 'count') return 'count rows with `count(orders)`';
  if (found === '=' && previous === null) return 'a formula starts with its value: remove the `=`';
  if (before === 'is') return 'write `is null` or `is not null`; compare other values with `=`';
  if (lower === 'not') return 'put `not ...` in parentheses';
  if (lower === 'where' || lower === 'dated' || lower === 'across' || lower === 'per') {
    if (before !== '' && /^[\p{L}\p{N}_"')]/u.test(before)) return `put \`... ${lower} ...\` in parentheses`;
    return `as a name it stands in double quotes: \`"${found}"\``;
  }
  if (lower === 'unfiltered') return 'write `... across channel unfiltered`';
  if (lower === 'skip') return 'write `... per month skip`, or `skip missing` in a conversion of money';
  if (lower === 'when' || lower === 'then' || lower === 'else' || lower === 'end') {
    return `\`${lower}\` belongs to \`case when ... then ... else ... end\`; as a name it stands in double quotes`;
  }
  if (isHardWord(lower) && previous !== null && /[(,.]$/.test(previous)) return quoteHint(found ?? '');
  if (found === ',' && within === null) return 'a formula has one value; write its parts as arguments of a call';
  return null;
}

export const chainHint = 'write `a < b and b < c`, or put one comparison in parentheses';
