// Calls that change the context or span several rows: windows, states, shares, conversions, money.
import type { CallExpr, ClauseWord, Expr, FlagWord } from '../expression/tree.js';
import type { ContextSpec } from '../functions/function-spec.js';
import { printFormula } from '../expression/print-formula.js';
import { unknownName } from '../names/errors.js';
import { isAdditive } from './additivity.js';
import { showMember, type BindWorld } from './bind-member.js';
import { clauseOf } from './call-parts.js';
import { datasetsOf, sharedRows } from './check-members.js';
import { argumentCount, growthOfPoints, misplaced, notAdditive } from './errors.js';
import { inferConvert } from './infer-convert.js';
import { inferConversion, inferRetention, inferTopShare } from './infer-entity.js';
import type { Infer } from './infer.js';
import { changes, hasContext, isAll, saysTwice } from './infer-context.js';
import { resolveMember } from './infer-name.js';
import { overlappingAdded } from './join-errors.js';
import { call, isUnknown, makeType, unknownAt } from './make-typed.js';
import { readLevel, readSpan } from './read-calendar.js';
import type { Scope, World } from './scope.js';
import type { Member, Typed, WindowOp } from './typed.js';
import { NO_UNIT, unitOf } from './unit.js';
import { FLOAT, INTEGER, isNumeric, RATIONAL } from './value-type.js';

/** The clauses and flags that each call knows. */
const WORDS: Readonly<
  Record<
    string,
    {
      readonly clauses: readonly ClauseWord[];
      readonly flags: readonly FlagWord[];
      readonly args: readonly [number, number];
    }
  >
> = {
  prior: { clauses: [], flags: ['full', 'partial'], args: [2, 2] },
  change: { clauses: [], flags: ['full', 'partial'], args: [2, 2] },
  growth: { clauses: [], flags: ['full', 'partial'], args: [2, 2] },
  rolling: { clauses: [], flags: ['partial'], args: [2, 2] },
  to_date: { clauses: [], flags: [], args: [2, 2] },
  whole: { clauses: [], flags: [], args: [2, 2] },
  cumulative: { clauses: [], flags: [], args: [1, 1] },
  opening: { clauses: ['each'], flags: [], args: [1, 1] },
  closing: { clauses: ['each'], flags: [], args: [1, 1] },
  share: { clauses: [], flags: [], args: [2, 9] },
  target: { clauses: [], flags: [], args: [1, 1] },
  days: { clauses: [], flags: [], args: [0, 0] },
  hours: { clauses: [], flags: [], args: [0, 0] },
  convert: { clauses: ['to', 'at'], flags: ['skip missing'], args: [1, 1] },
  conversion: { clauses: ['to', 'by', 'within'], flags: [], args: [1, 1] },
  conversions: { clauses: ['to', 'by', 'within'], flags: [], args: [1, 1] },
  retention: { clauses: ['by', 'at'], flags: [], args: [1, 1] },
  top_share: { clauses: ['of'], flags: [], args: [2, 2] },
};

export function inferContextCall(expr: CallExpr, spec: ContextSpec, scope: Scope, infer: Infer): Typed {
  const words = WORDS[expr.name];
  if (words === undefined) {
    scope.report(
      misplaced(
        `\`${expr.name}(...)\``,
        `\`${expr.name}\` is a word and no function: \`${spec.signature}\``,
        scope.at(expr.range),
      ),
    );
    return unknownAt(expr.range);
  }
  if (!knownWords(expr, words.clauses, words.flags, scope)) return unknownAt(expr.range);
  if (expr.args.length < words.args[0] || expr.args.length > words.args[1]) {
    scope.report(argumentCount(expr.name, spec.signature, expr.args.length, scope.at(expr.range)));
    return unknownAt(expr.range);
  }
  if (expr.name === 'convert') return inferConvert(expr, spec.signature, scope, infer);
  if (expr.name === 'target') return inferTarget(expr, scope);
  if (!hasContext(`\`${expr.name}\``, expr, scope)) return unknownAt(expr.range);
  switch (expr.name) {
    case 'days':
    case 'hours': {
      const level = expr.name === 'days' ? 'day' : 'hour';
      return {
        kind: 'window_length',
        level,
        type: makeType(INTEGER, unitOf(level, 'time'), 'aggregate'),
        range: expr.range,
      };
    }
    case 'share':
      return inferShare(expr, scope, infer);
    case 'opening':
    case 'closing':
      return inferState(expr, expr.name, scope, infer);
    case 'conversion':
    case 'conversions':
      return inferConversion(expr, spec.signature, scope, infer);
    case 'retention':
      return inferRetention(expr, spec.signature, scope, infer);
    case 'top_share':
      return inferTopShare(expr, spec.signature, scope, infer);
    default:
      return inferWindow(expr, scope, infer);
  }
}

function knownWords(expr: CallExpr, clauses: readonly ClauseWord[], flags: readonly FlagWord[], scope: Scope): boolean {
  let good = true;
  const seen = new Set<string>();
  for (const clause of expr.clauses) {
    if (clauses.includes(clause.word) && !seen.has(clause.word)) seen.add(clause.word);
    else {
      scope.report(
        misplaced(
          `\`${clause.word}\``,
          seen.has(clause.word) ? 'it is said twice' : `\`${expr.name}\` takes no \`${clause.word}\``,
          scope.at(clause.wordRange),
        ),
      );
      good = false;
    }
  }
  for (const flag of expr.flags) {
    if (flags.includes(flag.word)) continue;
    scope.report(misplaced(`\`${flag.word}\``, `\`${expr.name}\` takes no \`${flag.word}\``, scope.at(flag.range)));
    good = false;
  }
  return good;
}

function inferWindow(expr: CallExpr, scope: Scope, infer: Infer): Typed {
  const [first, second] = expr.args;
  if (first === undefined) return unknownAt(expr.range);
  const of = infer(first, scope);
  if (!changes(`\`${expr.name}\``, of, scope)) return unknownAt(expr.range);
  const flag = (word: FlagWord): boolean => expr.flags.some((one) => one.word === word);
  const op = readWindowOp(expr.name, second, flag('full'), scope);
  if (op === null || isUnknown(of)) return unknownAt(expr.range);
  if (!isNumeric(of.type.value) && (expr.name === 'change' || expr.name === 'growth')) {
    scope.report(misplaced(`\`${expr.name}\``, 'only numbers change by an amount', scope.at(of.range)));
    return unknownAt(expr.range);
  }
  const moved: Typed = {
    kind: 'window',
    of,
    op,
    partial: flag('partial'),
    type: { ...of.type, level: 'aggregate' },
    range: expr.range,
  };
  if (expr.name === 'change') return call('subtract', [of, moved], { ...of.type, level: 'aggregate' }, expr.range);
  if (expr.name !== 'growth') return moved;
  if (of.type.unit.some((factor) => factor.kind === 'point')) {
    scope.report(growthOfPoints(scope.at(of.range)));
    return unknownAt(expr.range);
  }
  return call(
    'growth',
    [of, moved],
    makeType(of.type.value.kind === 'float' ? FLOAT : RATIONAL, NO_UNIT, 'aggregate'),
    expr.range,
  );
}

function readWindowOp(name: string, second: Expr | undefined, full: boolean, scope: Scope): WindowOp | null {
  switch (name) {
    case 'prior':
    case 'change':
    case 'growth': {
      const span = readSpan(second, name, scope);
      return span === null ? null : { kind: 'prior', span, full };
    }
    case 'rolling': {
      const span = readSpan(second, name, scope);
      return span === null ? null : { kind: 'rolling', span };
    }
    case 'to_date':
    case 'whole': {
      const level = readLevel(second, name, scope);
      return level === null ? null : { kind: name, level };
    }
    default:
      return { kind: 'cumulative' };
  }
}

function inferShare(expr: CallExpr, scope: Scope, infer: Infer): Typed {
  const [first, ...dimensions] = expr.args;
  if (first === undefined) return unknownAt(expr.range);
  const of = infer(first, scope);
  const keys: Member[] = [];
  let all = false;
  if (
    saysTwice(
      dimensions.flatMap((one) => (one.kind === 'name' ? [one] : [])),
      scope,
    )
  )
    return unknownAt(expr.range);
  for (const dimension of dimensions) {
    if (dimension.kind !== 'name') {
      scope.report(
        misplaced('this', '`share` names the dimensions over which the whole is taken', scope.at(dimension.range)),
      );
      return unknownAt(expr.range);
    }
    if (isAll(dimension, scope)) {
      all = true;
      continue;
    }
    const found = resolveMember(dimension, scope);
    if (found === null) return unknownAt(expr.range);
    keys.push(found.member);
  }
  if (isUnknown(of)) return unknownAt(expr.range);
  if (!isAdditive(of, scope.world)) {
    scope.report(notAdditive(printFormula(first), scope.at(of.range)));
    return unknownAt(expr.range);
  }
  for (const key of keys) {
    const inside = datasetsOf(of, (name) => scope.world.metric(name)?.datasets ?? []);
    const shared = sharedRows(key, inside, bindWorldIn(scope.world));
    if (shared === null) continue;
    scope.report(overlappingAdded('share', showMember(key), shared, scope.at(expr.range)));
    return unknownAt(expr.range);
  }
  const whole: Typed = {
    kind: 'across',
    of,
    keys,
    all,
    time: false,
    unfiltered: false,
    ofShare: true,
    type: of.type,
    range: expr.range,
  };
  return call(
    'divide',
    [of, whole],
    makeType(of.type.value.kind === 'float' ? FLOAT : RATIONAL, NO_UNIT, 'aggregate'),
    expr.range,
  );
}

function bindWorldIn(world: World): BindWorld {
  const { joins, dimensions, dataset, field } = world;
  return { joins, dimensions, dataset, field, datasetNames: () => world.datasetDefs.keys() };
}

function inferState(expr: CallExpr, op: 'opening' | 'closing', scope: Scope, infer: Infer): Typed {
  const [first] = expr.args;
  if (first === undefined) return unknownAt(expr.range);
  const of = infer(first, scope);
  const each = clauseOf(expr, 'each');
  let member: Member | null = null;
  if (each !== null) {
    if (each.value.kind !== 'name') {
      scope.report(misplaced('this', '`each` names a dimension or a field', scope.at(each.value.range)));
      return unknownAt(expr.range);
    }
    const found = resolveMember(each.value, scope);
    if (found === null) return unknownAt(expr.range);
    member = found.member;
  }
  if (isUnknown(of)) return unknownAt(expr.range);
  return { kind: 'state', op, of, each: member, type: { ...of.type, level: 'aggregate' }, range: expr.range };
}

function inferTarget(expr: CallExpr, scope: Scope): Typed {
  const [first] = expr.args;
  if (first?.kind !== 'name') {
    if (first !== undefined) scope.report(misplaced('this', '`target` names a KPI', scope.at(first.range)));
    return unknownAt(expr.range);
  }
  const name = first.parts.map((part) => part.text).join('.');
  if (scope.world.isBroken('kpis', name)) return unknownAt(expr.range);
  if (!scope.world.kpiNames.has(name)) {
    scope.report(unknownName('KPI', name, scope.at(first.range), scope.world.kpiNames));
    return unknownAt(expr.range);
  }
  const type = scope.world.kpi(name);
  if (type === null && scope.position.kind !== 'metric' && scope.position.kind !== 'group')
    scope.report(misplaced('`target`', 'a target is one of a period, and here is none', scope.at(expr.range)));
  return type === null
    ? unknownAt(expr.range)
    : { kind: 'target', kpi: name, type: { ...type, level: 'aggregate', bare: false }, range: expr.range };
}
