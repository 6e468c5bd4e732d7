// `x like pattern`: `%` for any text, `_` for one code point, no escape character; the whole text, capitals distinct.

/**
 * Greedy with one step back: on a mismatch the last `%` takes one code point more. That is at most length times pattern, where a
 * regular expression could take exponentially long.
 */
export function isLike(text: string, pattern: string): boolean {
  const letters = Array.from(text);
  const wanted = Array.from(pattern);
  let at = 0;
  let next = 0;
  let afterPercent = -1;
  let retryFrom = 0;
  while (at < letters.length) {
    const want = wanted[next];
    if (want === '%') {
      next += 1;
      afterPercent = next;
      retryFrom = at;
    } else if (want !== undefined && (want === '_' || want === letters[at])) {
      next += 1;
      at += 1;
    } else if (afterPercent >= 0) {
      retryFrom += 1;
      at = retryFrom;
      next = afterPercent;
    } else {
      return false;
    }
  }
  while (wanted[next] === '%') next += 1;
  return next === wanted.length;
}
