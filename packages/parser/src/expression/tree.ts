// The syntax tree of a formula: what was written, with places, and no meaning yet.
// Every range counts UTF-16 units in the formula's own text; the scalar that holds the formula knows the file.
import type { Range } from '../source/source-file.js';

export type Expr =
  | NumberExpr
  | TextExpr
  | BooleanExpr
  | NullExpr
  | DateExpr
  | PeriodExpr
  | NameExpr
  | UnaryExpr
  | BinaryExpr
  | BetweenExpr
  | InExpr
  | IsExpr
  | CaseExpr
  | CallExpr
  | WhereExpr
  | DatedExpr
  | AcrossExpr
  | PerExpr
  | CastExpr
  | BrokenExpr;

/** `1_200_000`, `0.90`, `5%`, `65 EUR`, `45 EUR/customer`, `7 days`. Text and unit as written, underscores removed. */
export interface NumberExpr {
  readonly kind: 'number';
  readonly text: string;
  readonly percent: boolean;
  readonly unit: UnitText | null;
  readonly range: Range;
}

/** A unit as written after a number: `EUR/customer` or `days`. Not resolved. */
export interface UnitText {
  readonly text: string;
  readonly range: Range;
}

export interface TextExpr {
  readonly kind: 'text';
  readonly value: string;
  readonly range: Range;
}

export interface BooleanExpr {
  readonly kind: 'boolean';
  readonly value: boolean;
  readonly range: Range;
}

/** `date '2026-01-31'`, `datetime '2026-01-31 10:00'`, `timestamp '2026-01-31T10:00:00Z'`. The text is not checked here. */
export interface DateExpr {
  readonly kind: 'date';
  readonly type: 'date' | 'datetime' | 'timestamp';
  readonly text: string;
  readonly range: Range;
}

/** `period '2026-03'`, `period 'FY2027-Q1'`. The text is not checked here. */
export interface PeriodExpr {
  readonly kind: 'period';
  readonly text: string;
  readonly range: Range;
}

/** `revenue`, `orders.amount`, `orders.billing.region`, `"strange name".x`. */
export interface NameExpr {
  readonly kind: 'name';
  readonly parts: readonly NamePart[];
  readonly range: Range;
}

export interface NamePart {
  readonly text: string;
  readonly quoted: boolean;
  readonly range: Range;
}

export interface UnaryExpr {
  readonly kind: 'unary';
  readonly op: '-' | '+' | 'not';
  readonly of: Expr;
  readonly range: Range;
}

export type BinaryOp = 'and' | 'or' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '||' | 'like';

/** `!=` is read as `<>`. `negated` is only for `not like`. */
export interface BinaryExpr {
  readonly kind: 'binary';
  readonly op: BinaryOp;
  readonly negated: boolean;
  readonly left: Expr;
  readonly right: Expr;
  readonly opRange: Range;
  readonly range: Range;
}

export interface BetweenExpr {
  readonly kind: 'between';
  readonly of: Expr;
  readonly low: Expr;
  readonly high: Expr;
  readonly negated: boolean;
  readonly range: Range;
}

export interface InExpr {
  readonly kind: 'in';
  readonly of: Expr;
  readonly options: readonly Expr[];
  readonly negated: boolean;
  readonly range: Range;
}

/** `x is null`, `x is not null`. */
export interface IsExpr {
  readonly kind: 'is';
  readonly of: Expr;
  readonly negated: boolean;
  readonly range: Range;
}

/** `case when c then v ... else e end`, and `case x when v then ...` (with `of`). */
export interface CaseExpr {
  readonly kind: 'case';
  readonly of: Expr | null;
  readonly branches: readonly { readonly when: Expr; readonly then: Expr }[];
  readonly otherwise: Expr | null;
  readonly range: Range;
}

/** `cast(x as decimal(2))`. The type is kept as written and read by the types stage. */
export interface CastExpr {
  readonly kind: 'cast';
  readonly of: Expr;
  readonly type: string;
  readonly typeRange: Range;
  readonly range: Range;
}

/** The words that name an argument of a call: `convert(x to EUR at day)`, `conversion(a to b by c within 7 days)`. */
export type ClauseWord = 'to' | 'at' | 'by' | 'within' | 'each' | 'of';

export interface Clause {
  readonly word: ClauseWord;
  readonly value: Expr;
  readonly wordRange: Range;
}

/** The words that switch a policy of a call: `prior(m, 1 month, full)`, `convert(x to EUR at day skip missing)`. */
export type FlagWord = 'full' | 'partial' | 'skip missing';

export interface Flag {
  readonly word: FlagWord;
  readonly range: Range;
}

/**
 * A call of a function, an aggregate or a context operator: which of them is known when names are resolved.
 * `name` is in lower case. Conditions inside the parentheses stand in the arguments (`sum(x where p)` has the argument
 * WhereExpr). An argument without a value of its own, `count(per customers.id where m > 1)`, is a PerExpr with `of` null.
 */
export interface CallExpr {
  readonly kind: 'call';
  readonly name: string;
  readonly nameRange: Range;
  readonly distinct: boolean;
  readonly args: readonly Expr[];
  readonly clauses: readonly Clause[];
  readonly flags: readonly Flag[];
  readonly range: Range;
}

/** `x where p`. Directly around a PerExpr, `p` is a condition on groups. */
export interface WhereExpr {
  readonly kind: 'where';
  readonly of: Expr;
  readonly condition: Expr;
  readonly range: Range;
}

/** `x dated refunded_on`: another time field than the dataset's default. */
export interface DatedExpr {
  readonly kind: 'dated';
  readonly of: Expr;
  readonly field: NameExpr;
  readonly range: Range;
}

/** `m across channel`, `m across (channel, region) unfiltered`, `m across all`, `m across time`. */
export interface AcrossExpr {
  readonly kind: 'across';
  readonly of: Expr;
  /** Names as written; `all` and `time` are words of the language when they stand alone. */
  readonly keys: readonly NameExpr[];
  readonly unfiltered: boolean;
  readonly range: Range;
}

/** `m per region`, `m per (region, month)`, `m per month skip`. */
export interface PerExpr {
  readonly kind: 'per';
  readonly of: Expr | null;
  readonly keys: readonly NameExpr[];
  readonly skip: boolean;
  readonly range: Range;
}

/** `null`. */
export interface NullExpr {
  readonly kind: 'null';
  readonly range: Range;
}

/** Where recovery skipped something. It has the type unknown, which silences what follows. */
export interface BrokenExpr {
  readonly kind: 'broken';
  readonly range: Range;
}
