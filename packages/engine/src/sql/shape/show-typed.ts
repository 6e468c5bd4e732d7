// A row expression as a few words for a comment; not the language's own printer, which needs the formula's text.
import type { Typed } from '@sextant/parser';

const SIGNS: Readonly<Record<string, string>> = {
  equal: '=',
  not_equal: '<>',
  less: '<',
  less_equal: '<=',
  greater: '>',
  greater_equal: '>=',
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  and: 'and',
  or: 'or',
};

export function showTypedBriefly(typed: Typed): string {
  switch (typed.kind) {
    case 'field':
      return [...typed.path.map((step) => step.to), typed.field].join('.');
    case 'const':
      return 'text' in typed.value ? typed.value.text : JSON.stringify(typed.value.value);
    case 'parameter':
      return typed.parameter;
    case 'call': {
      const args = typed.args.map(showTypedBriefly);
      const sign = SIGNS[typed.fn];
      return sign === undefined ? `${typed.fn}(${args.join(', ')})` : args.join(` ${sign} `);
    }
    default:
      return typed.kind;
  }
}
