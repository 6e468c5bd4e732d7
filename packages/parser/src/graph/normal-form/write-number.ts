// The normal form of arithmetic: a sum of signed products, each with one factor of all its literals. Numbers here are exact
// fractions, so that order, grouping and the way a literal is written do not matter. Approximate ones are left as they stand.
import { numberText } from '../../types/make-typed.js';
import type { CallTyped, Typed } from '../../types/typed.js';
import { add, divide, fractionOf, fractionText, multiply, negate, ONE, ZERO, type Fraction } from './fraction.js';
import { inOrder, list, operandOf, type Operand, type Writing } from './writing.js';

/** `literal` times the factors. */
interface Product {
  readonly literal: Fraction;
  readonly factors: readonly Operand[];
  readonly of: Typed;
}

const ARITHMETIC: readonly string[] = ['add', 'subtract', 'multiply', 'divide', 'negate'];

export function isArithmetic(typed: Typed): typed is CallTyped {
  return typed.kind === 'call' && ARITHMETIC.includes(typed.fn);
}

export function writeNumber(typed: CallTyped, writing: Writing): string {
  if (isApproximate(typed)) return writeApproximate(typed, writing);
  const terms = termsOf(typed, ONE, writing);
  const [only, ...more] = withoutLiterals(terms);
  const literal = literalOf(terms);
  if (only === undefined) return fractionText(literal);
  if (more.length === 0 && literal.n === 0n) return productText(only, writing);
  const operands = [only, ...more].map((term) => ({
    text: productText(term, writing),
    profile: writing.profiles(term.of),
  }));
  const sorted = inOrder(operands, writing).map(({ text }) => text);
  return list('+', literal.n === 0n ? sorted : [...sorted, fractionText(literal)]);
}

/** A sum taken apart; of a difference the second side with the other sign. */
function termsOf(typed: Typed, sign: Fraction, writing: Writing): readonly Product[] {
  const [a, b] = typed.kind === 'call' && !isApproximate(typed) ? typed.args : [];
  if (typed.kind === 'call' && a !== undefined) {
    if (typed.fn === 'negate') return termsOf(a, negate(sign), writing);
    if (b !== undefined && (typed.fn === 'add' || typed.fn === 'subtract')) {
      return [...termsOf(a, sign, writing), ...termsOf(b, typed.fn === 'add' ? sign : negate(sign), writing)];
    }
  }
  const product = productOf(typed, writing);
  return [{ ...product, literal: multiply(product.literal, sign) }];
}

function productOf(typed: Typed, writing: Writing): Product {
  const literal = fractionOf(numberText(typed) ?? '');
  if (literal !== null) return { literal, factors: [], of: typed };
  const [a, b] = typed.kind === 'call' && !isApproximate(typed) ? typed.args : [];
  if (typed.kind === 'call' && a !== undefined) {
    switch (typed.fn) {
      case 'multiply':
      case 'divide': {
        if (b === undefined) break;
        const left = productOf(a, writing);
        const right = typed.fn === 'multiply' ? productOf(b, writing) : inverseOf(b, typed, writing);
        return {
          literal: multiply(left.literal, right.literal),
          factors: [...left.factors, ...right.factors],
          of: typed,
        };
      }
      case 'add':
      case 'subtract':
      case 'negate': {
        // `2 * (-x)`: a sum of one product is that product.
        const terms = termsOf(typed, ONE, writing);
        const [only, ...more] = withoutLiterals(terms);
        const rest = literalOf(terms);
        if (only === undefined) return { literal: rest, factors: [], of: typed };
        if (more.length === 0 && rest.n === 0n) return { ...only, of: typed };
        break;
      }
      default:
    }
  }
  return { literal: ONE, factors: [operandOf(typed, writing)], of: typed };
}

/** The divisor without a value comes before the divisor that is zero, and both after what is divided: as a factor would. */
function inverseOf(divisor: Typed, division: CallTyped, writing: Writing): Product {
  const literal = fractionOf(numberText(divisor) ?? '');
  if (literal !== null && literal.n !== 0n) return { literal: divide(ONE, literal), factors: [], of: divisor };
  const [, ...only] = division.args;
  // What is divided counts for itself: one over the divisor has the reasons of the divisor and of a division.
  const alone: Typed = { ...division, args: [ONE_TYPED, ...only] };
  const factor = { text: list('/', [writing.write(divisor, writing)]), profile: writing.profiles(alone) };
  return { literal: ONE, factors: [factor], of: divisor };
}

const ONE_TYPED: Typed = {
  kind: 'const',
  value: { kind: 'number', text: '1' },
  type: { value: { kind: 'integer' }, unit: [], level: 'constant', bare: true },
  range: { start: 0, end: 0 },
};

function withoutLiterals(terms: readonly Product[]): readonly Product[] {
  return terms.filter(({ factors }) => factors.length > 0);
}

function literalOf(terms: readonly Product[]): Fraction {
  return terms.reduce((sum, { literal, factors }) => (factors.length > 0 ? sum : add(sum, literal)), ZERO);
}

function productText({ literal, factors }: Product, writing: Writing): string {
  const texts = inOrder(factors, writing).map(({ text }) => text);
  const [only] = texts;
  const isOne = literal.n === 1n && literal.d === 1n;
  if (isOne && texts.length === 1 && only !== undefined) return only;
  return list('*', isOne ? texts : [fractionText(literal), ...texts]);
}

/** Doubles: `a + b` is `b + a`, and nothing more is sure to the last digit. */
function writeApproximate(typed: CallTyped, writing: Writing): string {
  const operands = typed.args.map((arg) => operandOf(arg, writing));
  const commutes = typed.fn === 'add' || typed.fn === 'multiply';
  return list(
    `approx-${typed.fn}`,
    (commutes ? inOrder(operands, writing) : operands).map(({ text }) => text),
  );
}

export function isApproximate(typed: Typed): boolean {
  return (
    typed.type.value.kind === 'float' ||
    (typed.kind === 'call' && typed.args.some((arg) => arg.type.value.kind === 'float'))
  );
}
