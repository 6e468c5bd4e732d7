// What the operands of a formula did to its change: exact shares, down to what cannot be taken apart.
//
// The effect of a node is its own change times a multiplier: 1 at the root; the same, or its opposite, for what is added or taken
// away; for a factor the multiplier of the product times its Shapley multiplier. So the effects of the operands of every node add
// up to the effect of the node, and those of all leaves to the whole change, exactly.
import { add, divide, isZero, multiply, negate, ONE, subtract, ZERO, type Rational } from '../value/rational.js';
import { decimalText } from '../value/to-text.js';
import type { NumberValue } from '../value/value.js';
import type { EffectNode, OperandEffects } from './change.js';
import type { OperandRole } from './explanation.js';
import { exactFigure, figureOf, shareOf } from './figures.js';
import type { PlannedNode, PlannedOperand } from './planned.js';
import type { ValueOf } from './read-tree.js';
import { shapleyMultipliers } from './shapley.js';

interface Part {
  readonly operand: PlannedOperand;
  readonly multiplier: Rational;
}

/** Null where a side has no number. */
export function operandEffects(root: PlannedNode, before: ValueOf, after: ValueOf): OperandEffects | null {
  const sides = sidesOf(root, before, after);
  if (sides === null) return null;
  const change = changeOf(sides);
  const expanded = new Set<PlannedNode>();
  let leaves = ZERO;
  const effect = (node: PlannedNode, role: OperandRole, multiplier: Rational): EffectNode => {
    const own = sidesOf(node, before, after);
    if (own === null) throw new Error('internal: an operand without a number');
    const value = multiply(multiplier, changeOf(own));
    // What stands in the same context further up is taken apart there.
    const parts = expanded.has(node) ? null : partsOf(node, before, after);
    expanded.add(node);
    if (parts === null) leaves = add(leaves, value);
    const approximate = own.before.approximate || own.after.approximate;
    return {
      label: node.label,
      metric: node.facts.kind === 'metric' ? node.facts.metric.name : null,
      place: node.place,
      role,
      type: node.type,
      unit: node.unit,
      percent: node.percent,
      before: figureOf(own.before, node),
      after: figureOf(own.after, node),
      change: exactFigure(changeOf(own), approximate),
      effect: decimalText(value),
      share: shareOf(value, change),
      approximate,
      children: (parts ?? []).map((part) =>
        effect(part.operand.node, part.operand.role, multiply(multiplier, part.multiplier)),
      ),
    };
  };
  const tree = effect(root, 'of', ONE);
  return { root: tree, residual: decimalText(subtract(change, leaves)) };
}

interface Sides {
  readonly before: NumberValue;
  readonly after: NumberValue;
}

function sidesOf(node: PlannedNode, before: ValueOf, after: ValueOf): Sides | null {
  const [old, now] = [before(node.ask), after(node.ask)];
  return old.kind === 'number' && now.kind === 'number' ? { before: old, after: now } : null;
}

function changeOf({ before, after }: Sides): Rational {
  return subtract(after.value, before.value);
}

/** Null: a leaf. Constants are left out, for they never change. */
function partsOf(node: PlannedNode, before: ValueOf, after: ValueOf): readonly Part[] | null {
  const { facts, operands } = node;
  const numbers = operands.map((operand) => sidesOf(operand.node, before, after));
  if (operands.length === 0 || numbers.some((sides) => sides === null)) return null;
  const known = numbers.flatMap((sides) => sides ?? []);
  switch (facts.kind) {
    case 'metric':
    case 'context': {
      const [inner] = operands;
      return inner === undefined ? null : partsOf(inner.node, before, after);
    }
    case 'operator':
      if (facts.operator === 'sum' || facts.operator === 'negate') {
        return told(operands.map((operand) => ({ operand, multiplier: operand.role === 'minus' ? negate(ONE) : ONE })));
      }
      if (facts.operator === 'product' || facts.operator === 'growth') return factorParts(operands, known);
      return null;
    default:
      return null;
  }
}

/** Constant factors only scale: they are no players, however many there are. */
function factorParts(operands: readonly PlannedOperand[], sides: readonly Sides[]): readonly Part[] | null {
  const factors = operands.map((operand, i) => ({
    operand,
    before: sides[i]?.before.value ?? ONE,
    after: sides[i]?.after.value ?? ONE,
    over: operand.role === 'over' || operand.role === 'base',
  }));
  if (factors.some(({ over, before, after }) => over && (isZero(before) || isZero(after)))) return null;
  const players = factors.filter(({ operand }) => !isConstant(operand));
  const constants = factors.filter(({ operand }) => isConstant(operand));
  const scale = scaleOf(constants);
  const shares = shapleyMultipliers(players);
  if (scale === null || shares === null) return null;
  return told(players.map(({ operand }, i) => ({ operand, multiplier: multiply(scale, shares[i] ?? ZERO) })));
}

function scaleOf(constants: readonly { readonly before: Rational; readonly over: boolean }[]): Rational | null {
  let scale = ONE;
  for (const { before, over } of constants) {
    const factor = over ? divide(ONE, before) : before;
    if (factor === null) return null;
    scale = multiply(scale, factor);
  }
  return scale;
}

function told(parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ operand }) => !isConstant(operand));
}

function isConstant({ node }: PlannedOperand): boolean {
  return node.typed.type.level === 'constant';
}
