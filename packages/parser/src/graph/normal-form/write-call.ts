// The normal form of scalar functions that are neither arithmetic nor logic.
import { showValueType } from '../../types/value-type.js';
import type { CalendarLevel, CalendarSpan, CallTyped, ClockLevel, Typed } from '../../types/typed.js';
import { isApproximate } from './write-number.js';
import { inOrder, list, operandOf, seenBy, withoutRepeats, type Writing } from './writing.js';

export function writeCall(typed: CallTyped, writing: Writing): string {
  const { fn, args } = typed;
  const plain = (of: Writing = writing): readonly string[] => args.map((arg) => of.write(arg, of));
  switch (fn) {
    case 'concat':
      return list(
        fn,
        flat(typed).map((part) => writing.write(part, writing)),
      );
    case 'coalesce': {
      // Only the first one's reason is ever seen.
      const unseen = seenBy('none', writing);
      return list(
        fn,
        flat(typed).map((part, i) => (i === 0 ? writing : unseen).write(part, i === 0 ? writing : unseen)),
      );
    }
    case 'nullif': {
      const [of, unwanted] = args;
      const unseen = seenBy('none', writing);
      return list(fn, [
        ...(of === undefined ? [] : [writing.write(of, writing)]),
        ...(unwanted === undefined ? [] : [unseen.write(unwanted, unseen)]),
      ]);
    }
    case 'least':
    case 'greatest': {
      // Of an exact and an approximate number that are equal the first is taken, and of two kinds of time as well.
      const kinds = new Set(args.map((arg) => (isNumber(arg) ? 'number' : arg.type.value.kind)));
      if (kinds.size > 1 || isApproximate(typed)) return list(fn, plain());
      const parts = flat(typed).map((part) => operandOf(part, writing));
      const kept = inOrder(withoutRepeats(parts), writing).map(({ text }) => text);
      const [only] = kept;
      return kept.length === 1 && only !== undefined ? only : list(fn, kept);
    }
    case 'power':
      return list(typed.type.value.kind === 'float' ? 'approx-power' : fn, plain());
    case 'cast':
      return list(fn, [...plain(), showValueType(typed.type.value).replaceAll(' ', '-')]);
    default: {
      const level = typed.level === undefined ? [] : [levelText(typed.level, writing)];
      const span = typed.span === undefined ? [] : [spanText(typed.span, writing)];
      return list(fn, [...level, ...span, ...plain()]);
    }
  }
}

/** `coalesce(coalesce(a, b), c)`: the parts of the same function inside, in their order. */
function flat(typed: CallTyped): readonly Typed[] {
  return typed.args.flatMap((arg) =>
    arg.kind === 'call' && arg.fn === typed.fn && arg.type.value.kind === typed.type.value.kind ? flat(arg) : [arg],
  );
}

function isNumber({ type }: Typed): boolean {
  return ['integer', 'decimal', 'rational'].includes(type.value.kind);
}

export function levelText(level: CalendarLevel | ClockLevel, { nameOf }: Writing): string {
  return typeof level === 'string' ? level : nameOf(`field:${level.dataset}.${level.field}`);
}

const MEASURES: Readonly<Record<string, { readonly unit: string; readonly amount: number }>> = {
  hour: { unit: 'hour', amount: 1 },
  day: { unit: 'day', amount: 1 },
  week: { unit: 'day', amount: 7 },
  month: { unit: 'month', amount: 1 },
  quarter: { unit: 'month', amount: 3 },
  fiscal_quarter: { unit: 'month', amount: 3 },
  year: { unit: 'month', amount: 12 },
  fiscal_year: { unit: 'month', amount: 12 },
};

/** What a length counts: hours, days or months. `1 year` is `12 months`, and never so many days. */
export function spanText({ amount, level }: CalendarSpan, writing: Writing): string {
  const measure = typeof level === 'string' ? MEASURES[level] : undefined;
  return measure === undefined
    ? `${amount}:${levelText(level, writing)}`
    : `${amount * measure.amount}:${measure.unit}`;
}
