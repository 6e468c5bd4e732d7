// What the rules of the grammar share: places, and the small recoveries that keep as much of a wrong formula as possible.
// Chevrotain's own recovery gives up whole rules, and computes what may follow by a recursion as deep as the formula.
// Here whatever is missing is noted on the spot and taken as missing, so that what stands around it stays in the tree.
import { EmbeddedActionsParser, EOF, type IToken, type ParserMethod, type TokenType } from 'chevrotain';
import type { Range } from '../source/source-file.js';
import { brokenAt } from './build.js';
import { closer, type Unexpected } from './grammar-problems.js';
import { rangeOfToken, startsValue, tokens as t, vocabulary } from './tokens.js';
import type { Expr } from './tree.js';

export interface GrammarResult {
  readonly root: Expr;
  readonly unexpected: readonly Unexpected[];
}

export abstract class GrammarBase extends EmbeddedActionsParser {
  private unexpected: Unexpected[] = [];

  /** `checked` runs chevrotain's checks of the grammar itself, which a test does once. */
  protected constructor(checked: boolean) {
    super([...vocabulary], {
      maxLookahead: 1,
      skipValidations: !checked,
    });
  }

  /** Runs a rule over a formula's tokens. Nothing of the formula stays in the parser. */
  protected run(rule: ParserMethod<[], Expr>, tokens: IToken[]): GrammarResult {
    this.input = tokens;
    this.unexpected = [];
    const root: Expr | undefined = rule.call(this);
    // The rules ask before they read, so chevrotain finds nothing on its own; were it to, its words would be token names.
    const errors = this.errors.map((error) => ({ token: error.token, expected: 'something else' }));
    const unexpected = [...this.unexpected, ...errors];
    this.input = [];
    this.unexpected = [];
    return { root: root ?? brokenAt(0, 0), unexpected };
  }

  protected note(token: IToken, expected: string, hint?: string): void {
    this.unexpected.push(hint === undefined ? { token, expected } : { token, expected, hint });
  }

  /** Notes that something is missing before the next token; the words end with the token after which it is. */
  protected missing(what: string): Expr {
    const before = this.LA(0);
    const first = Number.isNaN(before.startOffset);
    this.note(this.LA(1), first ? what : `${what} after \`${before.image}\``);
    const at = first ? 0 : rangeOfToken(before).end;
    return brokenAt(at, at);
  }

  /** Gives up what began with `of`: the rest of it is not as it must be. */
  protected lost(of: Expr, expected: string): Expr {
    this.note(this.LA(1), expected);
    return { kind: 'broken', range: this.since(of) };
  }

  /** Whether a value is missing here. Never while chevrotain records the grammar. */
  protected lacksValue(): boolean {
    return !this.RECORDING_PHASE && !startsValue.has(this.LA(1).tokenType);
  }

  protected lacks(type: TokenType): boolean {
    return !this.RECORDING_PHASE && this.LA(1).tokenType !== type;
  }

  /**
   * Whether one of the tokens stands here. Asked before a repetition or a choice that is mostly empty: chevrotain's own
   * question needs functions made for it, and most rules of most formulas only pass on what the rule below them read.
   */
  protected has(types: ReadonlySet<TokenType>): boolean {
    return this.RECORDING_PHASE || types.has(this.LA(1).tokenType);
  }

  /** `first` where its token stands, else `second`, which reports a wrong token closer to its place than OR would. */
  protected either<A>(type: TokenType, first: () => A, second: () => A): A {
    if (this.RECORDING_PHASE) return this.OR9([{ ALT: first }, { ALT: second }]);
    return this.LA(1).tokenType === type ? first() : second();
  }

  /** Reads the `)` that closes the open parenthesis; where other tokens stand before it, skips them. */
  protected close(): void {
    if (this.lacks(t.close)) {
      this.note(this.LA(1), closer);
      let depth = 0;
      for (let type = this.LA(1).tokenType; type !== EOF; type = this.LA(1).tokenType) {
        if (type === t.close && depth-- === 0) break;
        if (type === t.open) depth++;
        this.SKIP_TOKEN();
      }
      if (this.LA(1).tokenType === EOF) return;
    }
    this.CONSUME(t.close);
  }

  /** Whether the formula goes on where it should end. */
  protected goesOn(): boolean {
    return !this.RECORDING_PHASE && this.LA(1).tokenType !== EOF;
  }

  /** From the start of an expression to the end of the last token read. */
  protected since(of: Expr): Range {
    return this.from(of.range.start);
  }

  protected from(start: number): Range {
    const last = this.LA(0);
    return { start, end: Number.isNaN(last.startOffset) ? start : Math.max(start, rangeOfToken(last).end) };
  }
}
