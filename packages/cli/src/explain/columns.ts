// Tables of texts: numbers stand under one another by their points.
import { displayWidth } from '../reporters/display-width.js';
import { graphemesOf } from '../reporters/graphemes.js';

export interface Column {
  readonly name: string;
  /** Below the name; empty where there is none. */
  readonly unit: string;
  readonly align: 'left' | 'number';
}

export interface TableTexts {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemesOf(text)) width += displayWidth(grapheme);
  return width;
}

/** Texts of one column, all as wide as the widest. */
export function aligned(texts: readonly string[], align: Column['align']): readonly string[] {
  const tails = align === 'number' ? texts.map(tailOf) : texts.map(() => '');
  const longest = Math.max(0, ...tails.map(widthOf));
  const padded = texts.map((text, i) =>
    align === 'number' ? text + ' '.repeat(longest - widthOf(tails[i] ?? '')) : text,
  );
  const width = Math.max(0, ...padded.map(widthOf));
  return padded.map((text) => {
    const space = ' '.repeat(width - widthOf(text));
    return align === 'number' ? space + text : text + space;
  });
}

/** What stands after the last digit before the point. */
function tailOf(text: string): string {
  return /^[≈+-]*\d+(.*)$/s.exec(text)?.[1] ?? '';
}

/** Lines of a table without colours; the head apart from the body. */
export function tableLines({ columns, rows }: TableTexts): {
  readonly head: readonly string[];
  readonly body: readonly string[];
} {
  const cells = columns.map(({ name, unit, align }, c) => {
    const body = aligned(
      rows.map((row) => row[c] ?? ''),
      align,
    );
    const width = Math.max(widthOf(name), widthOf(unit), ...body.map(widthOf));
    const fit = (text: string): string => {
      const space = ' '.repeat(width - widthOf(text));
      return align === 'number' ? space + text : text + space;
    };
    return { name: fit(name), unit: fit(unit), body: body.map(fit) };
  });
  const line = (texts: readonly string[]): string => texts.join('  ').trimEnd();
  const units = columns.some(({ unit }) => unit !== '') ? [line(cells.map(({ unit }) => unit))] : [];
  return {
    head: [line(cells.map(({ name }) => name)), ...units],
    body: rows.map((_, r) => line(cells.map(({ body }) => body[r] ?? ''))),
  };
}
