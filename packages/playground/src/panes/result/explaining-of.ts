// A cell of an answer as something to be explained: the same metric in the same period, under the same conditions.
import type { AppState, Explaining } from '../../state/app-state.js';
import type { ColumnView, RowView } from '../../state/views.js';

/** Null where the cell cannot be asked by itself: a group without a value has no condition that names it. */
export function explainingOf(
  { asked, checked }: Pick<AppState, 'asked' | 'checked'>,
  columns: readonly ColumnView[],
  row: RowView,
  cell: number,
): Explaining | null {
  const metric = columns.filter((column) => column.kind === 'metric')[cell];
  if (metric === undefined) return null;
  const keys = columns.filter((column) => column.kind === 'key');
  const conditions = keys.map(({ name }, i) => conditionFor(name, row.keys[i] ?? null));
  const where = [...(asked.where.trim() === '' ? [] : [inBrackets(asked.where)]), ...conditions].join(' and ');
  const isMetric = checked.outline.metrics.some(({ name }) => name === metric.name);
  return {
    kind: isMetric ? 'metric' : 'formula',
    name: metric.name,
    at: row.bucket?.label ?? rangeOf(asked.from, asked.to),
    versus: '',
    where,
  };
}

function conditionFor(member: string, key: string | null): string {
  return key === null ? `${member} is null` : `${member} = '${key.replaceAll("'", "''")}'`;
}

function inBrackets(condition: string): string {
  return /\bor\b/i.test(condition) ? `(${condition})` : condition;
}

/** A period as `--at` takes it: one, or two with dots between them. */
function rangeOf(from: string, to: string): string {
  const [first, last] = [from.trim(), to.trim()];
  if (first === '' || last === '') return '';
  return first === last ? first : `${first}..${last}`;
}
