// The words of the type rules: what an argument should have been, and what to do instead.

export const expected = {
  number: 'a number',
  measure: 'a number that measures something, not an identifier',
  plainNumber: 'a number without a unit',
  wholeNumber: 'a whole number without a unit',
  text: 'text',
  temporal: 'a date or a time',
  timeOfDay: 'a datetime or a timestamp',
  orderable: 'a number, a date, a time or text',
  fitting: 'a value of the same type as the other arguments',
  sameUnit: 'the same unit as the other arguments',
  sameTime: 'the same type as the other date',
  approximate: 'an approximate number, as another argument is one',
  constantBetween: (low: number, high: number): string => `a constant whole number from ${low} to ${high}`,
} as const;

export const help = {
  castToText: 'write `cast(... as text)` around it',
  approximate: 'write `approx(...)` around it to say that the result may be approximate',
  plainNumber: 'divide it by an amount in its own unit first, such as `1 EUR`',
  sameTime: (kind: string): string => `bring one to the other's type: \`cast(x as ${kind})\``,
  timeOfDay: 'a date has no hours; `day` is the finest level it knows',
  countInstead: 'to count rows write `count(... where ...)`',
  countDistinct: 'to count what it names write `count(distinct ...)`',
} as const;
