// The suffixes that change a context: where, dated, across, per.
import type { AcrossExpr, DatedExpr, NameExpr, PerExpr, WhereExpr } from '../expression/tree.js';
import { misplaced, uselessOption } from './errors.js';
import type { Infer } from './infer.js';
import { resolveMember } from './infer-name.js';
import { isCondition } from './infer-operator.js';
import { isUnknown, unknownAt } from './make-typed.js';
import { findLevel, severalLevels } from './read-calendar.js';
import { within, type Scope } from './scope.js';
import type { Member, PerKey, Typed } from './typed.js';

export function inferWhere(expr: WhereExpr, scope: Scope, infer: Infer): Typed {
  if (expr.of.kind === 'per') {
    infer(expr.of, scope);
    return unknownAt(expr.range);
  }
  if (!hasContext('`where`', expr, scope)) return unknownAt(expr.range);
  const of = infer(expr.of, scope);
  if (!changes('`where`', of, scope)) return unknownAt(expr.range);
  const conditionScope = within(scope, { kind: 'condition' });
  const condition = infer(expr.condition, conditionScope);
  if (isUnknown(of) || isUnknown(condition) || !isCondition(condition, conditionScope)) return unknownAt(expr.range);
  return { kind: 'filtered', of, condition, type: of.type, range: expr.range };
}

export function inferDated(expr: DatedExpr, scope: Scope): Typed {
  scope.report(
    misplaced(
      '`dated`',
      'it names the time of the rows of one aggregate',
      scope.at(expr.field.range),
      'put it inside the parentheses: `sum(refunds.amount dated refunded_on)`',
    ),
  );
  return unknownAt(expr.range);
}

export function inferAcross(expr: AcrossExpr, scope: Scope, infer: Infer): Typed {
  if (!hasContext('`across`', expr, scope)) return unknownAt(expr.range);
  const of = infer(expr.of, scope);
  let all = false;
  let time = false;
  const keys: Member[] = [];
  let broken = saysTwice(expr.keys, scope) || !changes('`across`', of, scope);
  for (const key of expr.keys) {
    const [only] = key.parts;
    const word =
      key.parts.length === 1 && only !== undefined && !only.quoted && !scope.world.dimensions.has(only.text)
        ? only.text.toLowerCase()
        : '';
    if (word === 'all') all = true;
    else if (word === 'time') time = true;
    else {
      const found = resolveMember(key, scope);
      if (found === null) broken = true;
      else keys.push(found.member);
    }
  }
  if (expr.unfiltered && keys.length === 0) {
    scope.report(
      misplaced(
        '`unfiltered`',
        'it takes away the conditions on the dimensions that are named',
        scope.at(expr.range),
        'name the dimensions: `m across channel unfiltered`',
      ),
    );
    broken = true;
  }
  if (broken || isUnknown(of)) return unknownAt(expr.range);
  return { kind: 'across', of, keys, all, time, unfiltered: expr.unfiltered, type: of.type, range: expr.range };
}

/** `per` outside the parentheses of an aggregate: there are many values and nothing says which one is meant. */
export function inferPer(expr: PerExpr, scope: Scope): Typed {
  scope.report(
    misplaced(
      '`per`',
      'it gives one value for each group, and an aggregate must make one of them',
      scope.at(expr.range),
      'write `avg(m per region)`, or `sum`, `max`, `count` ...',
    ),
  );
  return unknownAt(expr.range);
}

export function readPerKeys(names: readonly NameExpr[], scope: Scope): readonly PerKey[] | null {
  if (saysTwice(names, scope)) return null;
  const keys: PerKey[] = [];
  for (const name of names) {
    const word = name.parts.map((part) => part.text).join('.');
    const isDimension = name.parts.length === 1 && scope.world.dimensions.has(word);
    const level = isDimension ? null : findLevel(word, scope.world);
    if (level !== null) {
      keys.push({ kind: 'level', level });
      continue;
    }
    if (!isDimension && severalLevels(word, name.range, scope)) return null;
    const found = resolveMember(name, scope);
    if (found === null) return null;
    keys.push({ kind: 'member', member: found.member });
  }
  return keys;
}

/** True, and reported, where a key does nothing: it is named already, or `all` stands beside it. */
export function saysTwice(names: readonly NameExpr[], scope: Scope): boolean {
  const all = names.length > 1 && names.some((name) => isAll(name, scope));
  const seen = new Set<string>();
  for (const name of names) {
    const text = name.parts.map((part) => part.text).join('.');
    const why = seen.has(text)
      ? 'it is named already'
      : all && !isAll(name, scope)
        ? '`all` stands for every dimension'
        : null;
    if (why !== null) {
      scope.report(uselessOption(`\`${text}\``, why, scope.at(name.range)));
      return true;
    }
    seen.add(text);
  }
  return false;
}

/** A dimension may have the name of the word. */
export function isAll({ parts: [only, ...more] }: NameExpr, scope: Scope): boolean {
  return (
    only !== undefined &&
    more.length === 0 &&
    !only.quoted &&
    only.text.toLowerCase() === 'all' &&
    !scope.world.dimensions.has(only.text)
  );
}

/** False, and reported, where a context is changed around a constant. */
export function changes(what: string, of: Typed, scope: Scope): boolean {
  if (of.type.level !== 'constant' || isUnknown(of)) return true;
  scope.report(uselessOption(what, 'a constant is the same in every context', scope.at(of.range)));
  return false;
}

export function hasContext(what: string, expr: { readonly range: Typed['range'] }, scope: Scope): boolean {
  if (scope.position.kind === 'metric' || scope.position.kind === 'group') return true;
  scope.report(
    misplaced(what, 'it changes the context of a metric, and here is a row or a constant', scope.at(expr.range)),
  );
  return false;
}
