// The sentences for cells that do not fit the type of their column.
import type { CellProblem } from './parse-cell.js';

/** A message that stands alone. */
export function cellProblemText(cell: CellProblem): string {
  const text = `\`${cell.text}\``;
  switch (cell.problem) {
    case 'not_a_number':
      return `${text} is not a number`;
    case 'not_whole':
      return `${text} is not a whole number`;
    case 'too_many_decimals':
      return `${text} has more decimals than ${typeText(cell)} keeps`;
    case 'too_many_digits':
      return `${text} has more digits than ${typeText(cell)} holds`;
    case 'not_a_boolean':
      return `${text} is neither \`true\` nor \`false\``;
    case 'not_a_date':
      return `${text} is not a date such as \`2026-03-01\``;
    case 'not_a_datetime':
      return `${text} is not a datetime such as \`2026-03-01T10:00:00\``;
    case 'not_a_timestamp':
      return `${text} is not a timestamp such as \`2026-03-01T10:00:00Z\``;
    case 'timestamp_without_offset':
      return `${text} has no offset, so it names no instant`;
  }
}

function typeText(cell: CellProblem): string {
  return cell.type.kind === 'decimal' ? `\`decimal(${cell.type.scale})\`` : `\`${cell.type.kind}\``;
}
