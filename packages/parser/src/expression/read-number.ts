// Tells a good number from everything that merely starts like one.
import type { NumberExpr } from './tree.js';

const good = /^(?:0|[1-9]\d*(?:_\d+)*)(?:\.\d+(?:_\d+)*)?$/;

/** The parts of a number token, or what to write instead. */
export function readNumber(image: string, start: number): NumberExpr | { readonly kind: 'bad'; readonly hint: string } {
  const space = image.indexOf(' ');
  const percent = image.endsWith('%');
  const digits = space !== -1 ? image.slice(0, space) : percent ? image.slice(0, -1) : image;
  if (!good.test(digits)) return { kind: 'bad', hint: hintFor(digits) };
  const end = start + image.length;
  return {
    kind: 'number',
    text: digits.includes('_') ? digits.replaceAll('_', '') : digits,
    percent,
    unit: space === -1 ? null : { text: image.slice(space + 1), range: { start: start + space + 1, end } },
    range: { start, end },
  };
}

function hintFor(digits: string): string {
  if (digits.length > 100) return 'write a shorter number';
  if (/^\d{4}-\d\d-\d\d$/.test(digits)) return `write \`date '${digits}'\``;
  if (/^0x/i.test(digits)) return 'write the number in decimal digits';
  if (/^[\d_]*\.?[\d_]*e[+-]?\d+$/i.test(digits)) return 'write all the digits of the number, without an exponent';
  if (/^\.\d+$/.test(digits)) return `write \`0${digits}\``;
  if (/^\d+\.$/.test(digits)) return `write \`${digits.slice(0, -1)}\``;
  if (/^0+\d+$/.test(digits)) return `write \`${digits.replace(/^0+(?=\d)/, '')}\``;
  const glued = /^([\d._]*\d)(\p{L}[\p{L}_]*)$/u.exec(digits);
  if (glued !== null && good.test(glued[1] ?? ''))
    return `write one space before the unit: \`${glued[1]} ${glued[2]}\``;
  if (/^[\d_.]+$/.test(digits)) {
    if (digits.split('.').length > 2) return 'write one decimal point, and `_` between groups of digits';
    return 'write `_` only between two digits';
  }
  return 'a name that starts with a digit stands in double quotes';
}
