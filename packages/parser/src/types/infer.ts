// A syntax tree to a typed tree: one rule per kind of expression. What is wrong is reported once and becomes `unknown`.
import type { Expr } from '../expression/tree.js';
import { misplaced } from './errors.js';
import { inferAcross, inferDated, inferPer, inferWhere } from './infer-context.js';
import { inferCall } from './infer-call.js';
import { inferDate, inferNumber } from './infer-literal.js';
import { inferName } from './infer-name.js';
import { inferBetween, inferBinary, inferCase, inferCast, inferIn, inferIs, inferUnary } from './infer-operator.js';
import { constant, makeType, unknownAt } from './make-typed.js';
import type { Scope } from './scope.js';
import type { Typed } from './typed.js';
import { NO_UNIT } from './unit.js';
import { BOOLEAN, NONE, TEXT } from './value-type.js';

export type Infer = (expr: Expr, scope: Scope) => Typed;

export function infer(expr: Expr, scope: Scope): Typed {
  switch (expr.kind) {
    case 'number':
      return inferNumber(expr, scope);
    case 'text':
      return constant({ kind: 'text', value: expr.value }, TEXT, NO_UNIT, expr.range, false);
    case 'boolean':
      return constant({ kind: 'boolean', value: expr.value }, BOOLEAN, NO_UNIT, expr.range, false);
    case 'null':
      return { kind: 'null', type: makeType(NONE, NO_UNIT, 'constant'), range: expr.range };
    case 'date':
      return inferDate(expr, scope);
    case 'period':
      scope.report(
        misplaced(
          'a period',
          'a period is a stretch of time and no value',
          scope.at(expr.range),
          "name a day: `date '2026-03-01'`",
        ),
      );
      return unknownAt(expr.range);
    case 'name':
      return inferName(expr, scope);
    case 'unary':
      return inferUnary(expr, scope, infer);
    case 'binary':
      return inferBinary(expr, scope, infer);
    case 'between':
      return inferBetween(expr, scope, infer);
    case 'in':
      return inferIn(expr, scope, infer);
    case 'is':
      return inferIs(expr, scope, infer);
    case 'case':
      return inferCase(expr, scope, infer);
    case 'cast':
      return inferCast(expr, scope, infer);
    case 'call':
      return inferCall(expr, scope, infer);
    case 'where':
      return inferWhere(expr, scope, infer);
    case 'dated':
      return inferDated(expr, scope);
    case 'across':
      return inferAcross(expr, scope, infer);
    case 'per':
      return inferPer(expr, scope);
    case 'broken':
      return unknownAt(expr.range);
  }
}
