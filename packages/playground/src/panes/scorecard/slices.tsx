// A KPI by the groups that have targets of their own.
import type { VNode } from 'preact';
import { StatusBadge } from '../../parts/status.jsx';
import type { KpiCardView } from '../../state/views.js';

export function Slices({ kpi }: { readonly kpi: KpiCardView }): VNode | null {
  const { slices } = kpi;
  if (slices === null) return null;
  return (
    <section>
      <h3>By {slices.titles.join(', ')}</h3>
      <div class="table-place" tabIndex={0} role="region" aria-label="Table by groups">
        <table>
          <thead>
            <tr>
              {slices.titles.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
              <th scope="col" class="number">
                value
              </th>
              <th scope="col" class="number">
                held against
              </th>
              <th scope="col" class="number">
                score
              </th>
              <th scope="col">status</th>
            </tr>
          </thead>
          <tbody>
            {slices.rows.map(({ keys, value, aim, score, status }) => (
              <tr key={keys.join('\u0000')}>
                {keys.map((key, i) => (
                  <td key={i}>{key ?? '—'}</td>
                ))}
                <td class="number">{value}</td>
                <td class="number">{aim}</td>
                <td class="number">{score}</td>
                <td>
                  <StatusBadge status={status} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
