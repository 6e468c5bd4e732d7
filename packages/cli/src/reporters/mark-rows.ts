// Draws what stands below a line of source: underlines, and the labels that hang from them.
import type { LineMark } from './line-windows.js';
import type { Paint, Role } from './paint.js';

/**
 * The label of the rightmost mark stands beside its underline; the others hang below theirs, the rightmost first, so that
 * no line crosses a label.
 */
export function markRows(marks: readonly LineMark[], primaryRole: Role, paint: Paint): readonly string[] {
  const roleOf = (mark: LineMark): Role => (mark.primary ? primaryRole : 'related');
  const beside = labelBeside(marks);
  const underline = underlines(marks, primaryRole, paint);
  const rows = [beside === undefined ? underline : `${underline} ${paint(beside.label ?? '', roleOf(beside))}`];
  const hanging = marks
    .filter((mark) => mark.label !== undefined && mark !== beside)
    .sort((a, b) => b.start - a.start || Number(b.primary) - Number(a.primary));
  hanging.forEach((mark, i) => {
    const later = hanging.slice(i + 1).filter((other) => other.start < mark.start);
    let row = '';
    let column = 0;
    for (const other of later.toReversed()) {
      if (other.start < column) continue;
      row += `${' '.repeat(other.start - column)}${paint('|', roleOf(other))}`;
      column = other.start + 1;
    }
    rows.push(`${row}${' '.repeat(mark.start - column)}${paint(mark.label ?? '', roleOf(mark))}`);
  });
  return rows;
}

/** The mark that ends last, if it has something to say and no other ends there. */
function labelBeside(marks: readonly LineMark[]): LineMark | undefined {
  const end = Math.max(...marks.map((mark) => mark.end));
  const last = marks.filter((mark) => mark.end === end);
  return last.find((mark) => mark.primary && mark.label !== undefined) ?? last.find((mark) => mark.label !== undefined);
}

/** `^` over `-` where a primary and a related span overlap. */
function underlines(marks: readonly LineMark[], primaryRole: Role, paint: Paint): string {
  const signs: string[] = [];
  for (const mark of marks.toSorted((a, b) => Number(a.primary) - Number(b.primary))) {
    for (let column = mark.start; column < mark.end; column++) signs[column] = mark.primary ? '^' : '-';
  }
  return Array.from(signs, (sign: string | undefined) => sign ?? ' ')
    .join('')
    .replace(/\^+|-+/g, (run) => paint(run, run.startsWith('^') ? primaryRole : 'related'));
}
