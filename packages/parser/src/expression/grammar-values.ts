// The half of the grammar that reads values: names, literals, calls, cases, and what stands in parentheses.
import type { IOrAlt, IToken, ParserMethod, TokenType } from 'chevrotain';
import { branch, moveLastSuffix, namePart, unquote } from './build.js';
import { GrammarBase } from './grammar-base.js';
import { readNumber } from './read-number.js';
import { hardTokens as hard, rangeOfToken, tokens as t } from './tokens.js';
import type { CaseExpr, Clause, ClauseWord, DateExpr, Expr, Flag, FlagWord, NameExpr, NamePart } from './tree.js';

export const suffixes: ReadonlySet<TokenType> = new Set([t.where, t.dated, t.across, t.per]);
const dots: ReadonlySet<TokenType> = new Set([t.dot]);
const words: ReadonlySet<TokenType> = new Set([t.flag, t.clause]);

export abstract class ValueGrammar extends GrammarBase {
  protected abstract readonly suffixed: ParserMethod<[], Expr>;
  protected abstract readonly suffix: ParserMethod<[Expr], Expr>;
  protected abstract readonly logical: ParserMethod<[], Expr>;

  protected readonly primary: ParserMethod<[], Expr> = this.RULE('primary', (): Expr => {
    if (this.lacksValue()) return this.missing('a value');
    return this.OR<Expr>(this.values());
  });

  private valueAlternatives: IOrAlt<Expr>[] | undefined;

  /** Made once: a formula has many values, and none of the alternatives depends on where it stands. */
  private values(): IOrAlt<Expr>[] {
    this.valueAlternatives ??= [
      {
        ALT: () => {
          const start = this.LA(1).startOffset;
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
    ];
    return this.valueAlternatives;
  }

  /** Parentheses leave no node; they widen the range of what they hold. */
  protected readonly group: ParserMethod<[], Expr> = this.RULE('group', () => {
    const start = this.CONSUME(t.open).startOffset;
    const inside = this.SUBRULE(this.suffixed);
    this.close();
    return this.ACTION(() => ({ ...inside, range: this.from(start) }));
  });

  protected readonly call: ParserMethod<[], Expr> = this.RULE('call', () => {
    const callee = this.CONSUME(t.callName);
    const args: Expr[] = [];
    const clauses: Clause[] = [];
    const flags: Flag[] = [];
    let distinct = false;
    this.either(
      t.nothing,
      () => {
        this.CONSUME(t.nothing);
      },
      () => {
        this.CONSUME(t.open);
        distinct = this.OPTION(() => this.CONSUME(t.distinct)) !== undefined;
        this.SUBRULE1(this.item, { ARGS: [args, clauses, flags] });
        this.MANY(() => {
          this.CONSUME(t.comma);
          this.SUBRULE2(this.item, { ARGS: [args, clauses, flags] });
        });
        this.close();
      },
    );
    return this.ACTION((): Expr => {
      const name = callee.image.toLowerCase();
      const [nameRange, range] = [rangeOfToken(callee), this.from(callee.startOffset)];
      return { kind: 'call', name, nameRange, distinct, args: moveLastSuffix(name, args), clauses, flags, range };
    });
  });

  /** What stands between two commas of a call: an argument or a flag, then clauses and flags. */
  protected readonly item: ParserMethod<[Expr[], Clause[], Flag[]], void> = this.RULE(
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
      if (!this.has(words)) return;
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

  /** An argument may also have no value of its own: `count(per customers.customer_id where m >= 2)`. */
  protected readonly argument: ParserMethod<[], Expr> = this.RULE('argument', () => {
    let of = this.either(
      t.perFirst,
      () => this.SUBRULE(this.perFirst),
      () => this.SUBRULE(this.logical),
    );
    if (!this.has(suffixes)) return of;
    this.MANY(() => {
      of = this.SUBRULE(this.suffix, { ARGS: [of] });
    });
    return of;
  });

  protected readonly perFirst: ParserMethod<[], Expr> = this.RULE('perFirst', () => {
    const start = this.CONSUME(t.perFirst).startOffset;
    return this.SUBRULE(this.perKeys, { ARGS: [null, start] });
  });

  protected readonly perKeys: ParserMethod<[Expr | null, number], Expr> = this.RULE(
    'perKeys',
    (of: Expr | null, start: number) => {
      const keys = this.SUBRULE(this.keys);
      const skip = this.OPTION(() => this.CONSUME(t.skip)) !== undefined;
      return this.ACTION((): Expr => {
        const range = this.from(start);
        return keys.length === 0 ? { kind: 'broken', range } : { kind: 'per', of, keys, skip, range };
      });
    },
  );

  /** The names that could be read; none is a mistake, already noted. */
  protected readonly keys: ParserMethod<[], NameExpr[]> = this.RULE('keys', () => {
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
  protected readonly name: ParserMethod<[], NameExpr | null> = this.RULE('name', (): NameExpr | null => {
    const first = this.SUBRULE1(this.namePart);
    if (!this.has(dots)) return first === null ? null : { kind: 'name', parts: [first], range: first.range };
    const parts: (NamePart | null)[] = [first];
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

  protected readonly namePart: ParserMethod<[], NamePart | null> = this.RULE('namePart', () => {
    if (this.lacks(t.word) && this.lacks(t.quotedName)) {
      this.missing('a name');
      return null;
    }
    const token = this.either(
      t.word,
      () => this.CONSUME(t.word),
      () => this.CONSUME(t.quotedName),
    );
    return this.ACTION(() => namePart(token));
  });

  protected readonly caseOf: ParserMethod<[], Expr> = this.RULE('caseOf', () => {
    const start = this.CONSUME(hard.case).startOffset;
    const of = this.OPTION1(() => this.SUBRULE1(this.bare)) ?? null;
    const branches: CaseExpr['branches'][number][] = [];
    if (this.lacks(hard.when)) this.note(this.LA(1), '`when` after `case`');
    this.MANY(() => {
      this.CONSUME(hard.when);
      const when = this.SUBRULE2(this.bare);
      if (this.lacks(hard.then)) {
        branches.push(branch(when, this.lost(when, '`then` after the condition')));
      } else {
        this.CONSUME(hard.then);
        branches.push(branch(when, this.SUBRULE3(this.bare)));
      }
    });
    const otherwise =
      this.OPTION2(() => {
        this.CONSUME(hard.else);
        return this.SUBRULE4(this.bare);
      }) ?? null;
    if (this.lacks(hard.end)) this.note(this.LA(1), '`end` to close `case`');
    else this.CONSUME(hard.end);
    return this.ACTION((): Expr => {
      const range = this.from(start);
      return branches.length === 0 ? { kind: 'broken', range } : { kind: 'case', of, branches, otherwise, range };
    });
  });

  protected readonly cast: ParserMethod<[], Expr> = this.RULE('cast', (): Expr => {
    const start = this.CONSUME(t.cast).startOffset;
    this.CONSUME(t.open);
    const of = this.SUBRULE(this.suffixed);
    const wrong = this.lacks(t.as) ? '`as` and a type' : null;
    if (wrong === null) this.CONSUME(t.as);
    const untyped = wrong ?? (this.lacks(t.type) ? 'a type after `as`' : null);
    if (untyped !== null) {
      this.note(this.LA(1), untyped);
      this.close();
      return { kind: 'broken', range: this.from(start) };
    }
    const type = this.CONSUME(t.type);
    this.close();
    return this.ACTION((): Expr => {
      return { kind: 'cast', of, type: type.image, typeRange: rangeOfToken(type), range: this.from(start) };
    });
  });

  /** A part of a larger expression: `where`, `dated`, `across` and `per` would need parentheses here. */
  protected readonly bare: ParserMethod<[], Expr> = this.RULE('bare', () => {
    let of = this.SUBRULE(this.logical);
    if (!this.has(suffixes)) return of;
    this.MANY(() => {
      this.note(this.LA(1), 'an operator');
      of = this.SUBRULE(this.suffix, { ARGS: [of] });
    });
    return of;
  });
}
