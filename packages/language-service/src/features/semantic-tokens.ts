// The colours of names, formulas and units. What is no more than YAML is left to the editor's own colours.
import type { Range as LspRange, SemanticTokens } from 'vscode-languageserver-types';
import { formulaTokens, spanInScalar, type FormulaTokenRole, type Range, type ScalarNode } from '@sextant/parser';
import type { NameUse } from '@sextant/parser';
import type { SymbolKind } from '@sextant/parser';
import type { Mention } from '../places/mention.js';
import { mentionsOf, reading } from '../symbols/index-of.js';
import { usesIn } from '../symbols/occurrence.js';
import { linesOf, offsetAt, positionAt } from '../text/lines.js';
import type { Workspace } from '../workspace/workspace.js';

/** The words of the tokens' numbers, in their order. */
export const TOKEN_TYPES = [
  'dataset',
  'field',
  'dimension',
  'metric',
  'parameter',
  'owner',
  'goal',
  'kpi',
  'incentive',
  'test',
  'question',
  'library',
  'connection',
  'role',
  'unit',
  'level',
  'period',
  'type',
  'function',
  'keyword',
  'number',
  'string',
  'operator',
  'comment',
] as const;

export const TOKEN_MODIFIERS = ['definition'] as const;

type TokenType = (typeof TOKEN_TYPES)[number];

interface Token {
  /** In the file. */
  readonly start: number;
  readonly end: number;
  readonly type: TokenType;
  readonly isDefinition: boolean;
}

export interface SemanticTokensParams {
  readonly path: string;
  /** Only what lies in it, for the part of a large file that is seen. */
  readonly range?: LspRange;
}

export function semanticTokens(workspace: Workspace, { path, range }: SemanticTokensParams): SemanticTokens {
  const file = workspace.files.get(path);
  if (file === undefined) return { data: [] };
  const lines = linesOf(file);
  const [from, to] = range === undefined ? [0, Infinity] : [offsetAt(lines, range.start), offsetAt(lines, range.end)];
  const read = reading(workspace);
  const tokens = mentionsOf(workspace, path)
    .filter(({ node }) => node.span.end >= from && node.span.start <= to)
    .flatMap((mention) => tokensOf(mention, usesIn(mention, read)))
    .filter(({ start, end }) => end > from && start < to);
  tokens.sort((a, b) => a.start - b.start);
  const data: number[] = [];
  let [line, character, end] = [0, 0, 0];
  for (const token of tokens.flatMap((one) => byLine(one, file.text))) {
    // Where a name is read twice, once is enough.
    if (token.start < end || token.end <= token.start) continue;
    const at = positionAt(lines, token.start);
    data.push(
      at.line - line,
      at.line === line ? at.character - character : at.character,
      token.end - token.start,
      TOKEN_TYPES.indexOf(token.type),
      token.isDefinition ? 1 : 0,
    );
    ({ line, character } = at);
    end = token.end;
  }
  return { data };
}

/** A token of editors lies on one line. */
function byLine(token: Token, text: string): readonly Token[] {
  const written = text.slice(token.start, token.end);
  if (!/[\r\n]/.test(written)) return [token];
  return [...written.matchAll(/[^\r\n]+/g)].map((match) => {
    const indent = match.index === 0 ? 0 : (/^ */.exec(match[0])?.[0].length ?? 0);
    const start = token.start + match.index + indent;
    return { ...token, start, end: token.start + match.index + match[0].length };
  });
}

function tokensOf({ meaning, node }: Mention, uses: readonly NameUse[]): readonly Token[] {
  const isDefinition = meaning.kind === 'definition';
  const token = (range: Range, type: TokenType): Token => ({ ...spanIn(node, range), type, isDefinition });
  const whole = { start: 0, end: node.text.length };
  const named = uses.flatMap((use) => {
    const type = typeOfUse(use);
    return type === null ? [] : [token(use.range, type)];
  });
  switch (meaning.kind) {
    case 'formula':
      return inFormula(node, uses);
    case 'asked':
      return uses.length === 1 && uses[0]?.range.end === node.text.length ? named : inFormula(node, uses);
    case 'period':
      return [token(whole, 'period')];
    case 'type': {
      const base = /^\S*/.exec(node.text)?.[0].length ?? 0;
      return [token({ start: 0, end: base }, 'type'), ...named];
    }
    default:
      return named;
  }
}

const ROLES: Readonly<Partial<Record<FormulaTokenRole, TokenType>>> = {
  call: 'function',
  text: 'string',
  number: 'number',
  word: 'keyword',
  type: 'type',
  operator: 'operator',
  comment: 'comment',
};

function inFormula(node: ScalarNode, uses: readonly NameUse[]): readonly Token[] {
  const at = new Map(uses.map((use) => [use.range.start, use]));
  const token = (range: Range, type: TokenType): Token => ({ ...spanIn(node, range), type, isDefinition: false });
  return formulaTokens(node.text).flatMap((one): readonly Token[] => {
    if (one.role === 'comment' && node.style !== 'literal') return [];
    if (one.role === 'number') {
      const inside = uses.filter(({ range }) => range.start > one.start && range.end <= one.end);
      const unitStart = inside[0]?.range.start ?? one.end;
      const units = inside.flatMap((use) => {
        const type = typeOfUse(use);
        return type === null ? [] : [token(use.range, type)];
      });
      return [token({ start: one.start, end: Math.min(one.end, unitStart) }, 'number'), ...units];
    }
    const use = at.get(one.start);
    const type = (use === undefined ? null : typeOfUse(use)) ?? ROLES[one.role] ?? null;
    // A name of several words and dots is one name.
    return type === null ? [] : [token(use === undefined ? one : use.range, type)];
  });
}

function typeOfUse({ means }: NameUse): TokenType | null {
  switch (means.kind) {
    case 'symbol':
      return TYPE_OF[means.symbol.kind];
    case 'level':
      return 'level';
    case 'unit':
      return 'unit';
    case 'word':
      return 'keyword';
    case 'nothing':
      return null;
  }
}

const TYPE_OF: Readonly<Record<SymbolKind, TokenType>> = {
  dataset: 'dataset',
  field: 'field',
  dimension: 'dimension',
  metric: 'metric',
  parameter: 'parameter',
  owner: 'owner',
  goal: 'goal',
  kpi: 'kpi',
  incentive: 'incentive',
  test: 'test',
  question: 'question',
  library: 'library',
  connection: 'connection',
  role: 'role',
  thing: 'unit',
};

function spanIn(node: ScalarNode, { start, end }: Range): Range {
  const span = spanInScalar(node, start, end);
  return { start: span.start, end: span.end };
}
