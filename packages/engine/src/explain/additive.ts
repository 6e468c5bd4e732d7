// The change of a sum, group by group: after less before, and nothing is left.
import { add, subtract, ZERO, type Rational } from '../value/rational.js';

/** A group that is on one side only is zero on the other. */
export interface TwoSides<K> {
  readonly key: K;
  readonly before: Rational;
  readonly after: Rational;
}

export interface Contribution<K> extends TwoSides<K> {
  readonly effect: Rational;
}

export function contributions<K>(groups: readonly TwoSides<K>[]): readonly Contribution<K>[] {
  return groups.map((group) => ({ ...group, effect: subtract(group.after, group.before) }));
}

export function total(values: readonly Rational[]): Rational {
  return values.reduce(add, ZERO);
}
