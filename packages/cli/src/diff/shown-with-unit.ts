// `10.10 EUR`, `3.5%`, `12 orders`.

export function shownWithUnit(text: string, unit: string): string {
  return unit === '' || text.endsWith('%') ? text : `${text} ${unit}`;
}
