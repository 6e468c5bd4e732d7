// Comparisons of a percentage with a number above 1 that is written without a percent sign: 5 is 500 %.
import type { Range } from '../source/source-file.js';
import type { ScalarFunction, Typed } from './typed.js';
import { walkTyped } from './walk-typed.js';

export interface PercentComparison {
  readonly metric: string;
  /** The number as written, and its place in the formula. */
  readonly written: string;
  readonly range: Range;
}

const COMPARING: ReadonlySet<ScalarFunction> = new Set([
  'equal',
  'not_equal',
  'less',
  'less_equal',
  'greater',
  'greater_equal',
  'between',
  'in',
]);

/** `text` is the formula as written, `isPercent` tells metrics that are shown as percentages. */
export function percentComparisons(
  typed: Typed,
  text: string,
  isPercent: (metric: string) => boolean,
): readonly PercentComparison[] {
  const found: PercentComparison[] = [];
  walkTyped(typed, (node) => {
    if (node.kind !== 'call' || !COMPARING.has(node.fn)) return;
    const [metric] = node.args.flatMap((arg) => metricIn(arg) ?? []);
    if (metric === undefined || !isPercent(metric)) return;
    for (const arg of node.args) {
      if (isLargeNumber(arg, text))
        found.push({ metric, written: text.slice(arg.range.start, arg.range.end), range: arg.range });
    }
  });
  return found;
}

/** A number above 1 that is written without a percent sign in the formula's text. */
export function isLargeNumber(typed: Typed, text: string): boolean {
  if (typed.kind !== 'const' || typed.value.kind !== 'number') return false;
  return isAboveOne(typed.value.text) && /\d$/.test(text.slice(typed.range.start, typed.range.end));
}

/** A metric by itself, in whatever context. */
function metricIn(typed: Typed): string | null {
  switch (typed.kind) {
    case 'metric':
      return typed.metric;
    case 'filtered':
    case 'across':
    case 'window':
      return metricIn(typed.of);
    default:
      return null;
  }
}

/** An exact decimal text, without a sign. */
function isAboveOne(text: string): boolean {
  const [whole = '', decimals = ''] = text.split('.');
  const digits = whole.replace(/^0+/, '');
  return digits.length > 1 || digits > '1' || (digits === '1' && /[1-9]/.test(decimals));
}
