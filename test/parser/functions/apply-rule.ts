// Applies a function's type rule to arguments in a short notation, and shows the outcome in the same notation.
// `decimal(2) EUR/order` is a row value; `=2` a bare constant, `=2 day` one with a unit; `agg integer order` a result.
import { findFunction } from '../../../packages/parser/src/functions/registry.js';
import type { ArgumentFact, RuleOutcome, RuleWords } from '../../../packages/parser/src/functions/function-spec.js';
import { NO_UNIT, showUnit, sortUnit, TIME_UNITS, type Unit } from '../../../packages/parser/src/types/unit.js';
import type { UnitFactor } from '../../../packages/parser/src/types/unit.js';
import { decimal, INTEGER, showValueType, type ValueType } from '../../../packages/parser/src/types/value-type.js';

export function applyRule(name: string, args: readonly string[], words?: RuleWords): string {
  const spec = findFunction(name);
  if (spec?.kind !== 'scalar') throw new Error(`${name} is no scalar function`);
  return show(spec.rule(args.map(readFact), words));
}

export function applyAggregate(name: string, value: string, identifier = false): string {
  const spec = findFunction(name);
  if (spec?.kind !== 'aggregate') throw new Error(`${name} is no aggregate`);
  return show(spec.rule(readFact(value), identifier));
}

/** `decimal(2) EUR`, or `argument 1 wrong_unit: the same unit as the other arguments`. */
function show(outcome: RuleOutcome): string {
  if ('problem' in outcome) {
    return `argument ${outcome.problem.argument} ${outcome.problem.kind}: ${outcome.problem.expected}`;
  }
  return `${showValueType(outcome.value)} ${showUnit(outcome.unit)}`.trim();
}

function readFact(text: string): ArgumentFact {
  const level = text.startsWith('=') ? 'constant' : text.startsWith('agg ') ? 'aggregate' : 'row';
  const [head = '', unitText] = text.replace(/^(=|agg )/, '').split(' ');
  const unit = unitText === undefined ? NO_UNIT : readUnit(unitText);
  if (level === 'constant' && /^-?\d/.test(head)) {
    const digits = head.split('.')[1]?.length ?? 0;
    const value = digits === 0 ? INTEGER : decimal(digits);
    return { type: { value, unit, level, bare: unitText === undefined }, constant: head };
  }
  return { type: { value: readValueType(head), unit, level, bare: false }, constant: null };
}

function readValueType(text: string): ValueType {
  const scale = /^decimal\((\d+)\)$/.exec(text)?.[1];
  if (scale !== undefined) return decimal(Number(scale));
  switch (text) {
    case 'text':
    case 'integer':
    case 'rational':
    case 'float':
    case 'boolean':
    case 'date':
    case 'datetime':
    case 'timestamp':
      return { kind: text };
    case 'null':
      return { kind: 'none' };
    default:
      throw new Error(`no value type: ${text}`);
  }
}

function readUnit(text: string): Unit {
  const factors = text.split('/').flatMap((product, i) =>
    product.split('*').map((factor): UnitFactor => {
      const [base = '', power = '1'] = factor.split('^');
      return { base, kind: kindOf(base), power: Number(power) * (i === 0 ? 1 : -1) };
    }),
  );
  return sortUnit(factors);
}

function kindOf(base: string): UnitFactor['kind'] {
  if (/^[A-Z]{3}$/.test(base)) return 'currency';
  if (base in TIME_UNITS) return 'time';
  return base === 'point' ? 'point' : 'counted';
}
