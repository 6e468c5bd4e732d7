// Calls: scalar functions by their own type rules; aggregates and context operators have files of their own.
import type { CallExpr, Expr } from '../expression/tree.js';
import type { ScalarSpec } from '../functions/function-spec.js';
import { foreignFunctionHint } from '../functions/foreign-functions.js';
import { findFunction, functionNames } from '../functions/registry.js';
import { unknownFunction } from '../names/errors.js';
import { argumentCount, argumentType, constantExpected, misplaced } from './errors.js';
import { plainArguments } from './call-parts.js';
import { inferAggregate } from './infer-aggregate.js';
import { inferContextCall } from './infer-context-call.js';
import type { Infer } from './infer.js';
import { isUnknown, joinLevels, numberText, unknownAt } from './make-typed.js';
import { choose, isCondition, oneType, showType } from './infer-operator.js';
import { readLevel, readLevelOrClock, readSpan } from './read-calendar.js';
import type { Scope } from './scope.js';
import type { CalendarLevel, CalendarSpan, ClockLevel, Typed } from './typed.js';
import { exactnessMeets, levelsMeet } from './unify.js';
import { isNumeric } from './value-type.js';

export function inferCall(expr: CallExpr, scope: Scope, infer: Infer): Typed {
  const spec = findFunction(expr.name);
  if (spec === null) {
    const hint = foreignFunctionHint(expr.name);
    scope.report(unknownFunction(expr.name, scope.at(expr.nameRange), functionNames(), hint));
    return unknownAt(expr.range);
  }
  // What is missing in the text was reported with the text.
  if (expr.args.some(isBroken) || expr.clauses.some((clause) => isBroken(clause.value))) return unknownAt(expr.range);
  if (expr.distinct && expr.name !== 'count') {
    scope.report(
      misplaced('`distinct`', 'only `count` knows it: `count(distinct orders.customer_id)`', scope.at(expr.nameRange)),
    );
    return unknownAt(expr.range);
  }
  switch (spec.kind) {
    case 'scalar':
      return inferScalar(expr, spec, scope, infer);
    case 'aggregate':
      return inferAggregate(expr, spec, scope, infer);
    case 'context':
      if (expr.name === 'if') return inferIf(expr, spec.signature, scope, infer);
      return inferContextCall(expr, spec, scope, infer);
  }
}

function isBroken(expr: Expr): boolean {
  return expr.kind === 'broken' || ((expr.kind === 'where' || expr.kind === 'dated') && isBroken(expr.of));
}

function inferIf(expr: CallExpr, signature: string, scope: Scope, infer: Infer): Typed {
  const [when, then, otherwise] = expr.args;
  if (!plainArguments(expr, scope)) return unknownAt(expr.range);
  if (when === undefined || then === undefined || otherwise === undefined || expr.args.length > 3) {
    scope.report(argumentCount('if', signature, expr.args.length, scope.at(expr.range)));
    return unknownAt(expr.range);
  }
  const [c, a, b] = [infer(when, scope), infer(then, scope), infer(otherwise, scope)];
  if (isUnknown(c) || !isCondition(c, scope)) return unknownAt(expr.range);
  return choose([{ when: c, then: a }], b, expr.range, scope);
}

/** False, and reported, where a formula is the same in every question. */
function isAsked(expr: CallExpr, scope: Scope): boolean {
  const { position } = scope;
  const why =
    position.kind === 'constant'
      ? 'a constant is the same in every question'
      : position.kind === 'row' && (position.parentOf !== null || position.inField === true)
        ? 'a field is the same in every question, so it can be read once and kept'
        : null;
  if (why === null) return true;
  const help = 'say it in the metric: `count(tickets where elapsed(opened_on, as_of()) > 7 days)`';
  scope.report(misplaced(`\`${expr.name}()\``, why, scope.at(expr.range), help));
  return false;
}

function inferScalar(expr: CallExpr, spec: ScalarSpec, scope: Scope, infer: Infer): Typed {
  if (!plainArguments(expr, scope)) return unknownAt(expr.range);
  if (spec.ofQuestion === true && !isAsked(expr, scope)) return unknownAt(expr.range);
  const [min, max] = spec.arguments;
  if (expr.args.length < min || expr.args.length > max) {
    scope.report(argumentCount(expr.name, spec.signature, expr.args.length, scope.at(expr.range)));
    return unknownAt(expr.range);
  }
  let level: CalendarLevel | ClockLevel | null = null;
  let span: CalendarSpan | null = null;
  const places: Expr[] = [];
  for (const [i, arg] of expr.args.entries()) {
    if (i === spec.levelArgument)
      level = (spec.clockLevels === true ? readLevelOrClock : readLevel)(arg, expr.name, scope);
    else if (i === spec.spanArgument) span = readSpan(arg, expr.name, scope);
    else places.push(arg);
  }
  let args: readonly Typed[] = places.map((arg) => infer(arg, scope));
  if ((spec.levelArgument !== undefined && level === null) || (spec.spanArgument !== undefined && span === null))
    return unknownAt(expr.range);
  if (args.some(isUnknown) || !levelsMeet(args, scope)) return unknownAt(expr.range);
  // Alternatives are brought to one unit before the rule sees them, so that `coalesce(discount, 0)` takes the money's unit.
  if (
    spec.fn === 'coalesce' ||
    spec.fn === 'nullif' ||
    spec.fn === 'least' ||
    spec.fn === 'greatest' ||
    spec.fn === 'mod'
  ) {
    const met = oneType(args, scope);
    if (met === null) return unknownAt(expr.range);
    args = met.values.map((value) =>
      value.type.bare && isNumeric(value.type.value) ? { ...value, type: { ...value.type, unit: met.unit } } : value,
    );
  }
  if (spec.fn !== 'approx' && !exactnessMeets(args, scope)) return unknownAt(expr.range);
  const outcome = spec.rule(
    args.map((arg) => ({ type: arg.type, constant: numberText(arg) })),
    { ...(level === null ? {} : { level }), ...(span === null ? {} : { span }) },
  );
  if ('problem' in outcome) {
    const { problem } = outcome;
    const bad = args[problem.argument] ?? args[0];
    const at = scope.at(bad?.range ?? expr.range);
    if (problem.kind === 'not_constant') scope.report(constantExpected(problem.expected, at));
    else
      scope.report(
        argumentType(expr.name, problem.expected, bad === undefined ? 'missing' : showType(bad), at, problem.help),
      );
    return unknownAt(expr.range);
  }
  return {
    kind: 'call',
    fn: spec.fn,
    args,
    type: {
      value: outcome.value,
      unit: outcome.unit,
      level: joinLevels(args),
      bare:
        isNumeric(outcome.value) &&
        args.length > 0 &&
        args.every((arg) => arg.type.bare || arg.type.value.kind === 'none'),
    },
    range: expr.range,
    ...(level === null ? {} : { level }),
    ...(span === null ? {} : { span }),
  };
}
