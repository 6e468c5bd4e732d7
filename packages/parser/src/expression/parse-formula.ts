// Reads a formula's text: the tree, and every mistake at its characters. Never throws, whatever the text is.
import type { IToken, Lexer } from 'chevrotain';
import { brokenAt } from './build.js';
import { FormulaGrammar } from './grammar.js';
import type { FormulaProblem, ParsedFormula } from './parsed-formula.js';
import { grammarProblems } from './grammar-problems.js';
import type { Expr } from './tree.js';
import { readTokens } from './read-tokens.js';
import { makeLexer } from './tokens.js';
import { isDeeperThan } from './walk.js';

/** The longest formula, in UTF-16 units. */
export const maxLength = 20_000;

/** The most levels of a tree: a chain of operators makes one level each, and later stages walk trees by recursion. */
export const maxDepth = 250;

/** More say nothing new about one formula. */
const maxProblems = 50;

// Built once, on the first formula: building costs some milliseconds. Neither keeps anything between formulas.
let machine: { readonly lexer: Lexer; readonly grammar: FormulaGrammar } | undefined;

/**
 * `comments` says whether `--` may start a comment. Where a line break is not kept (every YAML scalar but a `|` block) a
 * comment would swallow the rest of the formula; who knows the scalar says so, else a line break in the text decides.
 */
export function parseFormula(text: string, comments: boolean = text.includes('\n')): ParsedFormula {
  if (text.length > maxLength) {
    return failed(text, { kind: 'tooLong', range: { start: maxLength, end: text.length }, limit: maxLength });
  }
  const { lexer, grammar } = machineOf();
  const { tokens, problems } = readTokens(lexer.tokenize(text), comments);
  if (tokens.length === 0) {
    if (problems.length === 0) problems.push({ kind: 'empty', range: { start: 0, end: 0 } });
    return result(text, brokenAt(0, text.length), problems);
  }
  const parsed = grammar.parse(tokens);
  if (tokens.length > maxDepth && isDeeperThan(parsed.root, maxDepth)) {
    return failed(text, { kind: 'tooDeep', range: { start: 0, end: text.length }, limit: maxDepth });
  }
  problems.push(...grammarProblems(parsed.unexpected, tokens, problems));
  return result(text, parsed.root, problems);
}

/** The tokens with their roles, for who rewrites what stands between them. Comments are between them, as white space is. */
export function tokensOfFormula(text: string): readonly IToken[] {
  return text.length > maxLength ? [] : readTokens(machineOf().lexer.tokenize(text), true).tokens;
}

function machineOf(): { readonly lexer: Lexer; readonly grammar: FormulaGrammar } {
  return (machine ??= { lexer: makeLexer(), grammar: new FormulaGrammar() });
}

function failed(text: string, problem: FormulaProblem): ParsedFormula {
  return { text, root: brokenAt(0, text.length), problems: [problem] };
}

function result(text: string, root: Expr, problems: readonly FormulaProblem[]): ParsedFormula {
  if (problems.length === 0) return { text, root, problems };
  const sorted = problems.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  return { text, root, problems: sorted.slice(0, maxProblems) };
}
