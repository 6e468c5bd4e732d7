// Names and texts as SQL: the only way in which what a project or its data says enters a statement.

/** `"a ""quoted"" name"`. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `'it''s'`. DuckDB knows no backslash escapes; a NUL would end the statement's text and is spelled out. */
export function quoteText(text: string): string {
  const parts = text.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? (parts[0] ?? "''") : `(${parts.join(' || chr(0) || ')})`;
}

/** The path of one file, for a function that would take `*`, `?` and `[` for a pattern. */
export function literalPath(path: string): string {
  return path.replaceAll(/[*?[]/g, '[$&]');
}
