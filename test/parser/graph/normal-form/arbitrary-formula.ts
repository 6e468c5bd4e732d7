// Generated formulas, and rewritings of them that are right, wrong, or right only sometimes: what normal forms must tell apart.
import fc from 'fast-check';

/** A leaf is a text; the rest is written by `formulaText`. */
export type Node = string | { readonly op: string; readonly args: readonly Node[] };

const node = (op: string, ...args: readonly Node[]): Node => ({ op, args });

export function formulaText(of: Node): string {
  if (typeof of === 'string') return of;
  const args = of.args.map(formulaText);
  const [a = '', b = '', c = '', d = ''] = args;
  switch (of.op) {
    case 'neg':
      return `(-(${a}))`;
    case 'not':
      return `(not ${a})`;
    case 'null?':
      return `(${a} is null)`;
    case 'between':
      return `(${a} between ${b} and ${c})`;
    case 'in':
      return `(${a} in (${args.slice(1).join(', ')}))`;
    case 'case':
      return `(case when ${a} then ${b} when ${c} then ${d} end)`;
    case 'if':
      return `(case when ${a} then ${b} else ${c} end)`;
    case 'where':
      return `(${a} where ${b})`;
    case 'per':
      return `avg(${a} per t)`;
    case 'per2':
      return `sum(${a} per (t, u))`;
    case 'most':
      return `max(${a} per month)`;
    case 'counted':
      return `count(per orders.t where ${a})`;
    case 'across':
      return `(${a} across (t, u))`;
    case 'agg-where':
      return `${a}(${b} where ${c})`;
    case 'agg':
      return `${a}(${b})`;
    case 'coalesce':
    case 'least':
    case 'greatest':
    case 'abs':
    case 'nullif':
    case 'mod':
    case 'growth-of':
      return `${of.op === 'growth-of' ? 'mod' : of.op}(${args.join(', ')})`;
    case 'prior':
    case 'rolling':
      return `${of.op}(${a}, ${b})`;
    case 'cumulative':
      return `cumulative(${a})`;
    case 'like':
      return `(${a} like ${b})`;
    default:
      return `(${args.join(` ${of.op} `)})`;
  }
}

const literal = fc.constantFrom('0', '1', '2', '-1', '0.5', '10%', '2.00');

const { row, condition } = fc.letrec<{ row: Node; condition: Node; text: Node; approximate: Node }>((tie) => {
  const rows = fc.array(tie('row'), { minLength: 2, maxLength: 3 });
  return {
    text: fc.oneof(fc.constantFrom('orders.t', 'orders.u', "'x'", "'y'"), fc.constant('lower(orders.t)')),
    approximate: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('orders.f', 'orders.g', 'approx(orders.p)'),
      fc
        .tuple(fc.constantFrom('+', '*', '-'), tie('approximate'), tie('approximate'))
        .map(([op, a, b]) => node(op, a, b)),
    ),
    row: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('orders.a', 'orders.b', 'orders.p', 'orders.ab', 'k'),
      literal,
      fc.tuple(fc.constantFrom('+', '-', '*', '/'), tie('row'), tie('row')).map(([op, a, b]) => node(op, a, b)),
      fc.tuple(fc.constantFrom('neg', 'abs'), tie('row')).map(([op, a]) => node(op, a)),
      fc.tuple(fc.constantFrom('coalesce', 'least', 'greatest'), rows).map(([op, args]) => ({ op, args })),
      fc.tuple(fc.constantFrom('nullif', 'mod'), tie('row'), tie('row')).map(([op, a, b]) => node(op, a, b)),
      fc.tuple(tie('condition'), tie('row'), tie('row')).map((args) => node('if', ...args)),
      fc.tuple(tie('condition'), tie('row'), tie('condition'), tie('row')).map((args) => node('case', ...args)),
    ),
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('orders.c', 'orders.d', 'true', 'false'),
      fc
        .tuple(fc.constantFrom('=', '<>', '<', '<=', '>', '>='), tie('row'), tie('row'))
        .map(([op, a, b]) => node(op, a, b)),
      fc.tuple(fc.constantFrom('=', '<>', '<', 'like'), tie('text'), tie('text')).map(([op, a, b]) => node(op, a, b)),
      fc
        .tuple(fc.constantFrom('=', '<='), fc.constant('orders.eur'), fc.constantFrom('1 EUR', 'orders.eur'))
        .map(([op, a, b]) => node(op, a, b)),
      fc.tuple(fc.constantFrom('<', '='), tie('approximate'), tie('approximate')).map(([op, a, b]) => node(op, a, b)),
      fc
        .tuple(
          fc.constantFrom('<', '>='),
          fc.constantFrom('orders.day', "date '2026-03-15'"),
          fc.constant('orders.due'),
        )
        .map(([op, a, b]) => node(op, a, b)),
      fc.tuple(fc.constantFrom('and', 'or'), tie('condition'), tie('condition')).map(([op, a, b]) => node(op, a, b)),
      fc.tuple(fc.constantFrom('and', 'or'), tie('condition'), tie('condition')).map(([op, a, b]) => node(op, a, b)),
      tie('condition').map((a) => node('not', a)),
      tie('row').map((a) => node('null?', a)),
      fc.tuple(tie('row'), tie('row'), tie('row')).map((args) => node('between', ...args)),
      fc.tuple(tie('row'), rows).map(([a, options]) => node('in', a, ...options)),
      fc.tuple(tie('condition'), fc.constantFrom('true', 'false')).map((args) => node('=', ...args)),
    ),
  };
});

/** Conditions on dimensions, one of them behind a bridge. */
const filter = fc.letrec<{ filter: Node }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Node>(
      node('=', 't', "'x'"),
      node('in', 't', "'x'", "'y'", "'x'"),
      node('=', 'tag', "'g0'"),
      node('<>', 'tag', "'g1'"),
      node('between', 'weight', '0', '2'),
      node('null?', 'a'),
      node('<', 'a', 'weight'),
      node('>', 'eur', '0 EUR'),
      node('<=', 'eur', '1 EUR'),
    ),
    fc.tuple(fc.constantFrom('and', 'or'), tie('filter'), tie('filter')).map(([op, a, b]) => node(op, a, b)),
    tie('filter').map((a) => node('not', a)),
  ),
})).filter;

export const arbitraryMetric = fc.letrec<{ metric: Node; held: Node }>((tie) => ({
  metric: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Node>('sa', 'sb', 'vn', 'k', 'days()', 'sum(orders.p)', 'min(orders.b)', 'stddev(orders.a)'),
    literal,
    fc.tuple(fc.constantFrom('sum', 'avg', 'max', 'median'), row).map((args) => node('agg', ...args)),
    fc.tuple(fc.constantFrom('sum', 'avg', 'first'), row, condition).map((args) => node('agg-where', ...args)),
    fc.tuple(fc.constantFrom('sum', 'first'), row, condition).map((args) => node('agg-where', ...args)),
    fc.tuple(fc.constantFrom('+', '-', '*', '/'), tie('metric'), tie('metric')).map(([op, a, b]) => node(op, a, b)),
    fc.tuple(fc.constantFrom('+', '*', '/'), tie('metric'), tie('metric')).map(([op, a, b]) => node(op, a, b)),
    fc.tuple(fc.constantFrom('neg', 'abs'), tie('metric')).map(([op, a]) => node(op, a)),
    fc
      .tuple(fc.constantFrom('coalesce', 'least', 'greatest'), tie('metric'), tie('metric'))
      .map(([op, ...args]) => node(op, ...args)),
    fc.tuple(tie('held'), tie('metric'), tie('metric')).map((args) => node('if', ...args)),
    fc
      .tuple(fc.constantFrom('prior', 'rolling'), tie('metric'), fc.constantFrom('1 year', '1 month', '14 days'))
      .map(([op, a, span]) => node(op, a, span)),
    fc
      .tuple(fc.constantFrom('cumulative', 'per', 'per2', 'most', 'across'), tie('metric'))
      .map(([op, a]) => node(op, a)),
    tie('held').map((a) => node('counted', a)),
    fc.tuple(tie('metric'), filter).map((args) => node('where', ...args)),
  ),
  held: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(fc.constantFrom('=', '<', '>='), tie('metric'), tie('metric')).map(([op, a, b]) => node(op, a, b)),
    fc.tuple(fc.constantFrom('and', 'or'), tie('held'), tie('held')).map(([op, a, b]) => node(op, a, b)),
    tie('held').map((a) => node('not', a)),
    tie('metric').map((a) => node('null?', a)),
  ),
})).metric;

type Rewriting = (of: Exclude<Node, string>) => Node | null;

const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=', '=': '=', '<>': '<>' };
const NEGATED: Readonly<Record<string, string>> = { '<': '>=', '>': '<=', '<=': '>', '>=': '<', '=': '<>', '<>': '=' };
const DUAL: Readonly<Record<string, string>> = { and: 'or', or: 'and' };

const first = (args: readonly Node[], i = 0): Node => args[i] ?? '1';
const isOp = (of: Node | undefined, op: string): of is Exclude<Node, string> => typeof of === 'object' && of.op === op;

/** What people do to formulas. Half of it changes them. */
export const rewritings: Readonly<Record<string, Rewriting>> = {
  swap: ({ op, args }) => (args.length === 2 ? node(op, first(args, 1), first(args)) : null),
  mirror: ({ op, args }) => (op in MIRRORED ? node(MIRRORED[op] ?? op, first(args, 1), first(args)) : null),
  negate: ({ op, args }) => (op in NEGATED ? node('not', node(NEGATED[op] ?? op, ...args)) : null),
  twice: ({ op, args }) =>
    op in NEGATED || op in DUAL || op === 'not' || op === 'in' ? node('not', node('not', node(op, ...args))) : null,
  deMorgan: ({ op, args }) =>
    op in DUAL ? node('not', node(DUAL[op] ?? op, ...args.map((arg) => node('not', arg)))) : null,
  strayMorgan: ({ op, args }) => (op in DUAL ? node('not', node(op, ...args.map((arg) => node('not', arg)))) : null),
  regroup: ({ op, args }) => {
    const [left, right] = args;
    return isOp(left, op) && right !== undefined
      ? node(op, first(left.args), node(op, first(left.args, 1), right))
      : null;
  },
  regroupBack: ({ op, args }) => {
    const [left, right] = args;
    return isOp(right, op) && left !== undefined
      ? node(op, node(op, left, first(right.args)), first(right.args, 1))
      : null;
  },
  spread: ({ op, args }) =>
    op === 'between'
      ? node('and', node('>=', first(args), first(args, 1)), node('<=', first(args), first(args, 2)))
      : null,
  spreadIn: ({ op, args }) =>
    op === 'in'
      ? args
          .slice(1)
          .map((option) => node('=', first(args), option))
          .reduce((a, b) => node('or', a, b))
      : null,
  reverseIn: ({ op, args }) => (op === 'in' ? node('in', first(args), ...args.slice(1).toReversed()) : null),
  plusMinus: ({ op, args }) => (op === '-' ? node('+', first(args), node('neg', first(args, 1))) : null),
  minusIn: ({ op, args }) => (op === 'neg' && isOp(first(args), '-') ? turned(first(args)) : null),
  times: ({ op, args }) => (op === '/' ? node('*', node('/', '1', first(args, 1)), first(args)) : null),
  late: ({ op, args }) => (op === '/' ? node('*', first(args), node('/', '1', first(args, 1))) : null),
  divideTwice: ({ op, args }) => (op === '/' && isOp(first(args, 1), '*') ? chain(first(args), first(args, 1)) : null),
  halve: ({ op, args }) => (op === '*' && first(args, 1) === '0.5' ? node('/', first(args), '2') : null),
  one: ({ op, args }) => (op === '+' || op === '*' ? node('*', '1', node(op, ...args)) : null),
  zero: ({ op, args }) => (op === '+' || op === '*' ? node('+', node(op, ...args), '0') : null),
  repeat: ({ op, args }) => (op in DUAL || op === 'least' ? node(op, ...args.slice(0, 2), first(args)) : null),
  leave: ({ args }) => (args.length === 2 ? first(args) : null),
  truth: ({ op, args }) => (op in DUAL ? node('=', node(op, ...args), 'true') : null),
  span: ({ op, args }) => (first(args, 1) === '1 year' ? node(op, first(args), '12 months') : null),
  spanWrong: ({ op, args }) => (first(args, 1) === '14 days' ? node(op, first(args), '1 month') : null),
  weeks: ({ op, args }) => (first(args, 1) === '14 days' ? node(op, first(args), '2 weeks') : null),
  open: ({ op, args }) => (op === '<' ? node('<=', ...args) : null),
  splitFilter: ({ op, args }) =>
    op === 'where' && isOp(first(args, 1), 'and')
      ? node('where', node('where', first(args), first(argsOf(first(args, 1)))), first(argsOf(first(args, 1)), 1))
      : null,
  named: ({ op, args }) => (op === 'agg' && first(args) === 'sum' && first(args, 1) === 'orders.a' ? 'sa' : null),
};

function argsOf(of: Node): readonly Node[] {
  return typeof of === 'string' ? [] : of.args;
}

function turned(of: Node): Node {
  return node('-', first(argsOf(of), 1), first(argsOf(of)));
}

function chain(dividend: Node, divisor: Node): Node {
  return node('/', node('/', dividend, first(argsOf(divisor))), first(argsOf(divisor), 1));
}

/** Leaves that name a metric are written out too. */
const WRITTEN: Readonly<Record<string, string>> = {
  sa: 'sum(orders.a)',
  vn: 'sum(visits.n)',
  'orders.ab': '(orders.a / orders.b)',
};

/** Every formula that one rewriting in one place makes of a formula. */
export function rewritten(of: Node): readonly Node[] {
  if (typeof of === 'string') return WRITTEN[of] === undefined ? [] : [WRITTEN[of]];
  const here = Object.values(rewritings).flatMap((rewriting) => rewriting(of) ?? []);
  const below = of.args.flatMap((arg, i) =>
    rewritten(arg).map((changed): Node => ({ op: of.op, args: of.args.map((one, j) => (i === j ? changed : one)) })),
  );
  return [...here, ...below];
}
