// The answer as pictures, one per metric. The table below has the same numbers; a point that is clicked is explained.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { explain } from '../../state/actions.js';
import { state } from '../../state/store.js';
import type { AskView, ChartView, PanelView } from '../../state/views.js';
import { Bars } from './bars.jsx';
import { explainingOf } from './explaining-of.js';
import { Lines } from './lines.jsx';

export function Chart({ chart, view }: { readonly chart: ChartView; readonly view: AskView }): VNode {
  const [near, setNear] = useState<number | null>(null);
  const why = (panel: PanelView, row: number): void => {
    const one = view.rows[row];
    const subject = one === undefined ? null : explainingOf(state.peek(), view.columns, one, panel.metric);
    if (subject !== null) explain(subject);
  };
  return (
    <figure class="charts" style={{ '--columns': columnsFor(chart.panels.length) }}>
      {chart.panels.map((panel) => (
        <div key={panel.metric} class="panel">
          <h2>
            {panel.title} {panel.unit === '' ? null : <span class="unit">{panel.unit}</span>}
          </h2>
          {chart.kind === 'lines' ? (
            <Lines chart={chart} panel={panel} near={near} onNear={setNear} onWhy={(row) => why(panel, row)} />
          ) : (
            <Bars chart={chart} panel={panel} onWhy={(row) => why(panel, row)} />
          )}
        </div>
      ))}
      <figcaption>
        {chart.labels.some(({ complete }) => !complete) ? (
          <span class="legend series-0">
            <svg viewBox="0 0 22 8" width="22" height="8" aria-hidden="true" focusable="false">
              <line class="dashed" x1="0" x2="22" y1="4" y2="4" />
            </svg>
            <span class="soft">not over yet</span>
          </span>
        ) : null}
        {chart.series.length > 1
          ? chart.series.map((name, i) => (
              <span key={name} class={`legend series-${i}`}>
                <svg viewBox="0 0 22 8" width="22" height="8" aria-hidden="true" focusable="false">
                  <line x1="0" x2="22" y1="4" y2="4" />
                </svg>
                <span class="legend-name">{name}</span>
              </span>
            ))
          : null}
        {chart.left > 0 ? <span class="soft">{chart.left} more in the table</span> : null}
      </figcaption>
    </figure>
  );
}

/** So that no row has a single picture beside a gap. */
function columnsFor(count: number): number {
  if (count < 4) return count;
  return count % 3 === 0 || count % 3 === 2 ? 3 : 2;
}
