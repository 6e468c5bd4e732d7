// Conditions in words: what stands after `where` and `whose`.
import type { CallTyped, Typed } from '../types/typed.js';
import { isTemporal } from '../types/value-type.js';
import { listed } from './english.js';
import { within } from './phrase.js';
import type { Speaker } from './speaker.js';

/** ` whose status is 'paid'`, ` where the order’s status is 'paid'`; empty where there is no condition. */
export function whichRows(condition: Typed | null, speaker: Speaker): string {
  if (condition === null) return '';
  const parts = conjuncts(condition);
  const whose = parts.every((part) => part.kind === 'call' && isOwn(subjectOf(part)));
  return whose
    ? ` whose ${listed(
        parts.map((part) => conditionText(part, speaker)),
        'and',
      )}`
    : ` where ${conditionText(condition, speaker)}`;
}

export function conditionText(condition: Typed, speaker: Speaker): string {
  if (condition.kind === 'call') return callText(condition, speaker);
  const text = within(speaker.say(condition), 'noun');
  return condition.type.value.kind === 'boolean' && isNamed(condition) ? `${text} is true` : text;
}

function callText(call: CallTyped, speaker: Speaker): string {
  const { fn, args } = call;
  if (fn === 'and')
    return listed(
      conjuncts(call).map((part) => bracketed(part, 'or', speaker)),
      'and',
    );
  if (fn === 'or')
    return listed(
      args.flatMap((part) => alternatives(part)).map((part) => bracketed(part, 'and', speaker)),
      'or',
    );
  const [first] = args;
  if (fn === 'not') return first === undefined ? 'not' : negated(first, speaker);
  return compared(call, false, speaker) ?? within(speaker.say(call), 'noun');
}

function negated(inner: Typed, speaker: Speaker): string {
  if (inner.kind === 'call') {
    const text = compared(inner, true, speaker);
    if (text !== null) return text;
    return `not (${conditionText(inner, speaker)})`;
  }
  return isNamed(inner) ? `${speaker.say(inner).text} is false` : `not (${conditionText(inner, speaker)})`;
}

/** A comparison, or its opposite; null where the call is none. */
function compared(call: CallTyped, not: boolean, speaker: Speaker): string | null {
  const [subject, ...rest] = call.args;
  if (subject === undefined) return null;
  const times = isTemporal(subject.type.value);
  const said = rest.map((part) => within(speaker.say(part), 'product'));
  const about = (verb: string, object: string): string =>
    `${within(speaker.say(subject), 'sum')} ${verb} ${object}`.trimEnd();
  const [object = ''] = said;
  switch (call.fn) {
    case 'equal':
      return about(not ? 'is not' : 'is', object);
    case 'not_equal':
      return about(not ? 'is' : 'is not', object);
    case 'less':
      return not
        ? about(times ? 'is on or after' : 'is at least', object)
        : about(times ? 'is before' : 'is below', object);
    case 'less_equal':
      return not
        ? about(times ? 'is after' : 'is above', object)
        : about(times ? 'is on or before' : 'is at most', object);
    case 'greater':
      return not
        ? about(times ? 'is on or before' : 'is at most', object)
        : about(times ? 'is after' : 'is above', object);
    case 'greater_equal':
      return not
        ? about(times ? 'is before' : 'is below', object)
        : about(times ? 'is on or after' : 'is at least', object);
    case 'is_null':
      return about(not ? 'has a value' : 'has no value', '');
    case 'in':
      if (not) return about(said.length > 1 ? 'is none of' : 'is not', listed(said, 'and'));
      return about(said.length > 2 ? 'is one of' : 'is', listed(said, 'or'));
    case 'between':
      return about(not ? 'is not between' : 'is between', listed(said, 'and'));
    case 'starts_with':
      return about(not ? 'does not start with' : 'starts with', object);
    case 'contains':
      return about(not ? 'does not contain' : 'contains', object);
    case 'like':
      return like(rest[0], not, object, about);
    default:
      return null;
  }
}

/** The patterns that people mostly write are said without their signs. */
function like(
  pattern: Typed | undefined,
  not: boolean,
  object: string,
  about: (verb: string, object: string) => string,
): string {
  const text = pattern?.kind === 'const' && pattern.value.kind === 'text' ? pattern.value.value : null;
  const plain = /^(%?)([^%_]+)(%?)$/.exec(text ?? '');
  if (plain === null) return about(not ? 'does not match the pattern' : 'matches the pattern', object);
  const [, head = '', middle = '', tail = ''] = plain;
  if (head === '' && tail === '') return about(not ? 'is not' : 'is', `'${middle}'`);
  const verb = head === '' ? 'start with' : tail === '' ? 'end with' : 'contain';
  return about(not ? `does not ${verb}` : verb.replace(/^(\w+)/, '$1s'), `'${middle}'`);
}

function bracketed(part: Typed, other: 'and' | 'or', speaker: Speaker): string {
  const text = conditionText(part, speaker);
  return part.kind === 'call' && part.fn === other ? `(${text})` : text;
}

function conjuncts(condition: Typed): readonly Typed[] {
  return condition.kind === 'call' && condition.fn === 'and' ? condition.args.flatMap(conjuncts) : [condition];
}

function alternatives(condition: Typed): readonly Typed[] {
  return condition.kind === 'call' && condition.fn === 'or' ? condition.args.flatMap(alternatives) : [condition];
}

/** What a comparison is about, through a `not`. */
function subjectOf(call: CallTyped): Typed | undefined {
  const [first] = call.args;
  if (call.fn !== 'not') return first;
  return first?.kind === 'call' ? first.args[0] : undefined;
}

function isOwn(typed: Typed | undefined): boolean {
  return typed?.kind === 'field' && typed.path.length === 0;
}

function isNamed(typed: Typed): boolean {
  return typed.kind === 'field' || typed.kind === 'member' || typed.kind === 'parameter';
}
