// The few forms of Markdown that descriptions use.

/** A line of code as a heading. */
export function code(text: string, language = 'kpi'): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** Paragraphs; empty ones are left out. */
export function paragraphs(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n\n');
}

/** Text of a person, which may hold characters that Markdown reads. */
export function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|]/g, (character) => `\\${character}`);
}

/** `a`, `b` and 3 more. */
export function names(all: readonly string[], most = 8): string {
  const shown = all.slice(0, most).map((name) => `\`${name}\``);
  const rest = all.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  const last = shown.pop();
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last ?? ''}`;
}
