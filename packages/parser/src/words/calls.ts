// Scalar functions and operators in words.
import type { CallTyped, Typed } from '../types/typed.js';
import { NONE, showValueType } from '../types/value-type.js';
import { listed, ordinal, plural } from './english.js';
import { levelName, memberName, spanName } from './names.js';
import { before, clause, nounPhrase, within, word, type Phrase } from './phrase.js';
import type { Speaker } from './speaker.js';
import { withoutConversion } from './time-conversions.js';
import { earlier } from './windows.js';

export function callPhrase(call: CallTyped, speaker: Speaker): Phrase {
  const { fn, args } = call;
  const at = (index: number): Typed => args[index] ?? NOTHING;
  const say = (index: number): Phrase => speaker.say(at(index));
  /** Part of a phrase that goes on after it, or that begins it. */
  const part = (index: number): string => within(say(index), 'word');
  const whole = (index: number): string => within(say(index), 'noun');
  const all = args.map((_, index) => part(index));
  switch (fn) {
    case 'add':
      return { text: `${before(say(0), 'sum')} plus ${within(say(1), 'product')}`, hold: 'sum', open: say(1).open };
    case 'subtract':
      return (
        againstBefore(call, 'change', speaker) ?? {
          text: `${before(say(0), 'sum')} less ${within(say(1), 'product')}`,
          hold: 'sum',
          open: say(1).open,
        }
      );
    case 'multiply': {
      const plain = withoutConversion(call);
      if (plain !== call) return speaker.say(plain);
      return {
        text: `${before(say(0), 'product')} times ${within(say(1), 'noun')}`,
        hold: 'product',
        open: say(1).open,
      };
    }
    case 'divide':
      return (
        shareOf(call, speaker) ?? {
          text: `${before(say(0), 'product')} divided by ${within(say(1), 'noun')}`,
          hold: 'product',
          open: say(1).open,
        }
      );
    case 'negate':
      return { text: `minus ${whole(0)}`, hold: 'product', open: say(0).open };
    case 'mod':
      return nounPhrase(`the remainder of ${part(0)} divided by ${part(1)}`);
    case 'power':
      return postfixed(`${part(0)} to the power of ${part(1)}`);
    case 'growth':
      return againstBefore(call, 'growth', speaker) ?? nounPhrase(`the growth of ${part(0)} over ${part(1)}`);
    case 'and':
    case 'or':
    case 'not':
    case 'equal':
    case 'not_equal':
    case 'less':
    case 'less_equal':
    case 'greater':
    case 'greater_equal':
    case 'is_null':
    case 'in':
    case 'between':
    case 'like':
    case 'starts_with':
    case 'contains':
      return clause(speaker.condition(call));
    case 'coalesce':
      return args.length === 2
        ? { text: `${before(say(0), 'noun')} or ${whole(1)} where there is none`, hold: 'clause', open: false }
        : clause(`the first of ${listed(all, 'and')} that has a value`);
    case 'nullif':
      return { text: `${before(say(0), 'sum')} unless that is ${whole(1)}`, hold: 'clause', open: false };
    case 'least':
      return nounPhrase(`the ${args.length === 2 ? 'smaller' : 'smallest'} of ${listed(all, 'and')}`);
    case 'greatest':
      return nounPhrase(`the ${args.length === 2 ? 'larger' : 'largest'} of ${listed(all, 'and')}`);
    case 'abs':
      return nounPhrase(`the absolute value of ${part(0)}`);
    case 'round':
      return postfixed(
        `${before(say(0), 'noun')} rounded to ${args.length < 2 || isZero(at(1)) ? 'a whole number' : `${part(1)} decimals`}`,
      );
    case 'floor':
      return postfixed(`${before(say(0), 'noun')} rounded down`);
    case 'ceil':
      return postfixed(`${before(say(0), 'noun')} rounded up`);
    case 'sqrt':
      return nounPhrase(`the square root of ${part(0)}`);
    case 'exp':
      return nounPhrase(`e to the power of ${part(0)}`);
    case 'ln':
      return nounPhrase(`the natural logarithm of ${part(0)}`);
    case 'approx':
      // What is approximate is said beside the number, not in what it means.
      return say(0);
    case 'lower':
      return nounPhrase(`${part(0)} in lower case`);
    case 'upper':
      return nounPhrase(`${part(0)} in upper case`);
    case 'trim':
      return nounPhrase(`${part(0)} without spaces around it`);
    case 'substring':
      return nounPhrase(`${part(0)} from ${position(at(1), speaker)} on${args.length > 2 ? `, ${part(2)} long` : ''}`);
    case 'concat':
      return nounPhrase(
        `the text made of ${listed(
          joinedTexts(call).map((one) => within(speaker.say(one), 'noun')),
          'and',
        )}`,
      );
    case 'length':
      return nounPhrase(`the length of ${part(0)}`);
    case 'year':
    case 'quarter':
    case 'week':
    case 'hour':
      return nounPhrase(`the ${fn} of ${part(0)}`);
    case 'month':
      return nounPhrase(`the month of the year of ${part(0)}`);
    case 'day':
      return nounPhrase(`the day of the month of ${part(0)}`);
    case 'day_of_week':
      return nounPhrase(`the weekday of ${part(0)} (1 is Monday)`);
    case 'date_trunc':
      return nounPhrase(`the ${levelName(call.level ?? 'day')} in which ${part(0)} lies`);
    case 'date_diff':
      return nounPhrase(`the number of ${levelName(call.level ?? 'day')}s from ${part(0)} to ${part(1)}`);
    case 'elapsed':
      return nounPhrase(`the time from ${part(0)} to ${part(1)}`);
    case 'date_add':
      return nounPhrase(
        call.span === undefined ? `${part(0)} and ${part(1)}` : `${spanName(call.span)} after ${part(0)}`,
      );
    case 'as_of':
      return word('the as-of day');
    case 'cast':
      return nounPhrase(`${before(say(0), 'noun')} as ${article(showValueType(call.type.value))}`);
  }
}

const NOTHING: Typed = {
  kind: 'null',
  type: { value: NONE, unit: [], level: 'constant', bare: false },
  range: { start: 0, end: 0 },
};

/** `change` and `growth` are written out in the tree: a metric, and the same metric in the window before. */
function againstBefore(call: CallTyped, noun: string, speaker: Speaker): Phrase | null {
  const [now, then] = call.args;
  if (now === undefined || then?.kind !== 'window' || then.of !== now || then.op.kind !== 'prior') return null;
  return nounPhrase(`the ${noun} of ${within(speaker.say(now), 'noun')} against ${earlier(then.op)}`, true);
}

/** `share` is written out too: a metric over the same metric across dimensions. */
function shareOf(call: CallTyped, speaker: Speaker): Phrase | null {
  const [part, whole] = call.args;
  if (part === undefined || whole?.kind !== 'across' || whole.ofShare !== true || whole.of !== part) return null;
  const said = within(speaker.say(part), 'noun');
  if (whole.all) return nounPhrase(`the share of ${said} in its total`);
  const names = whole.keys.map((key) => memberName(speaker.graph, key));
  return nounPhrase(`the share of ${said} among all ${listed(names.map(plural), 'and')}`);
}

/** What comes after a value is bracketed with it before anything else is computed. */
function postfixed(text: string): Phrase {
  return { text, hold: 'sum', open: false };
}

/** `a || b || c` is one text of three parts. */
function joinedTexts(typed: Typed): readonly Typed[] {
  return typed.kind === 'call' && typed.fn === 'concat' ? typed.args.flatMap(joinedTexts) : [typed];
}

function isZero(typed: Typed): boolean {
  return typed.kind === 'const' && typed.value.kind === 'number' && typed.value.text === '0';
}

function position(typed: Typed, speaker: Speaker): string {
  const text = speaker.say(typed).text;
  return /^\d+$/.test(text) ? `its ${ordinal(text)} character` : `character number (${text})`;
}

function article(thing: string): string {
  return `${/^[aeiou]/.test(thing) ? 'an' : 'a'} ${thing}`;
}
