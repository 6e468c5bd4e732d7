// The operands of a chain of one precedence as it is written: `a - b + c` is one sum of three, `a * b / c` one product.
// A group in parentheses on the right is an operand of its own.
import type { CallTyped, Typed } from '@sextant/parser';
import type { OperandRole } from './explanation.js';

export interface Operand {
  readonly role: OperandRole;
  readonly typed: Typed;
}

export interface Chain {
  readonly operator: 'sum' | 'product';
  readonly operands: readonly Operand[];
}

const ROLES: Readonly<Partial<Record<CallTyped['fn'], readonly [Chain['operator'], OperandRole]>>> = {
  add: ['sum', 'plus'],
  subtract: ['sum', 'minus'],
  multiply: ['product', 'times'],
  divide: ['product', 'over'],
};

/** Null for all other calls. Down the left side in a loop: a chain of a thousand operators is a thousand levels deep there. */
export function chainOf(typed: CallTyped): Chain | null {
  const operator = ROLES[typed.fn]?.[0];
  if (operator === undefined) return null;
  const operands: Operand[] = [];
  let left: Typed = typed;
  for (;;) {
    const known: readonly [Chain['operator'], OperandRole] | undefined =
      left.kind === 'call' ? ROLES[left.fn] : undefined;
    if (left.kind !== 'call' || known?.[0] !== operator) break;
    const [first, second]: readonly Typed[] = left.args;
    if (first === undefined || second === undefined) break;
    operands.push({ role: known[1], typed: second });
    left = first;
  }
  operands.push({ role: operator === 'sum' ? 'plus' : 'times', typed: left });
  return { operator, operands: operands.reverse() };
}
