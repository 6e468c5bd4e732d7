// The answer as a table: the first rows of it; a number that is clicked is explained.
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Value } from '../../parts/value.jsx';
import { explain } from '../../state/actions.js';
import { state } from '../../state/store.js';
import type { AskView, ColumnView, RowView } from '../../state/views.js';
import { explainingOf } from './explaining-of.js';

const MOST = 200;

export function ResultTable({ view }: { readonly view: AskView }): VNode {
  const { columns, rows } = view;
  const metrics = columns.filter((column) => column.kind === 'metric');
  // One number can be reached with Tab, the arrows move between them: a table of many has one place in the order.
  const [current, setCurrent] = useState<readonly [number, number]>([0, 0]);
  const at: readonly [number, number] =
    current[0] < Math.min(rows.length, MOST) && current[1] < metrics.length ? current : [0, 0];
  const place = useRef<HTMLTableElement>(null);
  const partial = rows.some(({ bucket }) => bucket !== null && !bucket.complete);
  const overlapping = metrics.some((column) => column.kind === 'metric' && column.overlapping);
  return (
    <>
      <div class="table-place answer-place" tabIndex={0} role="region" aria-label="Table of the answer">
        <table
          class="answer"
          role="grid"
          aria-label="Answer; the arrow keys move between its numbers"
          ref={place}
          onKeyDown={(event) => {
            const next = nextOf(event, at, Math.min(rows.length, MOST), metrics.length);
            if (next === null) return;
            event.preventDefault();
            setCurrent(next);
            const [row, cell] = next;
            const shown = place.current?.tBodies[0]?.rows[row]?.querySelectorAll<HTMLElement>('td.number')[cell];
            shown?.querySelector<HTMLElement>('[tabindex]')?.focus();
          }}
        >
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={`${column.kind} ${column.name}`} scope="col" class={column.kind === 'metric' ? 'number' : ''}>
                  <Head column={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST).map((row, i) => (
              <Row
                key={i}
                row={row}
                columns={columns}
                current={i === at[0] ? at[1] : null}
                onFocus={(cell) => setCurrent([i, cell])}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 ? <p class="soft">No rows.</p> : null}
      <ul class="table-notes soft">
        {rows.length > MOST ? (
          <li>
            the first {MOST} of {rows.length} rows; the CSV has all of them
          </li>
        ) : null}
        {partial ? <li>* not complete: cut by the range, or it goes on after {view.asOf}</li> : null}
        {overlapping ? <li>groups share rows: the values of a column do not add up to the total</li> : null}
      </ul>
    </>
  );
}

function Head({ column }: { readonly column: ColumnView }): VNode {
  if (column.kind !== 'metric') return <>{column.name.replaceAll('_', ' ')}</>;
  return (
    <span title={column.title === null ? undefined : column.name}>
      {column.title ?? column.name}
      {column.unit === '' || column.unit === 'percent' ? null : <span class="unit">{column.unit}</span>}
    </span>
  );
}

/** Where a key leads to from one number; null: it is no key of the table. */
function nextOf(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  [row, cell]: readonly [number, number],
  rows: number,
  cells: number,
): readonly [number, number] | null {
  const whole = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowDown':
      return [Math.min(rows - 1, row + 1), cell];
    case 'ArrowUp':
      return [Math.max(0, row - 1), cell];
    case 'ArrowRight':
      return [row, Math.min(cells - 1, cell + 1)];
    case 'ArrowLeft':
      return [row, Math.max(0, cell - 1)];
    case 'Home':
      return [whole ? 0 : row, 0];
    case 'End':
      return [whole ? rows - 1 : row, cells - 1];
    default:
      return null;
  }
}

interface RowProps {
  readonly row: RowView;
  readonly columns: readonly ColumnView[];
  /** The number that Tab reaches, where it is in this row. */
  readonly current: number | null;
  readonly onFocus: (cell: number) => void;
}

function Row({ row, columns, current, onFocus }: RowProps): VNode {
  const metrics = columns.filter((column) => column.kind === 'metric');
  const name = [row.bucket?.label, ...row.keys.map((key) => key ?? 'no value')]
    .filter((one) => one !== undefined)
    .join(', ');
  return (
    <tr>
      {row.bucket === null ? null : (
        <th scope="row">
          {row.bucket.label}
          {row.bucket.complete ? '' : '*'}
        </th>
      )}
      {row.keys.map((key, i) => (
        <td key={i} class={key === null ? 'none' : ''}>
          {key ?? '—'}
        </td>
      ))}
      {row.cells.map((cell, i) => {
        const metric = metrics[i]?.name ?? '';
        const subject = explainingOf(state.value, columns, row, i);
        return (
          <td key={metric} class="number" onFocusCapture={() => onFocus(i)}>
            <Value
              shown={{ ...cell, unit: '' }}
              label={[metric, name].filter((text) => text !== '').join(', ')}
              tabIndex={i === current ? 0 : -1}
              onWhy={subject === null ? undefined : () => explain(subject)}
            />
          </td>
        );
      })}
    </tr>
  );
}
