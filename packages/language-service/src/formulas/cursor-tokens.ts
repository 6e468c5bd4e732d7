// The end of a formula that is being written: what is written now, and the tokens before it.
import { formulaTokens, type FormulaToken } from '@sextant/parser';

export interface Written {
  readonly start: number;
  readonly prefix: string;
  readonly quoted: 'name' | 'text' | null;
  readonly afterNumber: boolean;
  /** Where its token begins. */
  readonly from: number;
}

/** `per` and `distinct` are words only in front of something: an `x` stands for what is not written yet. */
export function tokensBefore(head: string): readonly FormulaToken[] {
  const read = formulaTokens(`${head}x`);
  const all = read.at(-1)?.start === head.length ? read.slice(0, -1) : formulaTokens(head);
  return all.filter(({ role }) => role !== 'comment');
}

export function writtenAt(tokens: readonly FormulaToken[], before: string): Written {
  const last = tokens.at(-1);
  const nothing = { start: before.length, prefix: '', quoted: null, afterNumber: false, from: before.length };
  if (last === undefined) return nothing;
  const isOpen = (quote: string): boolean =>
    last.text.length === 1 || !last.text.endsWith(quote) || odd(last.text, quote);
  if (last.role === 'text' && last.end === before.length && isOpen("'"))
    return { start: last.start + 1, prefix: last.text.slice(1), quoted: 'text', afterNumber: false, from: last.start };
  if (last.role === 'quoted name' && last.end === before.length && isOpen('"'))
    return { start: last.start + 1, prefix: last.text.slice(1), quoted: 'name', afterNumber: false, from: last.start };
  if (last.end !== before.length) return nothing;
  if (last.role === 'number') {
    const space = last.text.indexOf(' ');
    if (space === -1) return nothing;
    // The number stays a value; only its unit is being written.
    return {
      start: last.start + space + 1,
      prefix: last.text.slice(space + 1),
      quoted: null,
      afterNumber: true,
      from: last.start,
    };
  }
  if (!/^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u.test(last.text)) return nothing;
  return { start: last.start, prefix: last.text, quoted: null, afterNumber: false, from: last.start };
}

/** Inside, quotes come in pairs. */
function odd(text: string, quote: string): boolean {
  return text.split(quote).length % 2 === 0;
}

export function endsValue({ role, text }: FormulaToken): boolean {
  switch (role) {
    case 'name':
    case 'quoted name':
    case 'text':
    case 'number':
    case 'close':
    case 'nothing':
    case 'type':
    case 'broken':
      return true;
    case 'word':
      return /^(?:null|true|false|end|unfiltered|skip|skip missing|full|partial)$/i.test(text);
    default:
      return false;
  }
}

/** `orders . billing .` */
export function pathBefore(tokens: readonly FormulaToken[]): {
  readonly path: readonly string[];
  readonly rest: readonly FormulaToken[];
} {
  const path: string[] = [];
  let at = tokens.length;
  while (tokens[at - 1]?.role === 'dot') {
    const part = tokens[at - 2];
    if (part === undefined || (part.role !== 'name' && part.role !== 'quoted name')) break;
    path.unshift(nameOf(part));
    at -= 2;
  }
  return { path, rest: tokens.slice(0, at) };
}

export function nameOf({ role, text }: FormulaToken): string {
  return role === 'quoted name' ? text.replace(/^"|"$/g, '') : text;
}

/** The name before a comparison or a list of values that is open. */
export function comparedWith(tokens: readonly FormulaToken[]): readonly string[] | null {
  let at = tokens.length - 1;
  const last = tokens[at];
  if (last === undefined) return null;
  if (last.role === 'comma' || last.role === 'open') {
    while (at >= 0 && /^(?:comma|text|number)$/.test(tokens[at]?.role ?? '')) at--;
    if (tokens[at]?.role !== 'open' || !isWord(tokens[at - 1], 'in')) return null;
    at -= isWord(tokens[at - 2], 'not') ? 3 : 2;
  } else if (last.role === 'operator' && /^(?:=|<>|!=|<=?|>=?)$/.test(last.text)) at--;
  else if (isWord(last, 'like')) at -= isWord(tokens[at - 1], 'not') ? 2 : 1;
  else return null;
  const path: string[] = [];
  for (let part = tokens[at]; part !== undefined; part = tokens[at]) {
    if (part.role !== 'name' && part.role !== 'quoted name') break;
    path.unshift(nameOf(part));
    if (tokens[at - 1]?.role !== 'dot') break;
    at -= 2;
  }
  return path.length === 0 ? null : path;
}

function isWord(token: FormulaToken | undefined, word: string): boolean {
  return token?.role === 'word' && token.text.toLowerCase() === word;
}

export function caseStep(text: string): number {
  const word = text.toLowerCase();
  return word === 'case' ? 1 : word === 'end' ? -1 : 0;
}
