// Writes a changed text back into a scalar of a file: the changed characters alone where that is sound, else all of it in quotes.
import { quoteYaml, spanInScalar, type Range, type ScalarNode } from '@sextant/parser';

export interface Replacement {
  /** In the scalar's text. */
  readonly range: Range;
  readonly text: string;
}

export interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `inFlow` says that the scalar stands between brackets. */
export function writeScalar(
  node: ScalarNode,
  replacements: readonly Replacement[],
  place: { readonly isKey: boolean; readonly inFlow: boolean },
): readonly OffsetEdit[] {
  const sorted = replacements.toSorted((a, b) => a.range.start - b.range.start);
  if (node.style === 'plain') {
    const text = replaced(node.text, sorted);
    if (!isPlainText(text, place)) return [{ start: node.span.start, end: node.span.end, text: quoteYaml(text) }];
  }
  return sorted.map(({ range, text }) => {
    const { start, end } = spanInScalar(node, range.start, range.end);
    return { start, end, text: escaped(text, node) };
  });
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let last = 0;
  for (const { range, text: by } of replacements) {
    result += text.slice(last, range.start) + by;
    last = range.end;
  }
  return result + text.slice(last);
}

function escaped(text: string, { style }: ScalarNode): string {
  if (style === 'single') return text.replaceAll("'", "''");
  return style === 'double' ? text.replaceAll('\\', '\\\\').replaceAll('"', '\\"') : text;
}

/** Whether YAML reads a text as it is without quotes. Stricter than YAML where that is simpler. */
export function isPlainText(
  text: string,
  { isKey, inFlow }: { readonly isKey: boolean; readonly inFlow: boolean },
): boolean {
  if (text === '' || text !== text.trim() || /[\p{Cc}]/u.test(text)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(text) && !/^-[^\s,[\]{}]/.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text)) return false;
  if (inFlow && /[,[\]{}]|:[,[\]{}]/.test(text)) return false;
  return !(isKey && /^(?:~|null)$/i.test(text));
}
