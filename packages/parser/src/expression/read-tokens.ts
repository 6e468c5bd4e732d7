// Gives every token its role before the grammar sees it, so that the grammar needs one token of lookahead.
// One fact decides almost everything: two values never stand side by side. After a value a word can only be a word of the
// language (`where`, `to`, `skip`); where a value may start it is a name, and fields may be called `date`, `to` or `period`.
import type { ILexingResult, IToken, TokenType } from 'chevrotain';
import { foreignNotation } from './foreign.js';
import { quoteHint } from './hints.js';
import type { FormulaProblem } from './parsed-formula.js';
import { readNumber } from './read-number.js';
import { put, type TokenReader } from './token-reader.js';
import { hardTokens, rangeOfToken, tokens } from './tokens.js';
import { isClauseWord, isHardWord, isSoftWord, windowCalls, type SoftWord } from './words.js';

export interface ReadTokens {
  readonly tokens: IToken[];
  readonly problems: FormulaProblem[];
}

/** How deep parentheses and cases may stand in each other. The grammar's recursion uses about 5 KB of stack for each. */
export const maxNesting = 64;

export function readTokens(lexed: ILexingResult, comments: boolean): ReadTokens {
  const r: TokenReader = {
    raw: lexed.tokens,
    read: [],
    problems: [],
    opened: [],
    cases: 0,
    afterValue: false,
    last: null,
  };
  if (!comments)
    for (const token of lexed.groups['comments'] ?? [])
      r.problems.push({ kind: 'comment', range: rangeOfToken(token) });
  for (let i = 0; i < r.raw.length; i++) {
    const token = r.raw[i];
    if (token === undefined) break;
    const type = token.tokenType;
    if (type === tokens.word) i += readWord(r, token, i);
    else if (type === tokens.open) i += readOpen(r, token, i);
    else if (type === tokens.close) readClose(r, token);
    else if (type === tokens.number) readNumberToken(r, token);
    else if (type === tokens.text || type === tokens.quotedName) readQuoted(r, token);
    else if (type === tokens.foreign || type === tokens.junk) readForeign(r, token, i);
    else put(r, token, type);
    if (r.last === hardTokens.case) r.cases++;
    else if (r.last === hardTokens.end && r.cases > 0) r.cases--;
    if (r.opened.length + r.cases > maxNesting) {
      return { tokens: [], problems: [{ kind: 'tooDeep', range: rangeOfToken(token), limit: maxNesting }] };
    }
  }
  return { tokens: r.read, problems: r.problems };
}

function readOpen(r: TokenReader, token: IToken, at: number): number {
  const call =
    r.last === tokens.callName || r.last === tokens.cast ? (r.read.at(-1)?.image.toLowerCase() ?? null) : null;
  const next = r.raw[at + 1];
  if (r.last === tokens.callName && next?.tokenType === tokens.close) {
    put(r, { ...token, image: '()', endOffset: rangeOfToken(next).end - 1 }, tokens.nothing);
    return 1;
  }
  put(r, token, tokens.open);
  r.opened.push(call);
  return 0;
}

function readClose(r: TokenReader, token: IToken): void {
  if (r.opened.pop() !== undefined) return put(r, token, tokens.close);
  r.problems.push({
    kind: 'expected',
    range: rangeOfToken(token),
    found: ')',
    expected: 'an operator or the end of the formula',
    hint: 'remove this `)`, or open a `(` before it',
  });
}

function readNumberToken(r: TokenReader, token: IToken): void {
  const number = readNumber(token.image, token.startOffset);
  if (number.kind === 'number') return put(r, token, tokens.number);
  r.problems.push({
    kind: 'expected',
    range: rangeOfToken(token),
    found: token.image,
    expected: 'a number',
    hint: number.hint,
  });
  put(r, token, tokens.brokenValue);
}

function readQuoted(r: TokenReader, token: IToken): void {
  const quote = token.image.charAt(0);
  // Inside, quotes come in pairs: an odd number of them means that the last one is missing.
  let quotes = 0;
  for (let i = token.image.indexOf(quote); i !== -1; i = token.image.indexOf(quote, i + 1)) quotes++;
  if (quotes % 2 === 1) {
    r.problems.push({ kind: 'unterminatedText', range: rangeOfToken(token) });
  } else if (token.image === '""') {
    const hint = "write a text without characters as `''`";
    r.problems.push({
      kind: 'expected',
      range: rangeOfToken(token),
      found: '""',
      expected: 'a name between the quotes',
      hint,
    });
  }
  put(r, token, token.tokenType);
}

function readForeign(r: TokenReader, token: IToken, at: number): void {
  const { reads } = foreignNotation(token.image);
  r.problems.push({ kind: 'unexpectedCharacter', range: rangeOfToken(token), text: token.image });
  const next = r.raw[at + 1]?.tokenType;
  const valueFollows = next !== undefined && next !== tokens.close && next !== tokens.comma;
  switch (reads) {
    case 'nothing':
      return;
    case 'value':
      return put(r, token, tokens.brokenValue);
    case 'operator':
      if (r.afterValue && valueFollows) put(r, token, tokens.brokenOperator);
      return;
    case 'not':
      if (!r.afterValue) put(r, token, hardTokens.not);
      return;
    case 'and':
    case 'or':
      return put(r, token, hardTokens[reads]);
    case 'compare':
    case 'sign':
    case 'times':
      return put(r, token, tokens[reads]);
  }
}

/** Reads the word at `at`; the result is how many further tokens went with it. */
function readWord(r: TokenReader, token: IToken, at: number): number {
  const lower = token.image.toLowerCase();
  const next = r.raw[at + 1];
  if (isHardWord(lower)) {
    if (r.last === tokens.dot) {
      const hint = quoteHint(token.image);
      r.problems.push({
        kind: 'expected',
        range: rangeOfToken(token),
        found: token.image,
        expected: 'a name after `.`',
        hint,
      });
      put(r, token, tokens.word);
    } else {
      put(r, token, hardTokens[lower]);
    }
    return 0;
  }
  if (r.last === tokens.dot) {
    put(r, token, tokens.word);
    return 0;
  }
  if (isSoftWord(lower)) return r.afterValue ? readSuffix(r, token, lower, at) : readLeading(r, token, lower, at);
  put(r, token, next?.tokenType === tokens.open && !r.afterValue ? tokens.callName : tokens.word);
  return 0;
}

/** A soft word after a value: a word of the language where its surroundings allow it. */
function readSuffix(r: TokenReader, token: IToken, lower: SoftWord, at: number): number {
  const call = r.opened.at(-1) ?? null;
  if (lower === 'where' || lower === 'dated' || lower === 'across' || lower === 'per' || lower === 'unfiltered') {
    put(r, token, tokens[lower]);
  } else if (lower === 'skip') {
    return readSkip(r, token, at);
  } else if (lower === 'as' && call === 'cast') {
    put(r, token, tokens.as);
    return readType(r, at);
  } else if (isClauseWord(lower) && call !== null) {
    put(r, token, tokens.clause);
  } else if ((lower === 'full' || lower === 'partial') && call !== null && windowCalls.has(call)) {
    put(r, token, tokens.flag);
  } else {
    return readLeading(r, token, lower, at);
  }
  return 0;
}

function readSkip(r: TokenReader, token: IToken, at: number): number {
  const next = r.raw[at + 1];
  if (next?.image.toLowerCase() !== 'missing' || next.tokenType !== tokens.word) {
    put(r, token, tokens.skip);
    return 0;
  }
  put(r, { ...token, image: 'skip missing', endOffset: rangeOfToken(next).end - 1 }, tokens.flag);
  return 1;
}

/** A soft word where a value may start: a name, unless what follows makes it something else. */
function readLeading(r: TokenReader, token: IToken, lower: SoftWord, at: number): number {
  const next = r.raw[at + 1];
  const first = r.last === tokens.open || r.last === tokens.comma;
  if (next?.tokenType === tokens.text && (lower === 'date' || lower === 'datetime' || lower === 'timestamp')) {
    put(r, token, tokens.date);
  } else if (next?.tokenType === tokens.text && lower === 'period') {
    put(r, token, tokens.period);
  } else if (
    lower === 'distinct' &&
    r.last === tokens.open &&
    r.opened.at(-1) !== null &&
    startsOperand(next, r.raw[at + 2])
  ) {
    put(r, token, tokens.distinct);
  } else if (lower === 'per' && first && (r.opened.at(-1) ?? null) !== null && startsOperand(next, r.raw[at + 2])) {
    put(r, token, tokens.perFirst);
  } else if (isFlagAfterComma(r, lower, next)) {
    put(r, token, tokens.flag);
  } else if (lower === 'skip' && r.last === tokens.comma && isWord(next, 'missing')) {
    return readSkip(r, token, at);
  } else if (next?.tokenType === tokens.open) {
    put(r, token, lower === 'cast' ? tokens.cast : tokens.callName);
  } else {
    put(r, token, tokens.word);
  }
  return 0;
}

function isWord(token: IToken | undefined, lower: string): boolean {
  return token?.tokenType === tokens.word && token.image.toLowerCase() === lower;
}

/** Whether a value starts here that `distinct` or a leading `per` can govern, and not a suffix of a name `distinct`. */
function startsOperand(token: IToken | undefined, after: IToken | undefined): boolean {
  if (token === undefined) return false;
  if (token.tokenType !== tokens.word) return token.tokenType === tokens.quotedName || token.tokenType === tokens.open;
  const lower = token.image.toLowerCase();
  if (isHardWord(lower)) return lower === 'case';
  const suffix = lower === 'where' || lower === 'dated' || lower === 'across' || lower === 'per';
  return !suffix || after?.tokenType === tokens.dot;
}

/** `prior(m, 1 month, full)`: in these calls a bare `full` is never an argument. */
function isFlagAfterComma(r: TokenReader, lower: SoftWord, next: IToken | undefined): boolean {
  if ((lower !== 'full' && lower !== 'partial') || r.last !== tokens.comma) return false;
  const call = r.opened.at(-1) ?? null;
  const alone = next?.tokenType === tokens.close || next?.tokenType === tokens.comma || isWord(next, 'skip');
  return alone && call !== null && windowCalls.has(call);
}

const typeTokens: ReadonlySet<TokenType> = new Set([
  tokens.word,
  tokens.open,
  tokens.close,
  tokens.number,
  tokens.times,
  tokens.comma,
]);

/** Joins the tokens of a type (`decimal(2) EUR/customer`) up to the `)` of its cast; how many there are. */
function readType(r: TokenReader, at: number): number {
  let depth = 0;
  let text = '';
  let last: IToken | undefined;
  let count = 0;
  for (let token = r.raw[at + 1]; token !== undefined; token = r.raw[at + 1 + count]) {
    if (!typeTokens.has(token.tokenType) || (token.tokenType === tokens.comma && depth === 0)) break;
    if (token.tokenType === tokens.open) depth++;
    if (token.tokenType === tokens.close && depth-- === 0) break;
    const gap = token.tokenType === tokens.word && /[\p{L}\p{N}\p{M}_)]$/u.test(text) ? ' ' : '';
    text += gap + token.image;
    last = token;
    count++;
  }
  const first = r.raw[at + 1];
  if (first === undefined || last === undefined) return 0;
  put(r, { ...first, image: text, endOffset: rangeOfToken(last).end - 1 }, tokens.type);
  return count;
}
