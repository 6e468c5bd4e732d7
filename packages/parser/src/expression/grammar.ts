// The grammar of formulas: operators, and the suffixes around them; values are in grammar-values.ts.
// The tokens already have their roles (read-tokens.ts), so one token of lookahead decides.
import type { IToken, ParserMethod, TokenType } from 'chevrotain';
import { binary, chain, wrapUnary } from './build.js';
import type { GrammarResult } from './grammar-base.js';
import { suffixes, ValueGrammar } from './grammar-values.js';
import { chainHint } from './hints.js';
import { hardTokens as hard, tokens as t } from './tokens.js';
import type { Expr } from './tree.js';

const afterNot: ReadonlySet<TokenType> = new Set([hard.in, hard.between, hard.like]);
const comparisons: ReadonlySet<TokenType> = new Set([t.compare, hard.is, hard.not, ...afterNot]);
const connectives: ReadonlySet<TokenType> = new Set([hard.and, hard.or]);
const negations: ReadonlySet<TokenType> = new Set([hard.not]);
const operations: ReadonlySet<TokenType> = new Set([t.sign, t.times, t.brokenOperator]);
const signTokens: ReadonlySet<TokenType> = new Set([t.sign]);

export class FormulaGrammar extends ValueGrammar {
  constructor(checked = false) {
    super(checked);
    this.performSelfAnalysis();
  }

  parse(tokens: IToken[]): GrammarResult {
    return this.run(this.formula, tokens);
  }

  /** Where an expression ends too early, the rest is still read, for its mistakes. */
  protected readonly formula: ParserMethod<[], Expr> = this.RULE('formula', () => {
    let root = this.SUBRULE1(this.suffixed);
    // Known to chevrotain as a part of the rule, and taken below only.
    this.OPTION({ GATE: () => false, DEF: () => this.SUBRULE2(this.suffixed) });
    while (this.goesOn()) {
      this.note(this.LA(1), 'an operator or the end of the formula');
      this.SKIP_TOKEN();
      if (!this.lacksValue()) this.SUBRULE2(this.suffixed);
      root = { kind: 'broken', range: this.since(root) };
    }
    return root;
  });

  /** `e where p`, `e dated f`, `e across d`, `e per k`: the weakest of all, from left to right. */
  protected readonly suffixed: ParserMethod<[], Expr> = this.RULE('suffixed', () => {
    let of = this.SUBRULE(this.logical);
    if (!this.has(suffixes)) return of;
    this.MANY(() => {
      of = this.SUBRULE(this.suffix, { ARGS: [of] });
    });
    return of;
  });

  protected readonly suffix: ParserMethod<[Expr], Expr> = this.RULE('suffix', (of: Expr): Expr =>
    this.OR<Expr>([
      {
        ALT: () => {
          this.CONSUME(t.where);
          const condition = this.SUBRULE(this.logical);
          return this.ACTION(() => ({ kind: 'where', of, condition, range: this.since(of) }));
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.dated);
          const field = this.SUBRULE(this.name);
          return this.ACTION(() =>
            field === null
              ? { kind: 'broken', range: this.since(of) }
              : { kind: 'dated', of, field, range: this.since(of) },
          );
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.across);
          const keys = this.SUBRULE1(this.keys);
          const unfiltered = this.OPTION1(() => this.CONSUME(t.unfiltered)) !== undefined;
          return this.ACTION(() =>
            keys.length === 0
              ? { kind: 'broken', range: this.since(of) }
              : { kind: 'across', of, keys, unfiltered, range: this.since(of) },
          );
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.per);
          return this.SUBRULE(this.perKeys, { ARGS: [of, this.ACTION(() => of.range.start)] });
        },
      },
    ]),
  );

  /** `and` and `or` over comparisons. */
  protected readonly logical: ParserMethod<[], Expr> = this.RULE('logical', () => {
    const first = this.SUBRULE1(this.negation);
    if (!this.has(connectives)) return first;
    const operands: Expr[] = [first];
    const operators: IToken[] = [];
    this.MANY(() => {
      operators.push(this.OR([{ ALT: () => this.CONSUME(hard.and) }, { ALT: () => this.CONSUME(hard.or) }]));
      operands.push(this.SUBRULE2(this.negation));
    });
    return this.ACTION(() => chain(operands, operators));
  });

  protected readonly negation: ParserMethod<[], Expr> = this.RULE('negation', () => {
    const nots: IToken[] = [];
    if (this.has(negations)) {
      this.MANY1(() => {
        nots.push(this.CONSUME(hard.not));
      });
    }
    let left = this.SUBRULE(this.arithmetic);
    if (!this.has(comparisons)) return nots.length === 0 ? left : wrapUnary(nots, left);
    let count = 0;
    this.MANY2(() => {
      if (count++ > 0) this.note(this.LA(1), '`and` or `or` after a comparison', chainHint);
      const whole = this.SUBRULE(this.comparison, { ARGS: [left] });
      left = count > 1 ? { kind: 'broken', range: this.since(left) } : whole;
    });
    return this.ACTION(() => wrapUnary(nots, left));
  });

  /** What follows the left side of a comparison. */
  protected readonly comparison: ParserMethod<[Expr], Expr> = this.RULE('comparison', (of: Expr): Expr =>
    this.OR<Expr>([
      {
        ALT: () => {
          const operator = this.CONSUME(t.compare);
          const right = this.SUBRULE1(this.arithmetic);
          return this.ACTION(() => binary(operator, of, right));
        },
      },
      {
        ALT: () => {
          this.CONSUME(hard.is);
          const negated = this.OPTION(() => this.CONSUME1(hard.not)) !== undefined;
          if (this.lacks(hard.null)) return this.lost(of, '`null` after `is`');
          this.CONSUME(hard.null);
          return this.ACTION(() => ({ kind: 'is', of, negated, range: this.since(of) }));
        },
      },
      {
        ALT: () => {
          this.CONSUME2(hard.not);
          if (!this.RECORDING_PHASE && !afterNot.has(this.LA(1).tokenType)) {
            return this.lost(of, '`in`, `between` or `like` after `not`');
          }
          return this.SUBRULE1(this.membership, { ARGS: [of, true] });
        },
      },
      { ALT: () => this.SUBRULE2(this.membership, { ARGS: [of, false] }) },
    ]),
  );

  /** `in (...)`, `between a and b`, `like p`: the comparisons that `not` may stand before. */
  protected readonly membership: ParserMethod<[Expr, boolean], Expr> = this.RULE(
    'membership',
    (of: Expr, negated: boolean): Expr =>
      this.OR<Expr>([
        {
          ALT: () => {
            this.CONSUME(hard.in);
            const options = this.SUBRULE(this.options);
            return this.ACTION(() => ({ kind: 'in', of, options, negated, range: this.since(of) }));
          },
        },
        {
          ALT: () => {
            this.CONSUME(hard.between);
            const low = this.SUBRULE1(this.arithmetic);
            if (this.lacks(hard.and)) return this.lost(of, '`and` between the two bounds');
            this.CONSUME(hard.and);
            const high = this.SUBRULE2(this.arithmetic);
            return this.ACTION(() => ({ kind: 'between', of, low, high, negated, range: this.since(of) }));
          },
        },
        {
          ALT: () => {
            const operator = this.CONSUME(hard.like);
            const right = this.SUBRULE3(this.arithmetic);
            return this.ACTION(() => binary(operator, of, right, negated));
          },
        },
      ]),
  );

  protected readonly options: ParserMethod<[], Expr[]> = this.RULE('options', () => {
    const options: Expr[] = [];
    const listed = !this.lacks(t.open);
    if (!listed && this.LA(1).tokenType !== t.brokenValue) this.missing('a list in `( )`');
    // A single value without its parentheses; known to chevrotain as a part of the rule, and never taken for `(`.
    this.OPTION({
      GATE: () => !listed,
      DEF: () => options.push(this.SUBRULE3(this.primary)),
    });
    if (!listed) return options;
    this.CONSUME(t.open);
    options.push(this.SUBRULE1(this.bare));
    this.MANY(() => {
      this.CONSUME(t.comma);
      options.push(this.SUBRULE2(this.bare));
    });
    this.close();
    return options;
  });

  /** `+ - || * /`; chain() knows which binds tighter. */
  protected readonly arithmetic: ParserMethod<[], Expr> = this.RULE('arithmetic', () => {
    const first = this.SUBRULE1(this.signed);
    if (!this.has(operations)) return first;
    const operands: Expr[] = [first];
    const operators: IToken[] = [];
    this.MANY(() => {
      operators.push(
        this.OR([
          { ALT: () => this.CONSUME(t.sign) },
          { ALT: () => this.CONSUME(t.times) },
          { ALT: () => this.CONSUME(t.brokenOperator) },
        ]),
      );
      operands.push(this.SUBRULE2(this.signed));
    });
    return this.ACTION(() => chain(operands, operators));
  });

  protected readonly signed: ParserMethod<[], Expr> = this.RULE('signed', () => {
    const signs: IToken[] = [];
    if (this.has(signTokens)) {
      this.MANY(() => {
        signs.push(this.CONSUME(t.sign));
      });
    }
    const of = this.SUBRULE(this.primary);
    if (signs.length === 0) return of;
    return this.ACTION(() => wrapUnary(signs, of));
  });
}
