// Aggregates that follow entities over time: conversion, retention, top_share.
import type { CallExpr, Expr, NameExpr } from '../expression/tree.js';
import { unknownName, wrongKindOfName } from '../names/errors.js';
import { argumentCount, argumentType, differentTypes, misplaced } from './errors.js';
import { showSpan } from './calendar-level.js';
import { clauseOf } from './call-parts.js';
import { readPerKeys } from './infer-context.js';
import type { Infer } from './infer.js';
import { resolveField } from './infer-name.js';
import { isCondition, showType } from './infer-operator.js';
import type { Span } from '../source/source-file.js';
import { undeclaredTime } from './join-errors.js';
import { isUnknown, makeType, numberText, unknownAt } from './make-typed.js';
import { readSpan } from './read-calendar.js';
import { reachesGroups } from './reaches-groups.js';
import { within, type Scope } from './scope.js';
import type { CalendarSpan, Step, Typed } from './typed.js';
import { countedUnit } from './read-unit.js';
import { NO_UNIT } from './unit.js';
import { INTEGER, isNumeric, RATIONAL } from './value-type.js';

export function inferConversion(expr: CallExpr, signature: string, scope: Scope, infer: Infer): Typed {
  const [first] = expr.args;
  const to = clauseOf(expr, 'to');
  const by = clauseOf(expr, 'by');
  const span = clauseOf(expr, 'within');
  if (first === undefined || to === null || by === null || span === null) {
    scope.report(argumentCount(expr.name, signature, expr.args.length, scope.at(expr.range)));
    return unknownAt(expr.range);
  }
  const from = readStep(first, by.value, scope, infer);
  const later = readStep(to.value, by.value, scope, infer);
  const window = readWithin(span.value, expr.name, scope);
  if (from === null || later === null || window === null) return unknownAt(expr.range);
  if (from.entity.type.value.kind !== later.entity.type.value.kind) {
    scope.report(
      differentTypes(
        'match',
        showType(from.entity),
        showType(later.entity),
        scope.at(first.range),
        scope.at(to.value.range),
      ),
    );
    return unknownAt(expr.range);
  }
  const share = expr.name === 'conversion';
  const one = scope.world.datasetDefs.get(from.dataset)?.one?.text ?? from.dataset;
  const type = share ? makeType(RATIONAL, NO_UNIT, 'aggregate') : makeType(INTEGER, countedUnit(one), 'aggregate');
  return {
    kind: 'conversion',
    result: share ? 'share' : 'count',
    from,
    to: later,
    within: window,
    type,
    range: expr.range,
  };
}

export function inferRetention(expr: CallExpr, signature: string, scope: Scope, infer: Infer): Typed {
  const [first] = expr.args;
  const by = clauseOf(expr, 'by');
  const at = clauseOf(expr, 'at');
  if (first === undefined || by === null || at === null) {
    scope.report(argumentCount(expr.name, signature, expr.args.length, scope.at(expr.range)));
    return unknownAt(expr.range);
  }
  const of = readStep(first, by.value, scope, infer);
  const span = readSpan(at.value, expr.name, scope);
  if (of === null || span === null) return unknownAt(expr.range);
  return { kind: 'retention', of, at: span, type: makeType(RATIONAL, NO_UNIT, 'aggregate'), range: expr.range };
}

/** How long a row may take: from any instant on, which the units of a calendar dataset cannot say, being runs of days. */
function readWithin(expr: Expr, fn: string, scope: Scope): CalendarSpan | null {
  const span = readSpan(expr, fn, scope);
  if (span === null || typeof span.level === 'string') return span;
  const found = `\`${showSpan(span)}\`, units of \`${span.level.dataset}\``;
  scope.report(
    argumentType(fn, 'a length of time', found, scope.at(expr.range), 'count in days, as in `within 28 days`'),
  );
  return null;
}

/** `orders where status = 'paid'`, and the field that `by` names on its rows. */
function readStep(expr: Expr, by: Expr, scope: Scope, infer: Infer): Step | null {
  const [of, condition] = expr.kind === 'where' ? [expr.of, expr.condition] : [expr, null];
  if (of.kind !== 'name' || of.parts.length !== 1 || by.kind !== 'name') {
    const wrong = of.kind !== 'name' || of.parts.length !== 1 ? of : by;
    scope.report(misplaced('this', 'a step names a dataset, and `by` a field', scope.at(wrong.range)));
    return null;
  }
  const name = of.parts[0]?.text ?? '';
  const def = scope.world.datasetDefs.get(name);
  if (def === undefined) {
    reportNoDataset(name, scope.at(of.range), scope);
    return null;
  }
  const dataset = scope.world.dataset(name);
  if (dataset !== null && dataset.time.kind !== 'event') {
    scope.report(undeclaredTime(name, scope.at(of.range), def.name.span));
    return null;
  }
  const row = within(scope, { kind: 'row', base: name, parentOf: null });
  const entity = resolveField(by, name, row);
  const where = condition === null ? null : infer(condition, row);
  if (entity === null || (where !== null && (isUnknown(where) || !isCondition(where, row)))) return null;
  return { dataset: name, entity, where };
}

export function inferTopShare(expr: CallExpr, signature: string, scope: Scope, infer: Infer): Typed {
  const [first, second] = expr.args;
  if (first?.kind !== 'per' || first.of === null || first.keys.length !== 1 || second === undefined) {
    scope.report(misplaced('this', `\`top_share\` needs a metric per one key: \`${signature}\``, scope.at(expr.range)));
    return unknownAt(expr.range);
  }
  const of = infer(first.of, within(scope, { kind: 'metric' }));
  const keys = readPerKeys(first.keys, scope);
  const fraction = numberText(infer(second, within(scope, { kind: 'constant' })));
  const population = readPopulation(expr, scope);
  const [key] = keys ?? [];
  if (isUnknown(of) || key === undefined || population === undefined) return unknownAt(expr.range);
  if (key.kind === 'level' || !isNumeric(of.type.value)) {
    scope.report(misplaced('this', 'the largest groups are taken of a dimension, by a number', scope.at(first.range)));
    return unknownAt(expr.range);
  }
  if (!reachesGroups('top_share', [key], [of], first.range, scope)) return unknownAt(expr.range);
  if (fraction === null || !/^(0?\.\d*[1-9]\d*|1(\.0*)?)$/.test(fraction)) {
    scope.report(
      argumentType('top_share', 'a share above 0% and up to 100%', 'something else', scope.at(second.range)),
    );
    return unknownAt(expr.range);
  }
  return {
    kind: 'top_share',
    of,
    key: key.member,
    fraction,
    ofDataset: population,
    type: makeType(RATIONAL, NO_UNIT, 'aggregate'),
    range: expr.range,
  };
}

/** The dataset that `of` names; null where there is no `of`, undefined where it was reported. */
function readPopulation(expr: CallExpr, scope: Scope): string | null | undefined {
  const clause = clauseOf(expr, 'of');
  if (clause === null) return null;
  const name: NameExpr | null = clause.value.kind === 'name' ? clause.value : null;
  const text = name?.parts.map((part) => part.text).join('.') ?? '';
  if (scope.world.datasetDefs.has(text)) return text;
  reportNoDataset(text, scope.at(clause.value.range), scope);
  return undefined;
}

function reportNoDataset(name: string, span: Span, { world, report }: Scope): void {
  if (world.isBroken('datasets', name)) return;
  report(
    world.metricNames.has(name)
      ? wrongKindOfName(name, 'a metric', 'a dataset', span, null)
      : unknownName('dataset', name, span, world.datasetDefs.keys()),
  );
}
