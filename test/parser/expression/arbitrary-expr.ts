// Random trees of every kind that a formula can have, and random texts that look like formulas.
import * as fc from 'fast-check';
import type { CallExpr, Expr, NameExpr, NamePart } from '../../../packages/parser/src/expression/tree.js';
import { isPlainName } from '../../../packages/parser/src/expression/words.js';

const range = { start: 0, end: 0 };

const words =
  'a b_1 revenue Orders date to by at per where skip full partial all time distinct as cast période день end and missing of'.split(
    ' ',
  );

const part: fc.Arbitrary<NamePart> = fc
  .tuple(fc.oneof(fc.constantFrom(...words), fc.string({ minLength: 1, maxLength: 6 })), fc.boolean())
  .map(([text, quoted]) => {
    const clean = text.replace(/[\n\r]/g, ' ');
    return { text: clean, quoted: quoted || !isPlainName(clean), range };
  });

/** Alone, these words mean something else in some places, such as `full` after a comma; quoted they never do. */
const delicate = /^(?:per|distinct)$/i;

const name: fc.Arbitrary<NameExpr> = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => ({
  kind: 'name',
  parts: parts.map((one) => (delicate.test(one.text) ? { ...one, quoted: true } : one)),
  range,
}));

const literalText = fc
  .oneof(fc.constantFrom("it's", '--', '2026-01-31', ''), fc.string({ maxLength: 8 }))
  .map((text) => text.replace(/[\n\r]/g, ' '));

const digits = fc.oneof(fc.constantFrom('0', '0.90', '1200000', '45'), fc.nat().map(String));

const literal: fc.Arbitrary<Expr> = fc.oneof(
  fc
    .tuple(digits, fc.constantFrom(null, 'EUR', 'EUR/customer', 'days', 'EUR*day/order', 'Stück'))
    .map(([text, unit]): Expr => ({
      kind: 'number',
      text,
      percent: false,
      unit: unit === null ? null : { text: unit, range },
      range,
    })),
  digits.map((text): Expr => ({ kind: 'number', text, percent: true, unit: null, range })),
  literalText.map((value): Expr => ({ kind: 'text', value, range })),
  fc.boolean().map((value): Expr => ({ kind: 'boolean', value, range })),
  fc.constant<Expr>({ kind: 'null', range }),
  fc
    .tuple(fc.constantFrom('date', 'datetime', 'timestamp'), literalText)
    .map(([type, text]): Expr => ({ kind: 'date', type, text, range })),
  literalText.map((text): Expr => ({ kind: 'period', text, range })),
);

/** `per k` and `per k where p`, the arguments without a value of their own. */
function leadsWithPer(tree: Expr): boolean {
  if (tree.kind === 'per') return tree.of === null || leadsWithPer(tree.of);
  return tree.kind === 'where' && leadsWithPer(tree.of);
}

const keys = fc.array(name, { minLength: 1, maxLength: 2 });

export const expr: fc.Arbitrary<Expr> = fc.letrec<{ expr: Expr; call: CallExpr; argument: Expr }>((tie) => {
  const one = tie('expr');
  return {
    expr: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      name,
      literal,
      fc.tuple(fc.constantFrom('-', '+', 'not'), one).map(([op, of]): Expr => ({ kind: 'unary', op, of, range })),
      fc
        .tuple(
          fc.constantFrom('and', 'or', '=', '<>', '<', '<=', '>', '>=', '+', '-', '*', '/', '||', 'like'),
          one,
          one,
          fc.boolean(),
        )
        .map(([op, left, right, not]): Expr => ({
          kind: 'binary',
          op,
          negated: op === 'like' && not,
          left,
          right,
          opRange: range,
          range,
        })),
      fc
        .tuple(one, one, one, fc.boolean())
        .map(([of, low, high, negated]): Expr => ({ kind: 'between', of, low, high, negated, range })),
      fc
        .tuple(one, fc.array(one, { minLength: 1, maxLength: 3 }), fc.boolean())
        .map(([of, options, negated]): Expr => ({ kind: 'in', of, options, negated, range })),
      fc.tuple(one, fc.boolean()).map(([of, negated]): Expr => ({ kind: 'is', of, negated, range })),
      fc
        .tuple(
          fc.option(one),
          // oxlint-disable-next-line unicorn/no-thenable -- a branch of a `case`, never awaited
          fc.array(fc.record({ when: one, then: one }), { minLength: 1, maxLength: 2 }),
          fc.option(one),
        )
        .map(([of, branches, otherwise]): Expr => ({ kind: 'case', of, branches, otherwise, range })),
      fc
        .tuple(one, fc.constantFrom('text', 'decimal(2)', 'decimal(2) EUR/customer'))
        .map(([of, type]): Expr => ({ kind: 'cast', of, type, typeRange: range, range })),
      tie('call'),
      fc.tuple(one, one).map(([of, condition]): Expr => ({ kind: 'where', of, condition, range })),
      fc.tuple(one, name).map(([of, field]): Expr => ({ kind: 'dated', of, field, range })),
      fc
        .tuple(one, keys, fc.boolean())
        .map(([of, keys, unfiltered]): Expr => ({ kind: 'across', of, keys, unfiltered, range })),
      fc.tuple(one, keys, fc.boolean()).map(([of, keys, skip]): Expr => ({ kind: 'per', of, keys, skip, range })),
    ),
    /** Also without a value of its own, with suffixes around it. */
    argument: fc.oneof(
      one,
      fc.tuple(keys, fc.boolean(), fc.option(one)).map(([keys, skip, condition]): Expr => {
        const per: Expr = { kind: 'per', of: null, keys, skip, range };
        return condition === null ? per : { kind: 'where', of: per, condition, range };
      }),
    ),
    call: fc
      .record({
        name: fc.constantFrom('sum', 'quantile', 'prior', 'convert', 'f_1', 'date', 'where', 'année'),
        distinct: fc.boolean(),
        args: fc.array(tie('argument'), { maxLength: 3 }),
        clauses: fc.array(fc.tuple(fc.constantFrom('to', 'at', 'by', 'within', 'each', 'of'), one), { maxLength: 2 }),
        flags: fc.subarray(['full', 'partial', 'skip missing'] as const),
      })
      .map(({ name, distinct, args, clauses, flags }): CallExpr => ({
        kind: 'call',
        name,
        nameRange: range,
        // What only stands beside an argument needs one.
        distinct: distinct && args[0] !== undefined && !leadsWithPer(args[0]),
        args,
        clauses: args.length === 0 ? [] : clauses.map(([word, value]) => ({ word, value, wordRange: range })),
        flags:
          args.length === 0
            ? []
            : flags.filter((word) => word === 'skip missing' || name === 'prior').map((word) => ({ word, range })),
        range,
      })),
  };
}).expr;

const pieces = [
  ...words,
  ...`( ) ( ) , . + - * / || = <> != < <= > >= and or not in between like is null true false case when then else end where dated across per
  unfiltered skip as to at by within each of full partial date datetime period cast distinct count sum prior quantile 1 0.5 5% 7 65 EUR 1e3 .5
  'x' '' "n" ' " -- == && ! % ^ ; {{ }} [ ] \` $ # @ ? : ≥ × 2026-01-01 missing`.split(/\s+/),
  '7 days',
  '45 EUR/customer',
  "date '2026-01-01'",
  'sum(',
  'prior(',
];

/** Tokens of the language and of others in any order. */
export const soup: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', ' ', ' ', '', '\n')), { maxLength: 40 })
  .map((parts) => parts.map(([piece, gap]) => piece + gap).join(''));
