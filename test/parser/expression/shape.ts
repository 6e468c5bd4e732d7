// A tree without its places, for comparisons, and as a short text that a test can show.
import type { Expr } from '../../../packages/parser/src/expression/tree.js';

/** The tree with every range left out. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key]) => !/^(?:range|opRange|nameRange|wordRange|typeRange)$/.test(key),
  );
  return Object.fromEntries(entries.map(([key, part]) => [key, shapeOf(part)]));
}

/** Every pair of operands in brackets, names in the order of the text: `[a + [b * c]]`. */
export function brackets(expr: Expr): string {
  switch (expr.kind) {
    case 'number':
      return `${expr.text}${expr.percent ? '%' : ''}${expr.unit === null ? '' : `_${expr.unit.text}`}`;
    case 'text':
      return `'${expr.value}'`;
    case 'boolean':
      return String(expr.value);
    case 'null':
      return 'null';
    case 'date':
      return `<${expr.type} ${expr.text}>`;
    case 'period':
      return `<period ${expr.text}>`;
    case 'name':
      return expr.parts.map((part) => (part.quoted ? `"${part.text}"` : part.text)).join('.');
    case 'unary':
      return `[${expr.op} ${brackets(expr.of)}]`;
    case 'binary':
      return `[${brackets(expr.left)} ${expr.negated ? 'not ' : ''}${expr.op} ${brackets(expr.right)}]`;
    case 'between':
      return `[${brackets(expr.of)} ${expr.negated ? 'not ' : ''}between ${brackets(expr.low)} ${brackets(expr.high)}]`;
    case 'in':
      return `[${brackets(expr.of)} ${expr.negated ? 'not ' : ''}in ${expr.options.map(brackets).join(' ')}]`;
    case 'is':
      return `[${brackets(expr.of)} is ${expr.negated ? 'not ' : ''}null]`;
    case 'case': {
      const branches = expr.branches.map((one) => ` when ${brackets(one.when)} then ${brackets(one.then)}`).join('');
      const otherwise = expr.otherwise === null ? '' : ` else ${brackets(expr.otherwise)}`;
      return `[case${expr.of === null ? '' : ` ${brackets(expr.of)}`}${branches}${otherwise}]`;
    }
    case 'cast':
      return `[cast ${brackets(expr.of)} as ${expr.type}]`;
    case 'call': {
      const parts = [
        ...expr.args.map(brackets),
        ...expr.clauses.map((clause) => `${clause.word}:${brackets(clause.value)}`),
        ...expr.flags.map((flag) => `!${flag.word}`),
      ];
      return `${expr.name}(${expr.distinct ? 'distinct ' : ''}${parts.join(', ')})`;
    }
    case 'where':
      return `{${brackets(expr.of)} where ${brackets(expr.condition)}}`;
    case 'dated':
      return `{${brackets(expr.of)} dated ${brackets(expr.field)}}`;
    case 'across':
      return `{${brackets(expr.of)} across ${expr.keys.map(brackets).join(' ')}${expr.unfiltered ? ' unfiltered' : ''}}`;
    case 'per':
      return `{${expr.of === null ? '-' : brackets(expr.of)} per ${expr.keys.map(brackets).join(' ')}${expr.skip ? ' skip' : ''}}`;
    case 'broken':
      return '?';
  }
}
