// Turns what the grammar did not expect into problems of the formula, one for each cause.
import type { IToken } from 'chevrotain';
import { unexpectedHint } from './hints.js';
import type { FormulaProblem } from './parsed-formula.js';
import { rangeOfToken, tokens as t } from './tokens.js';

/** A token that the grammar did not expect, or the end of the formula where its place is no number. */
export interface Unexpected {
  readonly token: IToken;
  /** What could have stood there, in plain words. */
  readonly expected: string;
  readonly hint?: string;
}

/** More say nothing new about one formula. */
const maxProblems = 50;

/** `noted` are the problems found before: an error right beside one of them says the same again and is dropped. */
export function grammarProblems(
  unexpected: readonly Unexpected[],
  tokens: readonly IToken[],
  noted: readonly FormulaProblem[],
): readonly FormulaProblem[] {
  const problems: FormulaProblem[] = [];
  for (const one of unexpected) {
    if (problems.length === maxProblems) break;
    const atEnd = Number.isNaN(one.token.startOffset);
    const index = atEnd ? tokens.length - 1 : tokenBefore(tokens, one.token.startOffset);
    const previous = tokens[index] ?? null;
    const end = previous === null ? 0 : rangeOfToken(previous).end;
    const range = atEnd ? { start: end, end } : rangeOfToken(one.token);
    const from = previous?.startOffset ?? 0;
    const beside = (problem: FormulaProblem): boolean => problem.range.end > from && problem.range.start <= range.end;
    if (noted.some(beside) || problems.some(beside)) continue;
    const call = openCall(tokens, index);
    const found = atEnd ? null : one.token.image;
    const hint = one.hint ?? unexpectedHint(found, previous?.image ?? null, call);
    problems.push({
      kind: 'expected',
      range,
      found,
      expected: one.expected === closer ? closing(call) : one.expected,
      hint,
    });
  }
  return problems;
}

/** The words for a missing `)` before it is known what it closes. */
export const closer = '`)`';

function closing(call: { readonly name: string | null } | null): string {
  if (call === null) return closer;
  return call.name === null ? '`)` to close the `(`' : `\`)\` to close the call of \`${call.name}\``;
}

/** The last token that starts before an offset, by halves; -1 where none does. */
function tokenBefore(tokens: readonly IToken[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.startOffset ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The innermost parenthesis still open after the token at `index`, and the name of its call. */
function openCall(tokens: readonly IToken[], index: number): { readonly name: string | null } | null {
  let closed = 0;
  for (let i = index; i >= 0; i--) {
    const type = tokens[i]?.tokenType;
    if (type === t.close) closed++;
    if (type !== t.open || closed-- > 0) continue;
    const before = tokens[i - 1];
    const called = before?.tokenType === t.callName || before?.tokenType === t.cast;
    return { name: called ? before.image.toLowerCase() : null };
  }
  return null;
}
