// Makes text from files safe to print: a terminal obeys control characters, and direction marks reorder what is read.

// Control characters except tab and line feed, marks of direction, and halves of surrogate pairs.
const UNSAFE = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\p{Cs}]/gu;

/** One sign stands for each: the picture of a control character (␛), or the replacement character. */
export function visibleText(text: string): string {
  return text.replace(UNSAFE, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}

/** For places where a line break would tear the picture. */
export function visibleLine(text: string): string {
  return visibleText(text)
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('\t', ' ');
}
