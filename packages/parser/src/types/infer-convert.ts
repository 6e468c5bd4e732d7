// Money in another currency: convert(amount to EUR at ordered_at).
import type { CallExpr } from '../expression/tree.js';
import { currencyCodes } from './currencies.js';
import { argumentCount, misplaced, noRates, notMoney, unknownUnit } from './errors.js';
import { clauseOf } from './call-parts.js';
import type { Infer } from './infer.js';
import { showType } from './infer-operator.js';
import { notATime } from './join-errors.js';
import { isUnknown, joinLevels, unknownAt } from './make-typed.js';
import type { Scope, World } from './scope.js';
import type { ConvertTyped, FieldTyped, Typed } from './typed.js';
import { combineUnits, unitOf, type UnitFactor } from './unit.js';
import { isTemporal, RATIONAL } from './value-type.js';

export function inferConvert(expr: CallExpr, signature: string, scope: Scope, infer: Infer): Typed {
  const [first] = expr.args;
  const to = clauseOf(expr, 'to');
  const at = clauseOf(expr, 'at');
  if (first === undefined || to === null || at === null) {
    scope.report(argumentCount('convert', signature, expr.args.length, scope.at(expr.range)));
    return unknownAt(expr.range);
  }
  const of = infer(first, scope);
  const day = infer(at.value, scope);
  const code = to.value.kind === 'name' && to.value.parts.length === 1 ? (to.value.parts[0]?.text ?? '') : '';
  if (!currencyCodes().has(code)) {
    scope.report(
      to.value.kind === 'name'
        ? unknownUnit(code, scope.at(to.value.range), currencyCodes())
        : misplaced('this', '`to` names a currency, such as EUR', scope.at(to.value.range)),
    );
    return unknownAt(expr.range);
  }
  if (isUnknown(of) || isUnknown(day)) return unknownAt(expr.range);
  if (!scope.world.hasExchangeRates) {
    scope.report(noRates(scope.at(expr.range)));
    return unknownAt(expr.range);
  }
  if (!isTemporal(day.type.value)) {
    scope.report(notATime('at', showType(day), scope.at(day.range)));
    return unknownAt(expr.range);
  }
  const money = of.type.unit.filter((factor) => factor.kind === 'currency');
  const [currency] = money;
  if (currency === undefined || money.length !== 1 || currency.power !== 1) {
    scope.report(notMoney(scope.at(of.range), of.type.unit));
    return unknownAt(expr.range);
  }
  const from = sourceOf(currency, of, scope);
  if (from === null) return unknownAt(expr.range);
  const unit = combineUnits(combineUnits(of.type.unit, [currency], -1), unitOf(code, 'currency'), 1);
  // A rate's digits are known to the data only; the product is exact all the same.
  const type = {
    value: of.type.value.kind === 'float' ? of.type.value : RATIONAL,
    unit,
    level: joinLevels([of, day]),
    bare: false,
  };
  return {
    kind: 'convert',
    of,
    from,
    to: code,
    at: day,
    skipMissing: expr.flags.some((flag) => flag.word === 'skip missing'),
    type,
    range: expr.range,
  };
}

function sourceOf(currency: UnitFactor, of: Typed, scope: Scope): ConvertTyped['from'] | null {
  if (!currency.base.startsWith('<')) return { kind: 'fixed', code: currency.base };
  const money = moneyField(of, currency.base);
  if (money === null) return null;
  const field = currencyFieldOf(money, scope.world);
  return field === null ? null : { kind: 'field', field };
}

/** The field with the currency of an amount; of a formula field it is that of the amount that the formula computes from. */
function currencyFieldOf(money: FieldTyped, world: World): FieldTyped | null {
  const found = world.field(money.dataset, money.field);
  if (found === null) return null;
  if (found.currencyField !== null) {
    const code = world.field(money.dataset, found.currencyField);
    return code === null ? null : { ...money, field: found.currencyField, type: code.type };
  }
  const perRow = found.type.unit.find((factor) => factor.base.startsWith('<'));
  if (perRow === undefined || found.formula === null) return null;
  const inner = moneyField(found.formula, perRow.base);
  const field = inner === null ? null : currencyFieldOf(inner, world);
  return field === null ? null : { ...field, base: money.base, path: [...money.path, ...field.path] };
}

/**
 * `<orders.currency_code>`: the pseudo-currency of an amount whose rows carry their own. `from` is the way to the row: the
 * amounts of two rows have two currencies, though it is one field that says them.
 */
export function perRowCurrency(from: string, field: string): string {
  return `<${from}.${field}>`;
}

function moneyField(typed: Typed, base: string): FieldTyped | null {
  if (typed.kind === 'field') return typed.type.unit.some((factor) => factor.base === base) ? typed : null;
  const parts =
    typed.kind === 'call'
      ? typed.args
      : typed.kind === 'case'
        ? [...typed.branches.map((branch) => branch.then), ...(typed.otherwise === null ? [] : [typed.otherwise])]
        : [];
  for (const part of parts) {
    const found = moneyField(part, base);
    if (found !== null) return found;
  }
  return null;
}
