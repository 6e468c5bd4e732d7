// Where values lie in a picture. Here alone the text of a number becomes a double: a double is exact enough for a pixel, and
// nothing that is computed here is shown as a number.

/** A value's place on a number line, for drawing only. */
export function placeOf(text: string): number {
  return Number(text);
}

export type Scale = (value: number) => number;

export function linearScale([low, high]: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  const span = high - low;
  return (value) => (span === 0 ? (from + to) / 2 : from + ((value - low) / span) * (to - from));
}

/** A coordinate as SVG takes it: two digits are below what can be seen. */
export function px(coordinate: number): string {
  const rounded = Math.round(coordinate * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/** The range that holds all values with some air, and zero where it is near: a chart that starts high exaggerates. */
export function domainOf(values: readonly number[]): readonly [number, number] {
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low === high) return low === 0 ? [0, 1] : low > 0 ? [0, high * 1.2] : [low * 1.2, 0];
  const air = (high - low) * 0.12;
  const near = (edge: number, other: number): boolean => Math.abs(edge) < 0.7 * Math.abs(other);
  return [low >= 0 && near(low, high) ? 0 : low - air, high <= 0 && near(high, low) ? 0 : high + air];
}
