// Operators: arithmetic, comparison, logic, choice.
import type { BetweenExpr, BinaryExpr, CaseExpr, CastExpr, InExpr, IsExpr, UnaryExpr } from '../expression/tree.js';
import { printFormula } from '../expression/print-formula.js';
import { argumentType, conditionExpected, differentTypes, outsideValues } from './errors.js';
import type { Infer } from './infer.js';
import { call, condition, isUnknown, joinLevels, makeType, unknownAt } from './make-typed.js';
import { readFieldType } from './read-field-type.js';
import type { Scope } from './scope.js';
import type { ScalarFunction, Typed } from './typed.js';
import { exactnessMeets, levelsMeet, scaled, unifyUnits } from './unify.js';
import { combineUnits, NO_UNIT, timeConversion, unitOf, type Unit } from './unit.js';
import { decimal, isNumeric, isTemporal, RATIONAL, showValueType, TEXT, widen, type ValueType } from './value-type.js';

const COMPARISONS: Readonly<Record<string, ScalarFunction>> = {
  '=': 'equal',
  '<>': 'not_equal',
  '<': 'less',
  '<=': 'less_equal',
  '>': 'greater',
  '>=': 'greater_equal',
};

export function inferUnary(expr: UnaryExpr, scope: Scope, infer: Infer): Typed {
  const of = infer(expr.of, scope);
  if (isUnknown(of)) return unknownAt(expr.range);
  if (expr.op === 'not') {
    if (!isCondition(of, scope)) return unknownAt(expr.range);
    return condition('not', [of], expr.range);
  }
  if (!isNumber(of, expr.op === '-' ? '`-`' : '`+`', scope)) return unknownAt(expr.range);
  return expr.op === '+' ? of : call('negate', [of], of.type, expr.range);
}

export function inferBinary(expr: BinaryExpr, scope: Scope, infer: Infer): Typed {
  const left = infer(expr.left, scope);
  const right = infer(expr.right, scope);
  if (isUnknown(left) || isUnknown(right)) return unknownAt(expr.range);
  if (!levelsMeet([left, right], scope)) return unknownAt(expr.range);
  switch (expr.op) {
    case 'and':
    case 'or': {
      const ok = [left, right].map((side) => isCondition(side, scope)).every(Boolean);
      return ok ? condition(expr.op, [left, right], expr.range) : unknownAt(expr.range);
    }
    case '+':
    case '-':
      return inferSum(expr.op, left, right, expr, scope);
    case '*':
    case '/':
      return inferProduct(expr.op, left, right, expr, scope);
    case '||': {
      const bad = [left, right].find((side) => side.type.value.kind !== 'text' && side.type.value.kind !== 'none');
      if (bad === undefined)
        return call('concat', [left, right], makeType(TEXT, NO_UNIT, joinLevels([left, right])), expr.range);
      scope.report(argumentType('||', 'a text', showType(bad), scope.at(bad.range)));
      return unknownAt(expr.range);
    }
    case 'like': {
      const bad = [left, right].find((side) => side.type.value.kind !== 'text' && side.type.value.kind !== 'none');
      if (bad !== undefined) {
        scope.report(argumentType('like', 'a text', showType(bad), scope.at(bad.range)));
        return unknownAt(expr.range);
      }
      return negatedIf(expr.negated, condition('like', [left, right], expr.range));
    }
    default: {
      const fn = COMPARISONS[expr.op] ?? 'equal';
      const equality = fn === 'equal' || fn === 'not_equal';
      const pair = equality ? comparable(left, right, scope) : ordered(left, right, expr.op, scope);
      return pair === null ? unknownAt(expr.range) : condition(fn, pair, expr.range);
    }
  }
}

function inferSum(op: '+' | '-', left: Typed, right: Typed, expr: BinaryExpr, scope: Scope): Typed {
  const words = op === '+' ? 'add' : 'subtract';
  if (isTemporal(left.type.value) || isTemporal(right.type.value)) {
    const help =
      op === '-' && isTemporal(left.type.value) && isTemporal(right.type.value)
        ? `the time between them is \`elapsed(${printFormula(expr.right)}, ${printFormula(expr.left)})\``
        : 'move a time with `date_add(x, 7 days)`';
    scope.report(
      differentTypes(words, showType(left), showType(right), scope.at(left.range), scope.at(right.range), help),
    );
    return unknownAt(expr.range);
  }
  if (!isNumber(left, `\`${op}\``, scope) || !isNumber(right, `\`${op}\``, scope)) return unknownAt(expr.range);
  if (!exactnessMeets([left, right], scope)) return unknownAt(expr.range);
  const pair = unifyUnits(left, right, op, scope);
  if (pair === null) return unknownAt(expr.range);
  const value = widen(pair.left.type.value, pair.right.type.value) ?? RATIONAL;
  const type = { value, unit: pair.unit, level: joinLevels([left, right]), bare: left.type.bare && right.type.bare };
  return call(op === '+' ? 'add' : 'subtract', [pair.left, pair.right], type, expr.range);
}

function inferProduct(op: '*' | '/', left: Typed, right: Typed, expr: BinaryExpr, scope: Scope): Typed {
  if (!isNumber(left, `\`${op}\``, scope) || !isNumber(right, `\`${op}\``, scope)) return unknownAt(expr.range);
  if (!exactnessMeets([left, right], scope)) return unknownAt(expr.range);
  const level = joinLevels([left, right]);
  const bare = left.type.bare && right.type.bare;
  // EUR/hour times days: the lengths of time cancel only in one unit.
  const met = meetTimes(left.type.unit, right, op);
  const unit = combineUnits(left.type.unit, met.type.unit, op === '*' ? 1 : -1);
  const value =
    op === '*' ? productType(left.type.value, met.type.value) : quotientType(left.type.value, met.type.value);
  return call(op === '*' ? 'multiply' : 'divide', [left, met], { value, unit, level, bare }, expr.range);
}

function meetTimes(unit: Unit, right: Typed, op: '*' | '/'): Typed {
  const mine = unit.find((factor) => factor.kind === 'time');
  const other = right.type.unit.find((factor) => factor.kind === 'time');
  if (mine === undefined || other === undefined || mine.base === other.base) return right;
  const cancels = op === '*' ? mine.power * other.power < 0 : mine.power * other.power > 0;
  if (!cancels) return right;
  let wanted = right.type.unit;
  for (let i = 0; i < Math.abs(other.power); i++) {
    wanted = combineUnits(
      combineUnits(wanted, unitOf(other.base, 'time'), other.power > 0 ? -1 : 1),
      unitOf(mine.base, 'time'),
      other.power > 0 ? 1 : -1,
    );
  }
  const factor = timeConversion(right.type.unit, wanted);
  return factor === null ? right : scaled(right, factor, wanted);
}

function productType(a: ValueType, b: ValueType): ValueType {
  const wide = widen(a, b);
  if (wide === null || wide.kind !== 'decimal') return wide ?? RATIONAL;
  return decimal((a.kind === 'decimal' ? a.scale : 0) + (b.kind === 'decimal' ? b.scale : 0));
}

function quotientType(a: ValueType, b: ValueType): ValueType {
  return a.kind === 'float' || b.kind === 'float' ? { kind: 'float' } : RATIONAL;
}

/** Both sides of `=`, `in` or `case`: brought to one type and unit, and a text held against the declared values. */
function comparable(left: Typed, right: Typed, scope: Scope): readonly [Typed, Typed] | null {
  const pair = oneKind(left, right, scope);
  const { kind } = left.type.value;
  if (pair !== null && (kind === 'text' || kind === 'integer')) warnOutsideValues(left, right, scope);
  return pair;
}

/** Both sides of `<` or `between`: of a kind that has an order. */
function ordered(left: Typed, right: Typed, op: string, scope: Scope): readonly [Typed, Typed] | null {
  const pair = oneKind(left, right, scope);
  if (pair === null || left.type.value.kind !== 'boolean') return pair;
  scope.report(argumentType(op, 'a number, a date, a time or a text', showType(left), scope.at(left.range)));
  return null;
}

/** Both sides brought to one type and unit, or null where they cannot be compared; that was reported. */
export function oneKind(left: Typed, right: Typed, scope: Scope): readonly [Typed, Typed] | null {
  const a = left.type.value;
  const b = right.type.value;
  if (a.kind === 'none' || b.kind === 'none') return [left, right];
  if (isNumeric(a) && isNumeric(b)) {
    if (!exactnessMeets([left, right], scope)) return null;
    const pair = unifyUnits(left, right, 'compare', scope);
    return pair === null ? null : [pair.left, pair.right];
  }
  if (a.kind === b.kind) return [left, right];
  const help =
    isTemporal(a) && b.kind === 'text'
      ? helpWithLiteral(a.kind, right)
      : isTemporal(b) && a.kind === 'text'
        ? helpWithLiteral(b.kind, left)
        : isTemporal(a) && isTemporal(b)
          ? `bring one side to the other's type: \`cast(x as ${a.kind})\``
          : undefined;
  scope.report(
    differentTypes('compare', showType(left), showType(right), scope.at(left.range), scope.at(right.range), help),
  );
  return null;
}

/** Text is never taken for a date by itself: `date '2026-01-31'`. */
function helpWithLiteral(kind: string, text: Typed): string {
  const shown = text.kind === 'const' && text.value.kind === 'text' ? text.value.value : '...';
  return `write \`${kind} '${shown}'\``;
}

function warnOutsideValues(left: Typed, right: Typed, scope: Scope): void {
  const [named, literal] = left.kind === 'const' ? [right, left] : [left, right];
  if (literal.kind !== 'const' || (literal.value.kind !== 'text' && literal.value.kind !== 'number')) return;
  const text = literal.value.kind === 'text' ? literal.value.value : literal.value.text;
  const [dataset, name] =
    named.kind === 'field'
      ? [named.dataset, named.field]
      : named.kind === 'member' && named.member.kind === 'field'
        ? [named.member.path.at(-1)?.to ?? named.member.dataset, named.member.field]
        : [null, null];
  let values: readonly string[] | null = null;
  let shown = name ?? '';
  if (dataset !== null && name !== null) values = scope.world.field(dataset, name)?.values ?? null;
  if (named.kind === 'member' && named.member.kind === 'dimension') {
    shown = named.member.dimension;
    const fields = scope.world.dimensions.get(named.member.dimension)?.fields ?? [];
    const all = fields.map((field) => scope.world.field(field.dataset, field.field)?.values ?? null);
    values = all.every((one) => one !== null) ? all.flatMap((one) => one ?? []) : null;
  }
  if (values === null || values.includes(text)) return;
  scope.report(outsideValues(text, shown, values, scope.at(literal.range)));
}

export function inferBetween(expr: BetweenExpr, scope: Scope, infer: Infer): Typed {
  const [of, low, high] = [infer(expr.of, scope), infer(expr.low, scope), infer(expr.high, scope)];
  if (isUnknown(of) || isUnknown(low) || isUnknown(high)) return unknownAt(expr.range);
  if (!levelsMeet([of, low, high], scope)) return unknownAt(expr.range);
  const lower = ordered(of, low, 'between', scope);
  const upper = lower === null ? null : ordered(of, high, 'between', scope);
  if (lower === null || upper === null) return unknownAt(expr.range);
  return negatedIf(expr.negated, condition('between', [of, lower[1], upper[1]], expr.range));
}

export function inferIn(expr: InExpr, scope: Scope, infer: Infer): Typed {
  const of = infer(expr.of, scope);
  const options = expr.options.map((option) => infer(option, scope));
  if (isUnknown(of) || options.some(isUnknown)) return unknownAt(expr.range);
  if (!levelsMeet([of, ...options], scope)) return unknownAt(expr.range);
  const pairs = options.map((option) => comparable(of, option, scope));
  const met = pairs.flatMap((pair) => (pair === null ? [] : [pair[1]]));
  if (met.length < options.length) return unknownAt(expr.range);
  return negatedIf(expr.negated, condition('in', [of, ...met], expr.range));
}

export function inferIs(expr: IsExpr, scope: Scope, infer: Infer): Typed {
  const of = infer(expr.of, scope);
  if (isUnknown(of)) return unknownAt(expr.range);
  return negatedIf(expr.negated, condition('is_null', [of], expr.range));
}

function negatedIf(negated: boolean, typed: Typed): Typed {
  return negated ? condition('not', [typed], typed.range) : typed;
}

export function inferCase(expr: CaseExpr, scope: Scope, infer: Infer): Typed {
  const subject = expr.of === null ? null : infer(expr.of, scope);
  const branches = expr.branches.map((branch) => {
    const when = infer(branch.when, scope);
    const then = infer(branch.then, scope);
    if (isUnknown(when)) return { when, then };
    if (subject === null) return { when: isCondition(when, scope) ? when : unknownAt(when.range), then };
    const pair = isUnknown(subject) ? null : comparable(subject, when, scope);
    return { when: pair === null ? unknownAt(when.range) : condition('equal', pair, branch.when.range), then };
  });
  return choose(branches, expr.otherwise === null ? null : infer(expr.otherwise, scope), expr.range, scope);
}

/** One type and one unit for every branch. */
export function choose(
  branches: readonly { readonly when: Typed; readonly then: Typed }[],
  otherwise: Typed | null,
  range: Typed['range'],
  scope: Scope,
): Typed {
  const values = [...branches.map((branch) => branch.then), ...(otherwise === null ? [] : [otherwise])];
  const parts = [...branches.map((branch) => branch.when), ...values];
  if (parts.some(isUnknown) || !levelsMeet(parts, scope) || !exactnessMeets(values, scope)) return unknownAt(range);
  const unified = oneType(values, scope);
  if (unified === null) return unknownAt(range);
  return {
    kind: 'case',
    branches: branches.map((branch, i) => ({ when: branch.when, then: unified.values[i] ?? branch.then })),
    otherwise: otherwise === null ? null : (unified.values.at(-1) ?? otherwise),
    type: {
      ...makeType(unified.value, unified.unit, joinLevels(parts)),
      // A choice of bare numbers is a bare number: `case when big then 2 else 1 end` may count anything.
      bare: isNumeric(unified.value) && values.every(isBare),
    },
    range,
  };
}

function isBare({ type }: Typed): boolean {
  return type.bare || type.value.kind === 'none';
}

/** All values brought to the first real one's unit; null where types or units differ, which was reported. */
export function oneType(
  values: readonly Typed[],
  scope: Scope,
): { readonly values: readonly Typed[]; readonly value: ValueType; readonly unit: Unit } | null {
  const anchor =
    values.find((value) => value.type.value.kind !== 'none' && !value.type.bare) ??
    values.find((value) => value.type.value.kind !== 'none');
  if (anchor === undefined) return { values, value: { kind: 'none' }, unit: NO_UNIT };
  let value = anchor.type.value;
  const met: Typed[] = [];
  for (const one of values) {
    if (one === anchor) {
      met.push(one);
      continue;
    }
    const wide = widen(value, one.type.value);
    if (wide === null) {
      scope.report(
        differentTypes('choose between', showType(anchor), showType(one), scope.at(anchor.range), scope.at(one.range)),
      );
      return null;
    }
    if (isNumeric(one.type.value)) {
      const pair = unifyUnits(anchor, one, 'choose', scope);
      if (pair === null) return null;
      met.push(pair.right);
      // Hours in days are a quotient.
      value = widen(value, pair.right.type.value) ?? wide;
    } else {
      met.push(one);
      value = wide;
    }
  }
  return { values: met, value, unit: anchor.type.unit };
}

export function inferCast(expr: CastExpr, scope: Scope, infer: Infer): Typed {
  const of = infer(expr.of, scope);
  const target = readFieldType(expr.type);
  if (target === null) {
    scope.report(
      argumentType(
        'cast',
        'a type such as `date`, `text` or `decimal(2)`',
        `\`${expr.type}\``,
        scope.at(expr.typeRange),
      ),
    );
    return unknownAt(expr.range);
  }
  if (isUnknown(of)) return of;
  const from = of.type.value.kind;
  const legal =
    target.kind === 'text' ||
    from === 'none' ||
    from === target.kind ||
    (isNumeric(target) && (isNumeric(of.type.value) || from === 'text')) ||
    (isTemporal(target) && (isTemporal(of.type.value) || from === 'text')) ||
    (target.kind === 'boolean' && from === 'text');
  if (!legal) {
    scope.report(
      differentTypes('cast', showType(of), showValueType(target), scope.at(expr.of.range), scope.at(expr.typeRange)),
    );
    return unknownAt(expr.range);
  }
  const unit = isNumeric(target) ? of.type.unit : NO_UNIT;
  return call('cast', [of], { value: target, unit, level: of.type.level, bare: false }, expr.range);
}

export function isCondition(typed: Typed, scope: Scope): boolean {
  if (typed.type.value.kind === 'boolean' || typed.type.value.kind === 'none') return true;
  if (typed.type.value.kind !== 'unknown') scope.report(conditionExpected(showType(typed), scope.at(typed.range)));
  return false;
}

function isNumber(typed: Typed, op: string, scope: Scope): boolean {
  if (isNumeric(typed.type.value) || typed.type.value.kind === 'none') return true;
  scope.report(argumentType(op.replaceAll('`', ''), 'a number', showType(typed), scope.at(typed.range)));
  return false;
}

export function showType(typed: Typed): string {
  const { value } = typed.type;
  if (value.kind === 'none' || value.kind === 'text' || value.kind === 'boolean' || isTemporal(value)) {
    return value.kind === 'none' ? 'no value' : `a ${showValueType(value)}`;
  }
  return value.kind === 'integer'
    ? 'an integer'
    : value.kind === 'rational'
      ? 'an exact quotient'
      : `a ${showValueType(value)}`;
}
