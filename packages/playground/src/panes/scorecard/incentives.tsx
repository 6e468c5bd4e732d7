// What the scorecard pays.
import type { VNode } from 'preact';
import { Value } from '../../parts/value.jsx';
import type { IncentiveView } from '../../state/views.js';

export function Incentives({ incentives }: { readonly incentives: readonly IncentiveView[] }): VNode {
  return (
    <section class="incentives">
      <h2>Incentives</h2>
      <div class="table-place" tabIndex={0} role="region" aria-label="Table of incentives">
        <table>
          <thead>
            <tr>
              <th scope="col">Incentive</th>
              <th scope="col">For</th>
              <th scope="col" class="number">
                Score
              </th>
              <th scope="col" class="number">
                Pays
              </th>
              <th scope="col">Gate</th>
            </tr>
          </thead>
          <tbody>
            {incentives.map(({ name, title, participants, score, payout, gate, provisional }) => (
              <tr key={name}>
                <th scope="row">{title}</th>
                <td>{participants.join(', ')}</td>
                <td class="number">
                  <Value shown={score} />
                </td>
                <td class="number">
                  <Value shown={payout} />
                  {provisional ? <span class="soft"> so far</span> : null}
                </td>
                <td>{gate ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
