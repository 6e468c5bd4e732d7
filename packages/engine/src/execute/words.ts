// Small pieces of the sentences of this room.

/** How many examples a message names. */
export const EXAMPLES = 5;

/** `1 row`, `2 rows`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The first names, each in backticks. */
export function list(names: readonly string[], limit: number): string {
  const shown = names.slice(0, limit).map(quoted).join(', ');
  return names.length > limit ? `${shown} and ${names.length - limit} more` : shown;
}

/** Data can be as long as it likes, a message cannot; and a line break would break it. */
export function cut(text: string): string {
  const plain = text.replaceAll(/\s+/gu, ' ').replaceAll('`', "'");
  return plain.length > 60 ? `${plain.slice(0, 60)}...` : plain;
}

export function quoted(text: string): string {
  return `\`${cut(text)}\``;
}

/** The part of a diagnostic that proposes, where there is something to propose. */
export function helping(help: string | undefined): { readonly help?: string } {
  return help === undefined ? {} : { help };
}
