// Aggregates over the rows of one dataset, and around `per` over the values of groups.
import type { CallExpr, Expr, NameExpr, PerExpr, WhereExpr } from '../expression/tree.js';
import { childrenOf } from '../expression/walk.js';
import type { AggregateSpec } from '../functions/function-spec.js';
import { datasetNotSaid, unknownName, wrongKindOfName } from '../names/errors.js';
import {
  argumentCount,
  argumentType,
  constantExpected,
  misplaced,
  nestedAggregate,
  severalCurrencies,
  uselessOption,
} from './errors.js';
import { baseOf, takeApart, type RowAggregate } from './aggregate-base.js';
import { plainArguments } from './call-parts.js';
import type { Infer } from './infer.js';
import { readPerKeys } from './infer-context.js';
import { resolveField } from './infer-name.js';
import { isCondition, showType } from './infer-operator.js';
import { noPath, notATime, oneToMany, severalBases, undeclaredTime } from './join-errors.js';
import { isUnknown, numberText, unknownAt } from './make-typed.js';
import { reachesGroups } from './reaches-groups.js';
import { within, type Scope } from './scope.js';
import type { AggregateFunction, AggregateTyped, FieldTyped, Level, PerKey, Type, Typed } from './typed.js';
import { countedUnit } from './read-unit.js';
import { NO_UNIT, type Unit } from './unit.js';
import { INTEGER, isTemporal, showValueType } from './value-type.js';

export function inferAggregate(expr: CallExpr, spec: AggregateSpec, scope: Scope, infer: Infer): Typed {
  if (!plainArguments(expr, scope)) return unknownAt(expr.range);
  const [value, fraction, ...more] = expr.args;
  if (value === undefined || more.length > 0 || (fraction !== undefined) !== spec.takesFraction) {
    scope.report(argumentCount(expr.name, spec.signature, expr.args.length, scope.at(expr.range)));
    return unknownAt(expr.range);
  }
  const q = fraction === undefined ? null : readFraction(fraction, expr.name, scope, infer);
  if (fraction !== undefined && q === null) return unknownAt(expr.range);
  const per = perOf(value);
  if (per !== null) return inferOverGroups(expr, spec, per.per, per.where, q, scope, infer);
  const { position } = scope;
  if (position.kind === 'condition' || position.kind === 'constant') {
    scope.report(
      misplaced(
        `\`${expr.name}\``,
        position.kind === 'constant' ? 'a constant has no rows' : 'a condition on rows sees one row at a time',
        scope.at(expr.range),
      ),
    );
    return unknownAt(expr.range);
  }
  if (position.kind === 'row' && position.parentOf === null) {
    scope.report(nestedAggregate(null, `${expr.name}(...)`, scope.at(expr.range)));
    return unknownAt(expr.range);
  }
  const typed = inferOverRows(expr, spec, value, q, scope, infer);
  if (typed === null) return unknownAt(expr.range);
  return position.kind === 'row' ? asChild(typed, position.base, scope) : typed;
}

function readFraction(expr: Expr, fn: string, scope: Scope, infer: Infer): string | null {
  const typed = infer(expr, within(scope, { kind: 'constant' }));
  const text = numberText(typed);
  if (text !== null && typed.type.unit.length === 0 && /^(0(\.\d+)?|1(\.0+)?)$/.test(text)) return text;
  if (!isUnknown(typed))
    scope.report(
      text === null
        ? constantExpected('the fraction', scope.at(expr.range))
        : argumentType(fn, 'a fraction from 0 to 1', `\`${text}\``, scope.at(expr.range)),
    );
  return null;
}

function perOf(expr: Expr): { readonly per: PerExpr; readonly where: WhereExpr | null } | null {
  if (expr.kind === 'per') return { per: expr, where: null };
  return expr.kind === 'where' && expr.of.kind === 'per' ? { per: expr.of, where: expr } : null;
}

function inferOverRows(
  expr: CallExpr,
  spec: AggregateSpec,
  arg: Expr,
  fraction: string | null,
  scope: Scope,
  infer: Infer,
): AggregateTyped | null {
  const parts = takeApart(arg);
  const [time, second] = parts.dated;
  if (second !== undefined) {
    scope.report(misplaced('a second `dated`', 'an aggregate is dated by one time', scope.at(second.range)));
    return null;
  }
  const rowsOf =
    parts.value.kind === 'name' && parts.value.parts.length === 1 ? (parts.value.parts[0]?.text ?? null) : null;
  const countsRows = spec.fn === 'count' && !expr.distinct && rowsOf !== null && scope.world.datasetDefs.has(rowsOf);
  const base = countsRows ? rowsOf : findBase(parts, expr.name, scope);
  if (base === null || base === undefined) return null;
  const row = within(scope, { kind: 'row', base, parentOf: null, inField: scope.position.kind === 'row' });
  const value = countsRows ? null : infer(parts.value, row);
  const where = inferConditions(parts.conditions, row, infer);
  const dated = time === undefined ? null : readTime(time, base, row);
  if ((value !== null && isUnknown(value)) || where === 'unknown' || (time !== undefined && dated === null))
    return null;
  const fn: AggregateFunction = countsRows ? 'count_rows' : expr.distinct ? 'count_distinct' : spec.fn;
  const type = value === null ? countType(base, null, false, scope) : aggregateType(fn, spec, value, base, expr, scope);
  if (type === null) return null;
  if ((fn === 'first' || fn === 'last') && dated === null && !hasOrder(fn, base, expr, scope)) return null;
  return { kind: 'aggregate', fn, dataset: base, value, fraction, where, dated, type, range: expr.range };
}

/** `first` and `last` go by the time of the rows. */
function hasOrder(fn: string, dataset: string, expr: CallExpr, scope: Scope): boolean {
  const def = scope.world.datasetDefs.get(dataset);
  if (def === undefined || def.snapshot !== null || def.valid !== null) return true;
  if (def.time === null && !scope.world.isBroken('datasets', `${dataset}/time`))
    scope.report(undeclaredTime(dataset, scope.at(expr.range), def.name.span));
  else if (def.time?.text === 'none')
    scope.report(misplaced(`\`${fn}\``, `the rows of \`${dataset}\` happen at no time`, scope.at(expr.range)));
  else return true;
  return false;
}

function inferConditions(conditions: readonly Expr[], row: Scope, infer: Infer): Typed | null | 'unknown' {
  let all: Typed | null = null;
  for (const condition of conditions) {
    const typed = infer(condition, row);
    if (isUnknown(typed) || !isCondition(typed, row)) return 'unknown';
    all =
      all === null
        ? typed
        : { kind: 'call', fn: 'and', args: [all, typed], type: { ...typed.type, level: 'row' }, range: typed.range };
  }
  return all;
}

function readTime(name: NameExpr, base: string, row: Scope): FieldTyped | null {
  const field = resolveField(name, base, row);
  if (field === null) return null;
  if (isTemporal(field.type.value)) return field;
  row.report(
    notATime(name.parts.map((part) => part.text).join('.'), showValueType(field.type.value), row.at(name.range)),
  );
  return null;
}

/** The dataset that an aggregate ranges over, or null where that was reported. */
function findBase(parts: RowAggregate, fn: string, scope: Scope): string | null {
  const base = baseOf(parts, scope.world);
  switch (base.kind) {
    case 'one':
      return base.dataset;
    case 'none':
      reportNoBase(parts.value, fn, scope);
      return null;
    case 'apart':
      scope.report(noPath(base.from, base.to, scope.at(base.name.range)));
      return null;
    case 'several':
      scope.report(severalBases(base.datasets, scope.at(base.name.range)));
      return null;
  }
}

function reportNoBase(value: Expr, fn: string, scope: Scope): void {
  const { world } = scope;
  const name = firstName(value);
  if (name === null) {
    if (value.kind !== 'broken')
      scope.report(
        misplaced(
          'a value without a field',
          'an aggregate ranges over the rows of a dataset, and its value names a field',
          scope.at(value.range),
        ),
      );
    return;
  }
  const text = name.parts.map((part) => part.text).join('.');
  const span = scope.at(name.range);
  const [first, second] = name.parts;
  if (
    first === undefined ||
    (second !== undefined && world.libraryNames.has(first.text) && !world.isFound(first.text)) ||
    world.isBroken('datasets', first.text)
  )
    return;
  if (second !== undefined)
    scope.report(unknownName('dataset', first.text, scope.at(first.range), world.datasetDefs.keys()));
  else if (world.metricNames.has(text)) scope.report(nestedAggregate(fn, text, span));
  else if (world.datasetDefs.has(text))
    scope.report(
      wrongKindOfName(text, 'a dataset', 'a value of its rows', span, `name a field: \`${fn}(${text}.<field>)\``),
    );
  else {
    const owners = [...world.datasetDefs.keys()].filter((dataset) => world.fieldNames(dataset).includes(text));
    scope.report(
      owners.length > 0
        ? datasetNotSaid(text, span, owners)
        : unknownName(
            'field',
            text,
            span,
            [...world.datasetDefs.keys()].flatMap((dataset) =>
              world.fieldNames(dataset).map((field) => `${dataset}.${field}`),
            ),
          ),
    );
  }
}

function firstName(expr: Expr): NameExpr | null {
  if (expr.kind === 'name') return expr;
  for (const child of childrenOf(expr)) {
    const found = firstName(child);
    if (found !== null) return found;
  }
  return null;
}

function aggregateType(
  fn: AggregateFunction,
  spec: AggregateSpec,
  value: Typed,
  base: string,
  expr: CallExpr,
  scope: Scope,
): Type | null {
  if (fn === 'count' && value.kind === 'call' && value.type.value.kind === 'boolean') {
    // It would count the rows where the condition is false as well.
    const help = `count the rows where it holds: \`count(${base} where ...)\``;
    scope.report(argumentType('count', 'rows or a value', 'a condition', scope.at(value.range), help));
    return null;
  }
  if (fn === 'count' || fn === 'count_distinct') return countType(base, value, fn === 'count_distinct', scope);
  const perRow = value.type.unit.find((factor) => factor.base.startsWith('<'));
  if (perRow !== undefined) {
    scope.report(severalCurrencies(expr.name, perRow.base.slice(1, -1), scope.at(value.range)));
    return null;
  }
  const outcome = spec.rule({ type: value.type, constant: numberText(value) }, isIdentifier(value, scope));
  if ('problem' in outcome) {
    scope.report(
      argumentType(
        expr.name,
        outcome.problem.expected,
        isIdentifier(value, scope) ? 'an identifier' : showType(value),
        scope.at(value.range),
        outcome.problem.help,
      ),
    );
    return null;
  }
  return { value: outcome.value, unit: outcome.unit, level: 'aggregate', bare: false };
}

/** A key or a reference: adding identifiers means nothing. */
function isIdentifier(value: Typed, scope: Scope): boolean {
  if (value.kind !== 'field') return false;
  const def = scope.world.datasetDefs.get(value.dataset);
  if (def === undefined) return false;
  return (
    def.key.some((key) => key.text === value.field) ||
    def.fields.some((field) => field.name.text === value.field && field.references !== null)
  );
}

function countType(base: string, value: Typed | null, distinct: boolean, scope: Scope): Type {
  const unit = distinct && value !== null ? entityUnit(value, scope) : thing(base, scope);
  return { value: INTEGER, unit, level: 'aggregate', bare: false };
}

function thing(dataset: string, scope: Scope): Unit {
  const def = scope.world.datasetDefs.get(dataset);
  return countedUnit(def?.one?.text ?? dataset);
}

/** What distinct values of a field are: the rows of the dataset it keys or refers to, else what it says it counts. */
export function entityUnit(value: Typed, scope: Scope): Unit {
  const [dataset, name] =
    value.kind === 'field'
      ? [value.dataset, value.field]
      : value.kind === 'member' && value.member.kind === 'field'
        ? [value.member.path.at(-1)?.to ?? value.member.dataset, value.member.field]
        : [null, null];
  if (dataset === null || name === null) return NO_UNIT;
  const def = scope.world.datasetDefs.get(dataset);
  if (def === undefined) return NO_UNIT;
  const field = def.fields.find((one) => one.name.text === name);
  if (def.key.length === 1 && def.key[0]?.text === name) return thing(dataset, scope);
  if (field !== undefined && field.references !== null) return thing(field.references.dataset.text, scope);
  return field === undefined || field.counts === null ? NO_UNIT : countedUnit(field.counts.text);
}

function asChild(aggregate: AggregateTyped, parent: string, scope: Scope): Typed {
  const span = scope.at(aggregate.range);
  if (aggregate.dataset === parent) {
    scope.report(
      misplaced(
        'an aggregate over the same dataset',
        'a row formula sees one row; only the rows of another dataset that refer to it can be aggregated',
        span,
      ),
    );
    return unknownAt(aggregate.range);
  }
  const search = scope.world.joins.find(aggregate.dataset, parent);
  if (search.kind === 'none' && scope.world.joins.find(parent, aggregate.dataset).kind !== 'none') {
    scope.report(
      misplaced(
        'an aggregate over one row',
        `a row of \`${parent}\` has one row of \`${aggregate.dataset}\``,
        span,
        `use its value as it is: \`${aggregate.dataset}.<field>\``,
      ),
    );
    return unknownAt(aggregate.range);
  }
  if (search.kind !== 'one') {
    scope.report(
      search.kind === 'none' ? noPath(aggregate.dataset, parent, span) : oneToMany(parent, aggregate.dataset, span),
    );
    return unknownAt(aggregate.range);
  }
  return {
    kind: 'child',
    parent,
    link: search.path,
    aggregate,
    type: { ...aggregate.type, level: 'row' },
    range: aggregate.range,
  };
}

function inferOverGroups(
  expr: CallExpr,
  spec: AggregateSpec,
  per: PerExpr,
  where: WhereExpr | null,
  fraction: string | null,
  scope: Scope,
  infer: Infer,
): Typed {
  if (scope.position.kind !== 'metric' && scope.position.kind !== 'group') {
    scope.report(misplaced('`per`', 'groups are made of a context, and there is none here', scope.at(per.range)));
    return unknownAt(expr.range);
  }
  if (expr.distinct) {
    scope.report(misplaced('`count(distinct`', 'groups are distinct already', scope.at(expr.nameRange)));
    return unknownAt(expr.range);
  }
  if (per.of === null && spec.fn !== 'count') {
    scope.report(
      misplaced(
        '`per` without a metric',
        `\`${expr.name}\` needs a value in each group; only \`count\` counts the groups themselves`,
        scope.at(per.range),
      ),
    );
    return unknownAt(expr.range);
  }
  const keys = readPerKeys(per.keys, scope);
  if (keys !== null && !keysFit(expr, spec, per, keys, scope)) return unknownAt(expr.range);
  const of = per.of === null ? null : infer(per.of, within(scope, { kind: 'metric' }));
  const condition = where === null ? null : infer(where.condition, within(scope, { kind: 'group' }));
  if (
    keys === null ||
    (of !== null && isUnknown(of)) ||
    (condition !== null && (isUnknown(condition) || !isCondition(condition, scope)))
  )
    return unknownAt(expr.range);
  if (!reachesGroups(expr.name, keys, [of, condition], expr.range, scope)) return unknownAt(expr.range);
  const level: Level = 'aggregate';
  let type: Type;
  if (spec.fn === 'count') type = { value: INTEGER, unit: groupsUnit(keys, scope), level, bare: false };
  else {
    if (of === null) return unknownAt(expr.range);
    const outcome = spec.rule({ type: of.type, constant: numberText(of) }, false);
    if ('problem' in outcome) {
      scope.report(
        argumentType(expr.name, outcome.problem.expected, showType(of), scope.at(of.range), outcome.problem.help),
      );
      return unknownAt(expr.range);
    }
    type = { value: outcome.value, unit: outcome.unit, level, bare: false };
  }
  return {
    kind: 'per',
    fn: per.of === null ? 'count_rows' : spec.fn,
    of,
    keys,
    where: condition,
    fraction,
    skip: per.skip,
    type,
    range: expr.range,
  };
}

/** What only buckets of time have: an order, and buckets without a value. */
function keysFit(expr: CallExpr, spec: AggregateSpec, per: PerExpr, keys: readonly PerKey[], scope: Scope): boolean {
  const hasBuckets = keys.some((key) => key.kind === 'level');
  if ((spec.fn === 'first' || spec.fn === 'last') && !(hasBuckets && keys.length === 1)) {
    scope.report(
      misplaced(
        `\`${expr.name}\` over groups`,
        'only the buckets of one calendar level have an order',
        scope.at(expr.nameRange),
      ),
    );
    return false;
  }
  if (per.skip && !hasBuckets) {
    scope.report(
      uselessOption(
        '`skip`',
        'only buckets of time can be without a value; other groups have rows',
        scope.at(per.range),
      ),
    );
    return false;
  }
  return true;
}

function groupsUnit(keys: readonly PerKey[], scope: Scope): Unit {
  const [only] = keys;
  if (keys.length !== 1 || only === undefined || only.kind !== 'member') return NO_UNIT;
  if (only.member.kind === 'field')
    return entityUnit(
      {
        kind: 'member',
        member: only.member,
        type: { value: INTEGER, unit: NO_UNIT, level: 'row', bare: false },
        range: { start: 0, end: 0 },
      },
      scope,
    );
  const [first] = scope.world.dimensions.get(only.member.dimension)?.fields ?? [];
  return first === undefined ? NO_UNIT : entityUnit(first, scope);
}
