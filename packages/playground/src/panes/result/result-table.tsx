// The answer as a table: the first rows of it; a number that is clicked is explained.
import type { VNode } from 'preact';
import { Value } from '../../parts/value.jsx';
import { explain } from '../../state/actions.js';
import { state } from '../../state/store.js';
import type { AskView, ColumnView, RowView } from '../../state/views.js';
import { explainingOf } from './explaining-of.js';

const MOST = 200;

export function ResultTable({ view }: { readonly view: AskView }): VNode {
  const { columns, rows } = view;
  const metrics = columns.filter((column) => column.kind === 'metric');
  const partial = rows.some(({ bucket }) => bucket !== null && !bucket.complete);
  const overlapping = metrics.some((column) => column.kind === 'metric' && column.overlapping);
  return (
    <>
      <div class="table-place answer-place" tabIndex={0} role="region" aria-label="Table of the answer">
        <table class="answer">
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
              <Row key={i} row={row} columns={columns} />
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

function Row({ row, columns }: { readonly row: RowView; readonly columns: readonly ColumnView[] }): VNode {
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
          <td key={metric} class="number">
            <Value
              shown={{ ...cell, unit: '' }}
              label={[metric, name].filter((text) => text !== '').join(', ')}
              onWhy={subject === null ? undefined : () => explain(subject)}
            />
          </td>
        );
      })}
    </tr>
  );
}
