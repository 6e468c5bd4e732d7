// Plain data about a file after text was put in or taken out above the places that it speaks of.
import type { Span } from './source-file.js';

/**
 * The same with every offset from `from` on moved by `by`; nothing in `value` itself is changed. Offsets stand in spans and
 * in tables of offsets.
 */
export function moved<T extends object>(value: T, from: number, by: number): T {
  // What comes out has the type of what goes in: only numbers in it are others.
  return moveParts(value, from, by) as T;
}

type Parts = Record<string, unknown>;

// Texts and all else are copied in two places of the code: so each of them sees objects of few forms, and is many times faster.

function moveParts(value: object, from: number, by: number): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => (isObject(one) ? moveParts(one, from, by) : one));
  if (value instanceof Uint32Array) return value.map((offset) => (offset < from ? offset : offset + by));
  if ('text' in value && 'span' in value) return moveText(value, from, by);
  if ('start' in value && 'file' in value) return moveSpan(value, from, by);
  const copy: Parts = { ...value };
  for (const key in copy) {
    const part = copy[key];
    if (isObject(part)) copy[key] = key === 'span' ? moveSpan(part, from, by) : moveParts(part, from, by);
  }
  return copy;
}

function moveText(value: object, from: number, by: number): unknown {
  const copy: Parts = { ...value };
  if (isObject(copy['span'])) copy['span'] = moveSpan(copy['span'], from, by);
  if (isObject(copy['map'])) copy['map'] = moveParts(copy['map'], from, by);
  if (isObject(copy['ends'])) copy['ends'] = moveParts(copy['ends'], from, by);
  return copy;
}

function moveSpan(value: object, from: number, by: number): Span {
  const { file, start, end } = value as Span;
  return { file, start: start < from ? start : start + by, end: end < from ? end : end + by };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
