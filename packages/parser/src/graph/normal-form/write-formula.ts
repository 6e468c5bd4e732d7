// The normal form of a typed formula as a text: two formulas with one text mean the same, in every context, with every data, with
// the reasons that `eyes` can tell apart. The opposite does not hold: a law that is missing here costs nothing but a look.
import type {
  AggregateTyped,
  FieldTyped,
  FilteredTyped,
  JoinStep,
  Member,
  PerKey,
  Step,
  Typed,
} from '../../types/typed.js';
import { showMember } from '../../types/bind-member.js';
import { walkTyped } from '../../types/walk-typed.js';
import { bindIn, datasetsIn } from '../read-in-graph.js';
import { canLackRates, hasRates } from './profile.js';
import { levelText, spanText, writeCall } from './write-call.js';
import { isLogic, writeCondition } from './write-condition.js';
import { isArithmetic, writeNumber } from './write-number.js';
import { fractionOf, fractionText } from './fraction.js';
import { list, ratesOnly, seenBy, withoutRepeats, type Writing } from './writing.js';

export function writeFormula(typed: Typed, writing: Omit<Writing, 'write'>): string {
  return write(typed, { ...writing, write });
}

function write(typed: Typed, writing: Writing): string {
  const { nameOf } = writing;
  const inside = (part: Typed): string => write(part, writing);
  const unseen = (part: Typed): string => write(part, seenBy('none', writing));
  switch (typed.kind) {
    case 'const':
      return constText(typed);
    case 'null':
      return 'null';
    case 'parameter':
      return nameOf(`parameter:${typed.parameter}`);
    case 'field':
      return fieldText(typed, writing);
    case 'member':
      return memberText(typed.member, writing);
    case 'call':
      if (isArithmetic(typed)) return writeNumber(typed, writing);
      return isLogic(typed) ? writeCondition(typed, writing) : writeCall(typed, writing);
    case 'case': {
      // A condition without a value is a condition that does not hold.
      const branches = typed.branches.map(({ when, then }) => list('when', [unseen(when), inside(then)]));
      return list('case', [...branches, typed.otherwise === null ? 'null' : inside(typed.otherwise)]);
    }
    case 'convert': {
      const from = typed.from.kind === 'fixed' ? typed.from.code : unseen(typed.from.field);
      const parts = [inside(typed.of), from, typed.to, unseen(typed.at)];
      return list('convert', typed.skipMissing ? [...parts, 'skip'] : parts);
    }
    case 'child':
      return list('of', [nameOf(`dataset:${typed.parent}`), pathText(typed.link, writing), inside(typed.aggregate)]);
    case 'aggregate':
      return aggregateText(typed, writing);
    case 'metric':
      return nameOf(`metric:${typed.metric}`);
    case 'filtered':
      return filteredText(typed, writing);
    case 'across': {
      const keys = typed.all ? ['all'] : sortedOnce(typed.keys.map((key) => memberText(key, writing)));
      const flags = [typed.time ? 'time' : '', typed.unfiltered ? 'unfiltered' : '', typed.ofShare ? 'of-share' : ''];
      return list('across', [inside(typed.of), ...keys, ...flags.filter((flag) => flag !== '')]);
    }
    case 'per': {
      const keys = typed.keys.map((key) => keyText(key, writing));
      // Which of two missing rates is met first can depend on the order of the groups, as `first` and `last` do.
      const ordered = hasRates(writing.graph) || typed.fn === 'first' || typed.fn === 'last';
      const inner = ratesOnly(writing);
      return list('per', [
        typed.fn,
        typed.of === null ? '-' : write(typed.of, inner),
        list('keys', ordered ? keys : keys.toSorted(byCode)),
        ...(typed.where === null ? [] : [list('where', [write(typed.where, inner)])]),
        ...(typed.fraction === null ? [] : [numberForm(typed.fraction)]),
        ...(typed.skip ? ['skip'] : []),
      ]);
    }
    case 'window':
      return list(typed.op.kind, [inside(typed.of), ...windowParts(typed, writing)]);
    case 'state':
      return list(typed.op, [inside(typed.of), ...(typed.each === null ? [] : [memberText(typed.each, writing)])]);
    case 'conversion': {
      const parts = [stepText(typed.from, writing), stepText(typed.to, writing), spanText(typed.within, writing)];
      return list('conversion', [typed.result, ...parts]);
    }
    case 'retention':
      return list('retention', [
        stepText(typed.of, writing),
        `${typed.at.amount}:${levelText(typed.at.level, writing)}`,
      ]);
    case 'top_share':
      return list('top-share', [
        write(typed.of, ratesOnly(writing)),
        memberText(typed.key, writing),
        numberForm(typed.fraction),
        ...(typed.ofDataset === null ? [] : [nameOf(`dataset:${typed.ofDataset}`)]),
      ]);
    case 'target':
      return list('target', [nameOf(`kpi:${typed.kpi}`)]);
    case 'window_length':
      return list('length', [typed.level]);
    case 'unknown':
      return '?';
  }
}

function constText({ value }: Extract<Typed, { kind: 'const' }>): string {
  switch (value.kind) {
    case 'number':
      return numberForm(value.text);
    case 'text':
      return JSON.stringify(value.value);
    case 'boolean':
      return String(value.value);
    case 'date':
    case 'datetime':
    case 'timestamp':
      return `${value.kind}:${value.text}`;
  }
}

function numberForm(text: string): string {
  const number = fractionOf(text);
  return number === null ? text : fractionText(number);
}

function fieldText({ path, dataset, field }: FieldTyped, writing: Writing): string {
  const name = writing.nameOf(`field:${dataset}.${field}`);
  return path.length === 0 ? name : list('far', [pathText(path, writing), name]);
}

function pathText(path: readonly JoinStep[], { nameOf }: Writing): string {
  return list(
    'path',
    path.map((step) => {
      const by = nameOf(step.reverse === true ? `field:${step.to}.${step.field}` : `field:${step.from}.${step.field}`);
      return list(step.reverse === true ? 'into' : 'to', [by, nameOf(`dataset:${step.to}`)]);
    }),
  );
}

function memberText(member: Member, writing: Writing): string {
  if (member.kind === 'dimension') return writing.nameOf(`dimension:${member.dimension}`);
  const { path, dataset, field } = member;
  const name = writing.nameOf(`field:${path.at(-1)?.to ?? dataset}.${field}`);
  return path.length === 0 ? list('member', [name]) : list('member', [pathText(path, writing), name]);
}

function keyText(key: PerKey, writing: Writing): string {
  return key.kind === 'member' ? memberText(key.member, writing) : list('level', [levelText(key.level, writing)]);
}

/** An aggregate passes over what has no value, unless a rate is missing. */
function aggregateText(typed: AggregateTyped, writing: Writing): string {
  const inner = ratesOnly(writing);
  return list(typed.fn, [
    writing.nameOf(`dataset:${typed.dataset}`),
    ...(typed.value === null ? [] : [write(typed.value, inner)]),
    ...(typed.fraction === null ? [] : [numberForm(typed.fraction)]),
    ...(typed.where === null ? [] : [list('where', [write(typed.where, inner)])]),
    ...(typed.dated === null ? [] : [list('dated', [fieldText(typed.dated, writing)])]),
  ]);
}

/**
 * The conditions of a filter. Each conjunct is decided for itself: of a row with several partners behind a bridge one may satisfy the
 * first and another the second. So a conjunct is taken apart only where no bridge and no missing rate can make a difference.
 */
function filteredText({ of, condition }: FilteredTyped, writing: Writing): string {
  const inner = ratesOnly(writing);
  const rates = canLackRates(writing.profiles(condition), writing.graph);
  const text = write(of, writing);
  if (!rates && !isBridged(condition, of, writing)) return list('filter', [text, write(condition, inner)]);
  const parts = conjuncts(condition).map((part) => ({ text: write(part, inner), profile: writing.profiles(part) }));
  const texts = withoutRepeats(parts).map((part) => part.text);
  return list('filter-apart', [text, ...(rates ? texts : texts.toSorted(byCode))]);
}

function conjuncts(typed: Typed): readonly Typed[] {
  return typed.kind === 'call' && typed.fn === 'and' ? typed.args.flatMap(conjuncts) : [typed];
}

function isBridged(condition: Typed, of: Typed, { graph }: Writing): boolean {
  const datasets = datasetsIn(graph, of);
  return membersIn(condition).some((member) =>
    datasets.some((dataset) => {
      const binding = bindIn(graph, member, dataset);
      return binding.kind !== 'bound' || binding.overlapping;
    }),
  );
}

function membersIn(condition: Typed): readonly Member[] {
  const found = new Map<string, Member>();
  walkTyped(condition, (node) => {
    if (node.kind === 'member') found.set(showMember(node.member), node.member);
  });
  return [...found.values()];
}

function windowParts({ op, partial }: Extract<Typed, { kind: 'window' }>, writing: Writing): readonly string[] {
  const flags = partial ? ['partial'] : [];
  switch (op.kind) {
    case 'prior':
      return [spanText(op.span, writing), ...(op.full ? ['full'] : []), ...flags];
    case 'rolling':
      return [spanText(op.span, writing), ...flags];
    case 'to_date':
    case 'whole':
      return [levelText(op.level, writing), ...flags];
    case 'cumulative':
      return flags;
  }
}

function stepText({ dataset, entity, where }: Step, writing: Writing): string {
  return list('step', [
    writing.nameOf(`dataset:${dataset}`),
    fieldText(entity, writing),
    ...(where === null ? [] : [write(where, ratesOnly(writing))]),
  ]);
}

function sortedOnce(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted(byCode);
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
