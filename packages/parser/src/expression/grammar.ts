// The grammar of formulas. Its tokens already have their roles (read-tokens.ts), so one token of lookahead decides.
import type { IToken, ParserMethod } from 'chevrotain';
import { binary, chain, moveLastSuffix, namePart, unquote, wrapUnary } from './build.js';
import { GrammarBase, type GrammarResult } from './grammar-base.js';
import { chainHint } from './hints.js';
import { readNumber } from './read-number.js';
import { hardTokens as hard, rangeOfToken, tokens as t } from './tokens.js';
import type { CaseExpr, Clause, ClauseWord, DateExpr, Expr, Flag, FlagWord, NameExpr, NamePart } from './tree.js';

export class FormulaGrammar extends GrammarBase {
  constructor(checked = false) {
    super(checked);
    this.performSelfAnalysis();
  }

  parse(tokens: IToken[], textEnd: number): GrammarResult {
    return this.run(this.formula, tokens, textEnd);
  }

  /** Where an expression ends too early, the rest is still read, for its mistakes. */
  private readonly formula: ParserMethod<[], Expr> = this.RULE(
    'formula',
    () => {
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
    },
    { recoveryValueFunc: this.broken },
  );

  /** `e where p`, `e dated f`, `e across d`, `e per k`: the weakest of all, from left to right. */
  private readonly suffixed: ParserMethod<[], Expr> = this.RULE(
    'suffixed',
    () => {
      let of = this.SUBRULE(this.logical);
      this.MANY(() => {
        of = this.SUBRULE(this.suffix, { ARGS: [of] });
      });
      return of;
    },
    { recoveryValueFunc: this.broken },
  );

  /** An argument may also have no value of its own: `count(per customers.customer_id where m >= 2)`. */
  private readonly argument: ParserMethod<[], Expr> = this.RULE(
    'argument',
    () => {
      let of = this.either(
        t.perFirst,
        () => this.SUBRULE(this.perFirst),
        () => this.SUBRULE(this.logical),
      );
      this.MANY(() => {
        of = this.SUBRULE(this.suffix, { ARGS: [of] });
      });
      return of;
    },
    { recoveryValueFunc: this.broken },
  );

  private readonly suffix: ParserMethod<[Expr], Expr> = this.RULE(
    'suffix',
    (of: Expr): Expr =>
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
    { recoveryValueFunc: this.broken },
  );

  private readonly perFirst: ParserMethod<[], Expr> = this.RULE(
    'perFirst',
    () => {
      const start = this.CONSUME(t.perFirst).startOffset;
      return this.SUBRULE(this.perKeys, { ARGS: [null, start] });
    },
    { recoveryValueFunc: this.broken },
  );

  private readonly perKeys: ParserMethod<[Expr | null, number], Expr> = this.RULE(
    'perKeys',
    (of: Expr | null, start: number) => {
      const keys = this.SUBRULE(this.keys);
      const skip = this.OPTION(() => this.CONSUME(t.skip)) !== undefined;
      return this.ACTION((): Expr => {
        const range = this.from(start);
        return keys.length === 0 ? { kind: 'broken', range } : { kind: 'per', of, keys, skip, range };
      });
    },
    { recoveryValueFunc: this.broken },
  );

  /** The names that could be read; none is a mistake, already noted. */
  private readonly keys: ParserMethod<[], NameExpr[]> = this.RULE('keys', () => {
    const keys: NameExpr[] = [];
    const add = (name: NameExpr | null): void => {
      if (name !== null) keys.push(name);
    };
    this.either(
      t.open,
      () => {
        this.CONSUME(t.open);
        add(this.SUBRULE1(this.name));
        this.MANY(() => {
          this.CONSUME(t.comma);
          add(this.SUBRULE2(this.name));
        });
        this.close();
      },
      () => add(this.SUBRULE3(this.name)),
    );
    return keys;
  });

  /** Null where a part is missing: half a name would only be an unknown one. */
  private readonly name: ParserMethod<[], NameExpr | null> = this.RULE('name', () => {
    const parts: (NamePart | null)[] = [this.SUBRULE1(this.namePart)];
    this.MANY(() => {
      this.CONSUME(t.dot);
      parts.push(this.SUBRULE2(this.namePart));
    });
    return this.ACTION((): NameExpr | null => {
      const whole = parts.filter((part) => part !== null);
      const start = whole[0]?.range.start ?? 0;
      return whole.length < parts.length ? null : { kind: 'name', parts: whole, range: this.from(start) };
    });
  });

  private readonly namePart: ParserMethod<[], NamePart | null> = this.RULE('namePart', () => {
    if (this.lacks(t.word) && this.lacks(t.quotedName)) {
      this.missing('a name');
      return null;
    }
    const token = this.OR([{ ALT: () => this.CONSUME(t.word) }, { ALT: () => this.CONSUME(t.quotedName) }]);
    return this.ACTION(() => namePart(token));
  });

  /** `and` and `or` over comparisons. */
  private readonly logical: ParserMethod<[], Expr> = this.RULE(
    'logical',
    () => {
      const operands: Expr[] = [this.SUBRULE1(this.negation)];
      const operators: IToken[] = [];
      this.MANY(() => {
        operators.push(this.OR([{ ALT: () => this.CONSUME(hard.and) }, { ALT: () => this.CONSUME(hard.or) }]));
        operands.push(this.SUBRULE2(this.negation));
      });
      return this.ACTION(() => chain(operands, operators));
    },
    { recoveryValueFunc: this.broken },
  );

  private readonly negation: ParserMethod<[], Expr> = this.RULE(
    'negation',
    () => {
      const nots: IToken[] = [];
      this.MANY1(() => {
        nots.push(this.CONSUME(hard.not));
      });
      let left = this.SUBRULE(this.arithmetic);
      let comparisons = 0;
      this.MANY2(() => {
        if (comparisons++ > 0) this.note(this.LA(1), '`and` or `or` after a comparison', chainHint);
        const whole = this.SUBRULE(this.comparison, { ARGS: [left] });
        left = comparisons > 1 ? { kind: 'broken', range: this.since(left) } : whole;
      });
      return this.ACTION(() => wrapUnary(nots, left));
    },
    { recoveryValueFunc: this.broken },
  );

  /** What follows the left side of a comparison. */
  private readonly comparison: ParserMethod<[Expr], Expr> = this.RULE(
    'comparison',
    (of: Expr): Expr =>
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
            this.CONSUME(hard.null);
            return this.ACTION(() => ({ kind: 'is', of, negated, range: this.since(of) }));
          },
        },
        {
          ALT: () => {
            this.CONSUME2(hard.not);
            return this.SUBRULE1(this.membership, { ARGS: [of, true] });
          },
        },
        { ALT: () => this.SUBRULE2(this.membership, { ARGS: [of, false] }) },
      ]),
    { recoveryValueFunc: this.broken },
  );

  /** `in (...)`, `between a and b`, `like p`: the comparisons that `not` may stand before. */
  private readonly membership: ParserMethod<[Expr, boolean], Expr> = this.RULE(
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
    { recoveryValueFunc: this.broken },
  );

  private readonly options: ParserMethod<[], Expr[]> = this.RULE('options', () => {
    const options: Expr[] = [];
    if (this.lacks(t.open)) {
      const foreign = this.LA(1).tokenType === t.brokenValue;
      options.push(this.missing('a list in `( )`'));
      if (!this.lacksValue()) options.push(this.SUBRULE3(this.primary));
      if (!foreign) return options;
      return options.slice(1);
    }
    this.CONSUME(t.open);
    options.push(this.SUBRULE1(this.logical));
    this.MANY(() => {
      this.CONSUME(t.comma);
      options.push(this.SUBRULE2(this.logical));
    });
    this.close();
    return options;
  });

  /** `+ - || * /`; chain() knows which binds tighter. */
  private readonly arithmetic: ParserMethod<[], Expr> = this.RULE(
    'arithmetic',
    () => {
      const operands: Expr[] = [this.SUBRULE1(this.signed)];
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
    },
    { recoveryValueFunc: this.broken },
  );

  private readonly signed: ParserMethod<[], Expr> = this.RULE(
    'signed',
    () => {
      const signs: IToken[] = [];
      this.MANY(() => {
        signs.push(this.CONSUME(t.sign));
      });
      const of = this.SUBRULE(this.primary);
      return this.ACTION(() => wrapUnary(signs, of));
    },
    { recoveryValueFunc: this.broken },
  );

  private readonly primary: ParserMethod<[], Expr> = this.RULE(
    'primary',
    (): Expr => {
      if (this.lacksValue()) return this.missing('a value');
      return this.OR<Expr>([
        {
          ALT: () => {
            const start = this.ACTION(() => this.startOf(this.LA(1)));
            return this.SUBRULE(this.name) ?? { kind: 'broken', range: this.from(start) };
          },
        },
        { ALT: () => this.SUBRULE(this.call) },
        {
          ALT: () => {
            const token = this.CONSUME(t.number);
            return this.ACTION(() => {
              const number = readNumber(token.image, token.startOffset);
              return number.kind === 'number' ? number : { kind: 'broken', range: rangeOfToken(token) };
            });
          },
        },
        {
          ALT: () => {
            const token = this.CONSUME1(t.text);
            return this.ACTION(() => ({ kind: 'text', value: unquote(token), range: rangeOfToken(token) }));
          },
        },
        { ALT: () => this.SUBRULE(this.group) },
        {
          ALT: () => {
            const lead = this.CONSUME(t.date);
            const text = this.CONSUME2(t.text);
            return this.ACTION(() => {
              const type = lead.image.toLowerCase() as DateExpr['type'];
              return { kind: 'date', type, text: unquote(text), range: this.from(lead.startOffset) };
            });
          },
        },
        {
          ALT: () => {
            const lead = this.CONSUME(t.period);
            const text = this.CONSUME3(t.text);
            return this.ACTION(() => ({ kind: 'period', text: unquote(text), range: this.from(lead.startOffset) }));
          },
        },
        { ALT: () => this.SUBRULE(this.caseOf) },
        { ALT: () => this.SUBRULE(this.cast) },
        { ALT: () => ({ kind: 'null', range: rangeOfToken(this.CONSUME(hard.null)) }) },
        { ALT: () => ({ kind: 'boolean', value: true, range: rangeOfToken(this.CONSUME(hard.true)) }) },
        { ALT: () => ({ kind: 'boolean', value: false, range: rangeOfToken(this.CONSUME(hard.false)) }) },
        { ALT: () => ({ kind: 'broken', range: rangeOfToken(this.CONSUME(t.brokenValue)) }) },
      ]);
    },
    { recoveryValueFunc: this.broken },
  );

  /** Parentheses leave no node; they widen the range of what they hold. */
  private readonly group: ParserMethod<[], Expr> = this.RULE(
    'group',
    () => {
      const start = this.CONSUME(t.open).startOffset;
      const inside = this.SUBRULE(this.suffixed);
      this.close();
      return this.ACTION(() => ({ ...inside, range: this.from(start) }));
    },
    { recoveryValueFunc: this.broken },
  );

  private readonly call: ParserMethod<[], Expr> = this.RULE(
    'call',
    () => {
      const callee = this.CONSUME(t.callName);
      const args: Expr[] = [];
      const clauses: Clause[] = [];
      const flags: Flag[] = [];
      let distinct = false;
      this.OR1([
        { ALT: () => this.CONSUME(t.nothing) },
        {
          ALT: () => {
            this.CONSUME(t.open);
            distinct = this.OPTION(() => this.CONSUME(t.distinct)) !== undefined;
            this.SUBRULE1(this.item, { ARGS: [args, clauses, flags] });
            this.MANY(() => {
              this.CONSUME(t.comma);
              this.SUBRULE2(this.item, { ARGS: [args, clauses, flags] });
            });
            this.close();
          },
        },
      ]);
      return this.ACTION((): Expr => {
        const name = callee.image.toLowerCase();
        const [nameRange, range] = [rangeOfToken(callee), this.from(callee.startOffset)];
        return { kind: 'call', name, nameRange, distinct, args: moveLastSuffix(name, args), clauses, flags, range };
      });
    },
    { recoveryValueFunc: this.broken },
  );

  /** What stands between two commas of a call: an argument or a flag, then clauses and flags. */
  private readonly item: ParserMethod<[Expr[], Clause[], Flag[]], void> = this.RULE(
    'item',
    (args: Expr[], clauses: Clause[], flags: Flag[]) => {
      const flag = (token: IToken): void => {
        this.ACTION(() => flags.push({ word: token.image.toLowerCase() as FlagWord, range: rangeOfToken(token) }));
      };
      this.either(
        t.flag,
        () => flag(this.CONSUME1(t.flag)),
        () => {
          const argument = this.SUBRULE(this.argument);
          this.ACTION(() => args.push(argument));
        },
      );
      this.MANY(() => {
        this.OR([
          { ALT: () => flag(this.CONSUME2(t.flag)) },
          {
            ALT: () => {
              const token = this.CONSUME(t.clause);
              const value = this.SUBRULE(this.suffixed);
              const word = token.image.toLowerCase() as ClauseWord;
              this.ACTION(() => clauses.push({ word, value, wordRange: rangeOfToken(token) }));
            },
          },
        ]);
      });
    },
  );

  private readonly caseOf: ParserMethod<[], Expr> = this.RULE(
    'caseOf',
    () => {
      const start = this.CONSUME(hard.case).startOffset;
      const of = this.OPTION1(() => this.SUBRULE1(this.logical)) ?? null;
      const branches: CaseExpr['branches'][number][] = [];
      this.AT_LEAST_ONE(() => {
        this.CONSUME(hard.when);
        const when = this.SUBRULE2(this.logical);
        this.CONSUME(hard.then);
        branches.push({ when, then: this.SUBRULE3(this.logical) });
      });
      const otherwise =
        this.OPTION2(() => {
          this.CONSUME(hard.else);
          return this.SUBRULE4(this.logical);
        }) ?? null;
      if (this.lacks(hard.end)) this.note(this.LA(1), '`end` to close `case`');
      else this.CONSUME(hard.end);
      return this.ACTION((): Expr => ({ kind: 'case', of, branches, otherwise, range: this.from(start) }));
    },
    { recoveryValueFunc: this.broken },
  );

  private readonly cast: ParserMethod<[], Expr> = this.RULE(
    'cast',
    () => {
      const start = this.CONSUME(t.cast).startOffset;
      this.CONSUME(t.open);
      const of = this.SUBRULE(this.suffixed);
      this.CONSUME(t.as);
      const type = this.CONSUME(t.type);
      this.close();
      return this.ACTION((): Expr => {
        return { kind: 'cast', of, type: type.image, typeRange: rangeOfToken(type), range: this.from(start) };
      });
    },
    { recoveryValueFunc: this.broken },
  );
}
