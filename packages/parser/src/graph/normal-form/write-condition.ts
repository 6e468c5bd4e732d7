// The normal form of conditions: `not` pushed inwards, `between` and `in` written out, `and` and `or` flat, without repeats and in
// one order, comparisons with the smaller side first. All of it holds in three-valued logic, reasons included.
import type { CallTyped, ScalarFunction, Typed } from '../../types/typed.js';
import { mayCommute } from './profile.js';
import { inOrder, list, operandOf, seenBy, withoutRepeats, type Operand, type Writing } from './writing.js';

type Comparison = 'equal' | 'not_equal' | 'less' | 'less_equal' | 'greater' | 'greater_equal';

interface Comparing {
  readonly sign: string;
  readonly negated: Comparison;
  readonly mirrored: Comparison;
}

const COMPARISONS: Readonly<Record<Comparison, Comparing>> = {
  equal: { sign: '=', negated: 'not_equal', mirrored: 'equal' },
  not_equal: { sign: '<>', negated: 'equal', mirrored: 'not_equal' },
  less: { sign: '<', negated: 'greater_equal', mirrored: 'greater' },
  less_equal: { sign: '<=', negated: 'greater', mirrored: 'greater_equal' },
  greater: { sign: '>', negated: 'less_equal', mirrored: 'less' },
  greater_equal: { sign: '>=', negated: 'less', mirrored: 'less_equal' },
};

const LOGIC: readonly string[] = ['and', 'or', 'not', 'in', 'between', 'is_null', ...Object.keys(COMPARISONS)];

export function isLogic(typed: Typed): typed is CallTyped {
  return typed.kind === 'call' && LOGIC.includes(typed.fn);
}

export function writeCondition(typed: Typed, writing: Writing): string {
  return conditionText(typed, false, writing);
}

function conditionText(typed: Typed, negated: boolean, writing: Writing): string {
  if (typed.kind === 'const' && typed.value.kind === 'boolean') return String(typed.value.value !== negated);
  if (typed.kind !== 'call') return plainText(typed, negated, writing);
  const { fn, args } = typed;
  const [first, second] = args;
  switch (fn) {
    case 'not':
      return first === undefined ? '?' : conditionText(first, !negated, writing);
    case 'and':
    case 'or':
    case 'in':
    case 'between':
      return junctionText(typed, negated, writing);
    case 'is_null': {
      const text = list('null?', first === undefined ? [] : [writing.write(first, seenBy('none', writing))]);
      return negated ? list('not', [text]) : text;
    }
    default:
      if (!isComparison(fn) || first === undefined || second === undefined) return plainText(typed, negated, writing);
      return comparisonText(fn, [first, second], negated, writing);
  }
}

function plainText(typed: Typed, negated: boolean, writing: Writing): string {
  const text = writing.write(typed, writing);
  return negated ? list('not', [text]) : text;
}

/** A condition over several: what they are, and which of `and` and `or` holds them together after `not` went inside. */
function junctionText(typed: CallTyped, negated: boolean, writing: Writing): string {
  const op = (typed.fn === 'and' || typed.fn === 'between') !== negated ? 'and' : 'or';
  const operands = withoutRepeats(operandsOf(typed, negated, op, writing));
  // `true and x` is x; a part that decides the whole stays, for groups are looked for in every part.
  const idle = op === 'and' ? 'true' : 'false';
  const parts = inOrder(
    operands.filter(({ text }) => text !== idle),
    writing,
  );
  const [only] = parts;
  if (only === undefined) return idle;
  return parts.length === 1
    ? only.text
    : list(
        op,
        parts.map(({ text }) => text),
      );
}

function operandsOf(typed: Typed, negated: boolean, op: 'and' | 'or', writing: Writing): readonly Operand[] {
  if (typed.kind === 'call') {
    const { fn, args } = typed;
    const [first, ...rest] = args;
    if (fn === 'not' && first !== undefined) return operandsOf(first, !negated, op, writing);
    if (fn === 'and' || fn === 'or') {
      const becomes = (fn === 'and') === negated ? 'or' : 'and';
      if (becomes === op) return args.flatMap((arg) => operandsOf(arg, negated, op, writing));
    } else if (fn === 'between' && first !== undefined && (op === 'and') === !negated) {
      const [low, high] = rest;
      if (low !== undefined && high !== undefined) {
        return [comparing('greater_equal', [first, low], typed), comparing('less_equal', [first, high], typed)].map(
          (one) => operand(one, negated, writing),
        );
      }
    } else if (fn === 'in' && first !== undefined && rest.length > 0 && (op === 'or') === !negated) {
      return rest.map((option) => operand(comparing('equal', [first, option], typed), negated, writing));
    }
  }
  return [operand(typed, negated, writing)];
}

function operand(typed: Typed, negated: boolean, writing: Writing): Operand {
  return { text: conditionText(typed, negated, writing), profile: writing.profiles(typed) };
}

function comparing(fn: Comparison, args: readonly Typed[], of: CallTyped): CallTyped {
  return { kind: 'call', fn, args, type: of.type, range: of.range };
}

function comparisonText(
  fn: Comparison,
  [left, right]: readonly [Typed, Typed],
  negated: boolean,
  writing: Writing,
): string {
  const said = negated ? COMPARISONS[fn].negated : fn;
  const flag = said === 'equal' || said === 'not_equal' ? flagText(said, left, right, writing) : null;
  if (flag !== null) return flag;
  const [a, b] = [operandOf(left, writing), operandOf(right, writing)];
  const swapped = b.text < a.text && mayCommute(a.profile, b.profile, writing.eyes, writing.graph);
  const { sign } = COMPARISONS[swapped ? COMPARISONS[said].mirrored : said];
  return list(sign, swapped ? [b.text, a.text] : [a.text, b.text]);
}

/** `paid = true` is `paid`. */
function flagText(fn: 'equal' | 'not_equal', left: Typed, right: Typed, writing: Writing): string | null {
  for (const [flag, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (flag.kind !== 'const' || flag.value.kind !== 'boolean' || other.type.value.kind !== 'boolean') continue;
    return conditionText(other, flag.value.value !== (fn === 'equal'), writing);
  }
  return null;
}

function isComparison(fn: ScalarFunction): fn is Comparison {
  return Object.hasOwn(COMPARISONS, fn);
}
