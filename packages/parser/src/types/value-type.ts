// The types of values.

/**
 * `decimal` carries the digits after its point; `rational` is an exact quotient, whose expansion need not end.
 * `float` is approximate. `none` is the type of `null` alone; `unknown` is the type of what was already reported.
 */
export type ValueType =
  | { readonly kind: 'text' }
  | { readonly kind: 'integer' }
  | { readonly kind: 'decimal'; readonly scale: number }
  | { readonly kind: 'rational' }
  | { readonly kind: 'float' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'datetime' }
  | { readonly kind: 'timestamp' }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

export const TEXT: ValueType = { kind: 'text' };
export const INTEGER: ValueType = { kind: 'integer' };
export const RATIONAL: ValueType = { kind: 'rational' };
export const FLOAT: ValueType = { kind: 'float' };
export const BOOLEAN: ValueType = { kind: 'boolean' };
export const DATE: ValueType = { kind: 'date' };
export const DATETIME: ValueType = { kind: 'datetime' };
export const TIMESTAMP: ValueType = { kind: 'timestamp' };
export const NONE: ValueType = { kind: 'none' };
export const UNKNOWN: ValueType = { kind: 'unknown' };

export function decimal(scale: number): ValueType {
  return { kind: 'decimal', scale };
}

export function isNumeric(type: ValueType): boolean {
  return type.kind === 'integer' || type.kind === 'decimal' || type.kind === 'rational' || type.kind === 'float';
}

export function isTemporal(type: ValueType): boolean {
  return type.kind === 'date' || type.kind === 'datetime' || type.kind === 'timestamp';
}

/** The type as an analyst writes it. */
export function showValueType(type: ValueType): string {
  switch (type.kind) {
    case 'decimal':
      return `decimal(${type.scale})`;
    case 'rational':
      return 'exact quotient';
    case 'none':
      return 'no value';
    default:
      return type.kind;
  }
}

/** The smallest numeric type that holds both; `none` gives way to the other side; null where they are of different kinds. */
export function widen(a: ValueType, b: ValueType): ValueType | null {
  if (a.kind === 'unknown' || b.kind === 'unknown') return UNKNOWN;
  if (a.kind === 'none') return b;
  if (b.kind === 'none') return a;
  if (isNumeric(a) && isNumeric(b)) {
    if (a.kind === 'float' || b.kind === 'float') return FLOAT;
    if (a.kind === 'rational' || b.kind === 'rational') return RATIONAL;
    const scaleA = a.kind === 'decimal' ? a.scale : 0;
    const scaleB = b.kind === 'decimal' ? b.scale : 0;
    return a.kind === 'integer' && b.kind === 'integer' ? INTEGER : decimal(Math.max(scaleA, scaleB));
  }
  return a.kind === b.kind ? a : null;
}
