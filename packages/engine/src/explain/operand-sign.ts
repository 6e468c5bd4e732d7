// The sign that stands before an operand on a line of its own.
import type { OperandRole } from './explanation.js';

/** `÷`, `+`, `now`; nothing for the first of a sum or a product, and for what is the only one. */
export function operandSign(role: OperandRole, first: boolean): string {
  switch (role) {
    case 'minus':
      return '−';
    case 'over':
      return '÷';
    case 'plus':
      return first ? '' : '+';
    case 'times':
      return first ? '' : '×';
    case 'now':
      return 'now';
    case 'base':
      return 'before';
    case 'when':
    case 'then':
    case 'else':
      return role;
    case 'inside':
      return 'all groups together';
    case 'of':
    case 'argument':
      return '';
  }
}
