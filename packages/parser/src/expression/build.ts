// Makes nodes of the tree out of what the grammar collected.
import type { IToken } from 'chevrotain';
import { foreignNotation } from './foreign.js';
import { rangeOfToken, tokens } from './tokens.js';
import type { BinaryOp, BrokenExpr, CaseExpr, Expr, NamePart, UnaryExpr } from './tree.js';

export function brokenAt(start: number, end: number): BrokenExpr {
  return { kind: 'broken', range: { start, end } };
}

export function branch(when: Expr, then: Expr): CaseExpr['branches'][number] {
  // oxlint-disable-next-line unicorn/no-thenable -- a branch of a `case`, never awaited
  return { when, then };
}

export function unquote(token: IToken): string {
  const image = token.image;
  const quote = image.charAt(0);
  const closed = image.length > 1 && image.endsWith(quote);
  const inner = image.slice(1, closed ? -1 : undefined);
  return inner.includes(quote) ? inner.replaceAll(quote + quote, quote) : inner;
}

export function namePart(token: IToken): NamePart {
  const quoted = token.tokenType === tokens.quotedName;
  return { text: quoted ? unquote(token) : token.image, quoted, range: rangeOfToken(token) };
}

/** Wraps a value in the signs or `not`s before it, the nearest first. */
export function wrapUnary(operators: readonly IToken[], of: Expr): Expr {
  let result = of;
  for (let i = operators.length - 1; i >= 0; i--) {
    const operator = operators[i];
    if (operator === undefined) continue;
    const op: UnaryExpr['op'] = operator.image === '+' ? '+' : operator.tokenType === tokens.sign ? '-' : 'not';
    result = { kind: 'unary', op, of: result, range: { start: operator.startOffset, end: of.range.end } };
  }
  return result;
}

/** The operator that a token means; foreign spellings were reported already. */
export function operatorOf(token: IToken): BinaryOp {
  const text = token.image.toLowerCase();
  switch (text) {
    case 'and':
    case 'or':
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '+':
    case '-':
    case '*':
    case '/':
    case '||':
    case 'like':
      return text;
    case '!=':
      return '<>';
  }
  const { replacement } = foreignNotation(token.image);
  return replacement === null ? '=' : operatorOf({ ...token, image: replacement });
}

const strength: Readonly<Record<string, number>> = { or: 1, and: 2, '+': 3, '-': 3, '||': 3, '*': 4, '/': 4 };

function strengthOf(operator: IToken): number {
  return operator.tokenType === tokens.brokenOperator ? 5 : (strength[operatorOf(operator)] ?? 5);
}

/**
 * Builds a chain of left-associative operators by their strength (`a + b * c`): one flat rule of the grammar instead of
 * one per strength, which keeps deep formulas off the call stack.
 */
export function chain(operands: readonly Expr[], operators: readonly IToken[]): Expr {
  const first = operands[0] ?? brokenAt(0, 0);
  const values: Expr[] = [first];
  const waiting: IToken[] = [];
  const join = (): void => {
    const operator = waiting.pop();
    const right = values.pop();
    const left = values.pop();
    if (operator !== undefined && left !== undefined && right !== undefined) values.push(binary(operator, left, right));
  };
  for (let i = 0; i < operators.length; i++) {
    const operator = operators[i];
    const operand = operands[i + 1];
    if (operator === undefined || operand === undefined) break;
    for (let top = waiting.at(-1); top !== undefined && strengthOf(top) >= strengthOf(operator); top = waiting.at(-1)) {
      join();
    }
    waiting.push(operator);
    values.push(operand);
  }
  while (waiting.length > 0) join();
  return values[0] ?? first;
}

export function binary(operator: IToken, left: Expr, right: Expr, negated = false): Expr {
  const range = { start: left.range.start, end: Math.max(left.range.end, right.range.end) };
  const nothing = left.kind === 'broken' && right.kind === 'broken';
  if (nothing || operator.tokenType === tokens.brokenOperator) return { kind: 'broken', range };
  return { kind: 'binary', op: operatorOf(operator), negated, left, right, opRange: rangeOfToken(operator), range };
}

/**
 * In `quantile(orders.amount, 0.9 where status = 'paid')` the condition belongs to the first argument: a number has no
 * rows that it could select. So a suffix right after the last argument moves to the first where that argument is a number,
 * or where the call is `quantile`, whose last argument is one even when it is a parameter's name.
 */
export function moveLastSuffix(call: string, args: readonly Expr[]): readonly Expr[] {
  const first = args[0];
  const last = args.at(-1);
  if (args.length < 2 || first === undefined || last === undefined || !isSuffixed(last)) return args;
  const suffixes: Expr[] = [];
  let base: Expr = last;
  // A pair of parentheses widens a range, so an inner start further right means that the suffixes stand inside one.
  while (isSuffixed(base) && base.range.start === base.of.range.start) {
    suffixes.push(base);
    base = base.of;
  }
  const movable = base.kind === 'number' || (call === 'quantile' && base.kind !== 'per');
  if (suffixes.length === 0 || !movable) return args;
  let moved: Expr = first;
  for (const suffix of suffixes.reverse()) {
    if (!isSuffixed(suffix)) continue;
    moved = { ...suffix, of: moved, range: { start: first.range.start, end: suffix.range.end } };
  }
  return [moved, ...args.slice(1, -1), base];
}

export type Suffixed = Extract<Expr, { kind: 'where' | 'dated' | 'across' | 'per' }> & { readonly of: Expr };

export function isSuffixed(expr: Expr): expr is Suffixed {
  if (expr.kind === 'per') return expr.of !== null;
  return expr.kind === 'where' || expr.kind === 'dated' || expr.kind === 'across';
}
