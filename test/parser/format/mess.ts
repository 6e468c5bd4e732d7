// Makes a mess of a formatted file without changing what it says: what the formatter has to put right again.
import { parseFormula, tokensOfFormula } from '../../../packages/parser/src/expression/parse-formula.js';
import { rangeOfToken, tokens as kinds } from '../../../packages/parser/src/expression/tokens.js';
import { formulasOf } from '../../../packages/parser/src/format/formula-places.js';
import { readFileTokens } from '../../../packages/parser/src/format/read-file-tokens.js';
import type { Token } from '../../../packages/parser/src/format/tokens.js';
import { readYaml } from '../../../packages/parser/src/yaml/read-yaml.js';
import type { SourceFile } from '@sextant/parser';

/** A whole number from 0 up to `below`. */
export type Chance = (below: number) => number;

/** The same numbers for the same seed. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export interface Wish {
  /** Breaks and comments inside brackets: the formatter keeps them. */
  readonly breaks: boolean;
}

export function messUp(file: SourceFile, chance: Chance, wish: Wish): string {
  const { text } = file;
  const root = readYaml(file).value;
  const tokens = root === null ? null : readFileTokens(text, root);
  if (root === null || tokens === null) throw new Error('cannot be read');
  const formulas = formulasOf(root, file.path);
  const step = 2 + chance(3);
  const scaled = (column: number): number => (column / 2) * step;
  const commented = new Set(tokens.filter((one) => one.kind === 'comment').map((one) => one.line));
  let out = '';
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    const written = text.slice(before?.end ?? 0, token.start);
    if (before === undefined || token.line > before.endLine) {
      const empty = token.line - (before?.endLine ?? 0) - 1;
      if (before !== undefined)
        out += (isText(before) ? '' : ' '.repeat(chance(3))) + '\n'.repeat(emptyLines(token, before, empty));
      out += ' '.repeat(scaled(token.column));
    } else if (token.kind === 'comment') out += written;
    else if (before.kind === 'dash') out += ' '.repeat(step - 1);
    else if (commented.has(token.line) || before.flow?.isRow === true || token.flow?.isRow === true) out += written;
    else if (wish.breaks && before.flow !== null && /^(?:open|comma)$/.test(before.kind) && chance(3) === 0) {
      out += `${[' # c', '', ' #'][chance(3)]}\n${' '.repeat(scaled(before.frame.column + 2) + chance(5))}`;
    } else out += gap(before, token, written);
    out += textOf(token);
  }
  const ends = chance(3) === 0 ? '' : '\n'.repeat(1 + chance(3));
  const all = out + (tokens.length === 0 ? '' : ends);
  return (chance(3) === 0 ? '\ufeff' : '') + (chance(2) === 0 ? all.replaceAll('\n', '\r\n') : all);

  function emptyLines(token: Token, before: Token, empty: number): number {
    if (empty > 0) return 2 + chance(3);
    return token.isSection && token.opensBlock && before.kind !== 'comment' ? 1 + chance(3) : 1;
  }

  function gap(before: Token, token: Token, written: string): string {
    if (before.kind === 'colon') return ' '.repeat(1 + chance(3));
    if (token.flow === null || (token.kind === 'open' && token.flow.parent === null))
      return written + ' '.repeat(chance(2));
    return ' '.repeat(chance(3));
  }

  function textOf(token: Token): string {
    const source = text.slice(token.start, token.end);
    const { node } = token;
    if (node === null) return source;
    const lines = source.split('\n');
    if (lines.length > 1) {
      // As far as the text around it has moved.
      const moved = ' '.repeat(scaled(token.frame.column) - token.frame.column);
      return lines.map((line, at) => (at === 0 || line === '' ? line : moved + line)).join('\n');
    }
    return formulas.has(node) && node.style === 'plain' && !commented.has(token.line)
      ? messUpFormula(source, chance)
      : source;
  }
}

function isText({ node, line, endLine }: Token): boolean {
  return node !== null && (endLine > line || node.style === 'literal' || node.style === 'folded');
}

/** Words of the language in capitals, and other spaces. */
export function messUpFormula(text: string, chance: Chance): string {
  // `no value` is none.
  if (parseFormula(text).problems.length > 0) return text;
  let out = '';
  let end = 0;
  let last = '';
  for (const token of tokensOfFormula(text)) {
    const { start, end: next } = rangeOfToken(token);
    const written = text.slice(end, start);
    const image = text.slice(start, next);
    const isOperator = token.tokenType === kinds.compare || /^(?:=|<|>|<=|>=|<>|!=)$/.test(last);
    if (end > 0) {
      if (written === '') out += /^[(),]$/.test(image) || last === '(' ? ' '.repeat(chance(2)) : '';
      else out += ' '.repeat(isOperator ? chance(3) : 1 + chance(2));
    }
    const isWord = /^(?:where|and|or|not|in|case|when|then|else|end|sum|count|per|between|is|null|distinct)$/.test(
      image,
    );
    out += isWord && token.tokenType !== kinds.word && chance(3) === 0 ? image.toUpperCase() : image;
    end = next;
    last = image;
  }
  return out;
}
