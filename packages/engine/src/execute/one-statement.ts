// Whether a text is one statement, for engines that would run all statements of a text.

/**
 * Spaces and comments, texts and names in quotes, words, anything else. A word right before a quote (`e'..'`) gives backslashes a
 * meaning, a `$` may begin a text of another form, and comments may lie in one another: nothing that is emitted has these. A doubled
 * quote makes two parts side by side, which is as good.
 */
const PART = /\s+|--[^\n]*|'[^']*'|"[^"]*"|[A-Za-z_]\w*(?!['"\w])|[0-9][\w.]*|[^\s'"$A-Za-z_0-9]/y;

/** The statement's first word, in capitals; null where there is none, or more than one statement, or it cannot be told. */
export function oneStatement(sql: string): string | null {
  let first: string | null = null;
  let ended = false;
  let at = 0;
  while (at < sql.length) {
    PART.lastIndex = at;
    const part = PART.exec(sql)?.[0];
    if (part === undefined || sql.startsWith('/*', at)) return null;
    at += part.length;
    if (/^(?:\s|--)/.test(part)) continue;
    if (ended) return null;
    if (part === ';') ended = true;
    else first ??= part.toUpperCase();
  }
  return first;
}
