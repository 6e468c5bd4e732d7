// Puts a text into quotes so that YAML gives it back as its author meant it.

/** Double quotes where nothing needs an escape in them, else single ones. */
export function quoteYaml(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * The same for a text that could not be read because of its own quotes. `'it's here'` has an odd quote, so the outer ones
 * are YAML's and the odd one is text; in `'paid' = status` all of them are text.
 */
export function quoteText(text: string): string {
  const isApostrophe =
    text.length > 2 && text.startsWith("'") && text.endsWith("'") && text.split("'").length % 2 === 0;
  return isApostrophe ? quoteYaml(text.slice(1, -1)) : quoteYaml(text);
}
