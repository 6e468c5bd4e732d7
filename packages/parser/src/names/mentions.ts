// Whether a formula may hold a name, seen from its text alone.

/** False only where the name is no more than a part of longer words in it: `sum_1` in `sum_12`. */
export function mentions(formula: string, name: string): boolean {
  for (let at = formula.indexOf(name); at !== -1; at = formula.indexOf(name, at + 1))
    if (!isPartOfWord(formula, at, at + name.length)) return true;
  return false;
}

function isPartOfWord(text: string, start: number, end: number): boolean {
  let from = start;
  if (isWordAt(text, start)) while (isWordAt(text, from - 1)) from--;
  const isLonger = from < start || (isWordAt(text, end - 1) && isWordAt(text, end));
  // What begins with a digit may be a number with a name behind it.
  return isLonger && !isDigit(text.charCodeAt(from));
}

/** Only of ASCII: other letters go on with a word as well, and doubt says that it is a name. */
function isWordAt(text: string, at: number): boolean {
  const char = text.charCodeAt(at);
  return isDigit(char) || char === 95 || (char >= 65 && char <= 90) || (char >= 97 && char <= 122);
}

function isDigit(char: number): boolean {
  return char >= 48 && char <= 57;
}
