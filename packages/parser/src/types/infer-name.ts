// Names: what a name means depends on where it stands (scope.ts).
import type { NameExpr } from '../expression/tree.js';
import { datasetNotSaid, textMeant, unknownName, wrongKindOfName } from '../names/errors.js';
import { noPath, oneToMany, twoPaths } from './join-errors.js';
import { dottedPath } from './join-paths.js';
import type { Span } from '../source/source-file.js';
import { nestedAggregate, rowOutsideAggregate } from './errors.js';
import { unknownAt } from './make-typed.js';
import type { Field } from './model.js';
import type { Scope } from './scope.js';
import type { FieldTyped, JoinStep, Member, Type, Typed } from './typed.js';

export function inferName(expr: NameExpr, scope: Scope): Typed {
  switch (scope.position.kind) {
    case 'row':
      return inferRowName(expr, scope, scope.position.base);
    case 'condition':
      return inferMemberName(expr, scope, 'row');
    case 'group':
    case 'metric':
    case 'constant':
      return inferResultName(expr, scope);
  }
}

function text(expr: NameExpr): string {
  const [only] = expr.parts;
  if (expr.parts.length === 1 && only !== undefined) return only.text;
  return expr.parts.map((part) => part.text).join('.');
}

function inferResultName(expr: NameExpr, scope: Scope): Typed {
  const { world } = scope;
  const name = text(expr);
  const [first, second] = expr.parts;
  if (first === undefined) return unknownAt(expr.range);
  if (second === undefined || !world.datasetDefs.has(first.text)) {
    if (world.metricNames.has(name) && scope.position.kind !== 'constant') {
      const facts = world.metric(name);
      return facts === null
        ? unknownAt(expr.range)
        : { kind: 'metric', metric: name, type: facts.type, range: expr.range };
    }
    const parameter = inferParameter(name, expr, scope);
    if (parameter !== null) return parameter;
    // A library that is not there was reported where it is used; what is broken, where it is defined.
    if (second !== undefined && (isLost(first.text, scope) || world.isBroken('datasets', first.text)))
      return unknownAt(expr.range);
    if (world.isBroken('metrics', name) || world.isBroken('parameters', name)) return unknownAt(expr.range);
  }
  if (scope.position.kind === 'group' && isMember(expr, scope)) return inferMemberName(expr, scope, 'aggregate');
  const span = scope.at(expr.range);
  if (scope.position.kind === 'constant') {
    scope.report(
      world.metricNames.has(name)
        ? wrongKindOfName(name, 'a metric', 'a constant', span, null)
        : unknownName('parameter', name, span, world.parameters.keys()),
    );
  } else if (second !== undefined && world.datasetDefs.has(first.text)) {
    const field = world.field(first.text, expr.parts.at(-1)?.text ?? '');
    if (field !== null || expr.parts.length > 2)
      scope.report(rowOutsideAggregate(name, span, `aggregate it, as in \`sum(${name})\``));
    else reportNoField(first.text, second.text, scope.at(second.range), scope);
  } else if (world.datasetDefs.has(name)) {
    scope.report(wrongKindOfName(name, 'a dataset', 'a metric', span, `to count its rows write \`count(${name})\``));
  } else if (world.dimensions.has(name)) {
    scope.report(
      wrongKindOfName(name, 'a dimension', 'a metric', span, `to keep rows by it write \`m where ${name} = ...\``),
    );
  } else if (world.kpiNames.has(name)) {
    scope.report(wrongKindOfName(name, 'a KPI', 'a metric', span, `its target is \`target(${name})\``));
  } else {
    scope.report(unknownName('metric', name, span, [...world.metricNames, ...world.parameters.keys()]));
  }
  return unknownAt(expr.range);
}

/** Whether a name is one of a library that is not there. */
function isLost(first: string, { world }: Scope): boolean {
  return world.libraryNames.has(first) && !world.isFound(first);
}

function inferParameter(name: string, expr: NameExpr, scope: Scope): Typed | null {
  if (!scope.world.parameters.has(name)) return null;
  const type = scope.world.parameter(name);
  return type === null ? unknownAt(expr.range) : { kind: 'parameter', parameter: name, type, range: expr.range };
}

function inferRowName(expr: NameExpr, scope: Scope, base: string): Typed {
  const { world } = scope;
  const [first, ...rest] = expr.parts;
  if (first === undefined) return unknownAt(expr.range);
  const name = text(expr);
  if (rest.length === 0) {
    const own = world.field(base, first.text);
    if (own !== null) return field(base, [], base, first.text, scope, expr);
    const parameter = inferParameter(name, expr, scope);
    if (parameter !== null) return parameter;
    const span = scope.at(expr.range);
    const dimension = world.dimensions.get(name);
    const [listed] = dimension?.fields ?? [];
    if (world.metricNames.has(name)) scope.report(nestedAggregate(null, name, span));
    else if (listed !== undefined)
      scope.report(
        wrongKindOfName(
          name,
          'a dimension',
          `a field of \`${base}\``,
          span,
          `name the field, as in \`${listed.dataset}.${listed.field}\`, or filter a metric: \`m where ${name} = ...\``,
        ),
      );
    else reportNoField(base, name, span, scope, meantText(expr, scope));
    return unknownAt(expr.range);
  }
  if (world.libraryNames.has(first.text)) {
    const parameter = inferParameter(name, expr, scope);
    if (parameter !== null) return parameter;
    if (isLost(first.text, scope)) return unknownAt(expr.range);
  }
  // `billing.region`: a role or a reference of the row's own dataset, before the name of any dataset.
  const step = world.joins.step(base, first.text);
  if (step !== null && step !== 'several' && (step.role === first.text || !world.datasetDefs.has(first.text))) {
    return walk(expr, 1, [{ from: step.from, field: step.field, to: step.to }], base, scope);
  }
  if (!world.datasetDefs.has(first.text)) {
    if (!world.isBroken('datasets', first.text))
      scope.report(unknownName('dataset', first.text, scope.at(first.range), world.datasetDefs.keys()));
    return unknownAt(expr.range);
  }
  if (first.text === base) return walk(expr, 1, [], base, scope);
  const search = world.joins.find(base, first.text);
  if (search.kind === 'one') return walk(expr, 1, search.path, base, scope);
  const span = scope.at(expr.range);
  if (search.kind === 'several') scope.report(twoPaths(base, first.text, search.paths, world.joins, span));
  else if (world.joins.find(first.text, base).kind !== 'none') scope.report(oneToMany(base, first.text, span));
  else scope.report(noPath(base, first.text, span));
  return unknownAt(expr.range);
}

/** Follows the parts after `from` as steps, the last one as a field. */
function walk(expr: NameExpr, from: number, path: readonly JoinStep[], base: string, scope: Scope): Typed {
  const { world } = scope;
  let steps = path;
  for (let i = from; i < expr.parts.length - 1; i++) {
    const part = expr.parts[i];
    if (part === undefined) break;
    const at = steps.at(-1)?.to ?? base;
    const step = world.joins.step(at, part.text);
    if (step === null) {
      scope.report(
        unknownName(
          `reference of \`${at}\``,
          part.text,
          scope.at(part.range),
          world.joins.steps(at).map(({ role, to }) => role ?? to),
        ),
      );
      return unknownAt(expr.range);
    }
    if (step === 'several') {
      const edges = world.joins.steps(at).filter((edge) => edge.to === part.text);
      const paths = edges.map((edge) => [edge]);
      scope.report(twoPaths(at, part.text, paths, world.joins, scope.at(part.range)));
      return unknownAt(expr.range);
    }
    steps = [...steps, { from: step.from, field: step.field, to: step.to }];
  }
  const last = expr.parts.at(-1);
  const target = steps.at(-1)?.to ?? base;
  if (last === undefined) return unknownAt(expr.range);
  if (world.field(target, last.text) === null) {
    reportNoField(target, last.text, scope.at(last.range), scope);
    return unknownAt(expr.range);
  }
  return field(base, steps, target, last.text, scope, expr);
}

function reportNoField(
  dataset: string,
  name: string,
  span: Span,
  { world, report }: Scope,
  instead?: ReturnType<typeof textMeant>,
): void {
  if (!world.missesFields(dataset))
    report(unknownName(`field of \`${dataset}\``, name, span, world.fieldNames(dataset), instead));
}

/** `status = "paid"` and `status = paid`: what is no name, and is quoted like one or a declared value, is meant as a text. */
function meantText(expr: NameExpr, { world, at }: Scope): ReturnType<typeof textMeant> | undefined {
  const [only, more] = expr.parts;
  if (only === undefined || more !== undefined) return undefined;
  const isValue = (): boolean =>
    [...world.datasetDefs.values()].some((dataset) =>
      dataset.fields.some((one) => one.values?.some((value) => value.text === only.text) === true),
    );
  return only.quoted || isValue() ? textMeant(only.text, at(expr.range)) : undefined;
}

function field(
  base: string,
  path: readonly JoinStep[],
  dataset: string,
  name: string,
  scope: Scope,
  expr: NameExpr,
): Typed {
  const found = scope.world.field(dataset, name);
  if (found === null) return unknownAt(expr.range);
  return {
    kind: 'field',
    base,
    path,
    dataset,
    field: name,
    type: path.length === 0 ? found.type : elsewhere(found, base, path, scope),
    range: expr.range,
  };
}

/** The type of a field at the end of a path: what currency its amount has is said there, too. */
function elsewhere({ type, dataset }: Field, base: string, path: readonly JoinStep[], scope: Scope): Type {
  if (!type.unit.some((factor) => factor.base.startsWith('<'))) return type;
  const way = dottedPath(base, path, scope.world.joins);
  const moved = (code: string): string => `<${way}${code.slice(1 + dataset.length)}`;
  return {
    ...type,
    unit: type.unit.map((factor) => (factor.base.startsWith('<') ? { ...factor, base: moved(factor.base) } : factor)),
  };
}

/** The field that a name means on the rows of `base`, or null where it was reported. */
export function resolveField(expr: NameExpr, base: string, scope: Scope): FieldTyped | null {
  const typed = inferRowName(expr, scope, base);
  return typed.kind === 'field' ? typed : null;
}

function isMember(expr: NameExpr, scope: Scope): boolean {
  const [first, second] = expr.parts;
  return (
    first !== undefined &&
    (second === undefined ? scope.world.dimensions.has(first.text) : scope.world.datasetDefs.has(first.text))
  );
}

function inferMemberName(expr: NameExpr, scope: Scope, level: 'row' | 'aggregate'): Typed {
  const [first] = expr.parts;
  if (expr.parts.length === 1 || scope.world.libraryNames.has(first?.text ?? '')) {
    const parameter = scope.world.dimensions.has(text(expr)) ? null : inferParameter(text(expr), expr, scope);
    if (parameter !== null) return parameter;
  }
  const found = resolveMember(expr, scope);
  if (found === null) return unknownAt(expr.range);
  return { kind: 'member', member: found.member, type: { ...found.type, level }, range: expr.range };
}

/** The dimension or field that a name means outside the rows of any one dataset, or null where it was reported. */
export function resolveMember(
  expr: NameExpr,
  scope: Scope,
): { readonly member: Member; readonly type: Typed['type'] } | null {
  const { world } = scope;
  const [first, second] = expr.parts;
  if (first === undefined) return null;
  if (second === undefined) {
    const dimension = world.dimensions.get(first.text);
    if (world.isBroken('dimensions', first.text)) return null;
    if (dimension !== undefined) return { member: { kind: 'dimension', dimension: first.text }, type: dimension.type };
    const span = scope.at(expr.range);
    if (world.metricNames.has(first.text)) {
      scope.report(
        wrongKindOfName(
          first.text,
          'a metric',
          'a dimension',
          span,
          'a condition on metrics keeps groups, not rows: `avg(m per d where n > 0)`',
        ),
      );
    } else if (world.datasetDefs.has(first.text)) {
      scope.report(
        wrongKindOfName(first.text, 'a dataset', 'a dimension', span, `name a field: \`${first.text}.<field>\``),
      );
    } else {
      const owners = [...world.datasetDefs.keys()].filter((dataset) => world.fieldNames(dataset).includes(first.text));
      scope.report(
        owners.length > 0
          ? datasetNotSaid(first.text, span, owners)
          : unknownName('dimension', first.text, span, world.dimensions.keys(), meantText(expr, scope)),
      );
    }
    return null;
  }
  if (!world.datasetDefs.has(first.text)) {
    if (!isLost(first.text, scope) && !world.isBroken('datasets', first.text))
      scope.report(unknownName('dataset', first.text, scope.at(first.range), world.datasetDefs.keys()));
    return null;
  }
  const typed = walk(expr, 1, [], first.text, scope);
  if (typed.kind !== 'field') return null;
  return {
    member: { kind: 'field', dataset: first.text, path: typed.path, field: typed.field },
    type: typed.type,
  };
}
