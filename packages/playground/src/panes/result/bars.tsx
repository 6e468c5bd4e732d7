// One metric by groups: a bar each, in the order of the answer.
import type { VNode } from 'preact';
import type { ChartView, PanelView } from '../../state/views.js';

interface Props {
  readonly chart: ChartView;
  readonly panel: PanelView;
  readonly onWhy: (row: number) => void;
}

export function Bars({ chart, panel, onWhy }: Props): VNode {
  const [points = []] = panel.points;
  const zero = panel.zero * 100;
  return (
    <ul class="bars" aria-label={`${panel.title} by group`} style={{ '--zero': `${zero.toFixed(2)}%` }}>
      {chart.labels.map(({ text }, i) => {
        const point = points[i] ?? null;
        const at = point === null ? zero : point.at * 100;
        return (
          <li key={text}>
            <span class="bar-name" title={text}>
              {text}
            </span>
            <span class="bar-track" aria-hidden="true">
              {point === null ? null : (
                <span
                  class="bar-fill"
                  style={{
                    insetInlineStart: `${Math.min(zero, at).toFixed(2)}%`,
                    inlineSize: `${Math.abs(at - zero).toFixed(2)}%`,
                  }}
                />
              )}
            </span>
            {point === null ? (
              <span class="none">no value</span>
            ) : (
              <button
                type="button"
                class="why num"
                aria-label={`${panel.title}, ${text}: ${point.shown.text}. Why?`}
                onClick={() => onWhy(point.row)}
              >
                {point.shown.text}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
