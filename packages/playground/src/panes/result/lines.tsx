// One metric over time: a line per group, broken where there is no value, dashed where a period is not over.
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChartView, PanelView } from '../../state/views.js';

/** Until the place is measured. */
const WIDTH = 480;
const HEIGHT = 176;
const TOP = 10;
const BOTTOM = 26;
const RIGHT = 26;
const CHARACTER = 6.6;

interface Props {
  readonly chart: ChartView;
  readonly panel: PanelView;
  /** The period under the pointer, in all panels. */
  readonly near: number | null;
  readonly onNear: (at: number | null) => void;
  readonly onWhy: (row: number) => void;
}

export function Lines({ chart, panel, near, onNear, onWhy }: Props): VNode {
  const { labels, series } = chart;
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(WIDTH);
  // One unit of the picture is one pixel, so that its words have the size of all others.
  useLayoutEffect(() => {
    const box = place.current;
    if (box === null) return undefined;
    const watcher = new ResizeObserver(() => setWidth(Math.max(200, box.clientWidth)));
    watcher.observe(box);
    setWidth(Math.max(200, box.clientWidth));
    return () => watcher.disconnect();
  }, []);
  // All pictures over one axis begin at the same place.
  const longest = Math.max(...chart.panels.flatMap(({ ticks }) => ticks.map(({ text }) => text.length)), 4);
  const left = longest * CHARACTER + 14;
  const step = (width - RIGHT - left) / Math.max(1, labels.length - 1);
  const x = (i: number): number => left + step * i;
  const y = (at: number): number => HEIGHT - BOTTOM - at * (HEIGHT - BOTTOM - TOP);
  const every = Math.ceil(((labels[0]?.text.length ?? 4) * CHARACTER + 14) / Math.max(step, 1));
  const said =
    near === null
      ? []
      : series.flatMap((name, s) => {
          const point = panel.points[s]?.[near] ?? null;
          return point === null ? [] : [{ name, point, s }];
        });
  const tipLeft = near !== null && x(near) > width * 0.55;
  return (
    <div class="chart-place" ref={place}>
      <svg
        class="line-chart"
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={`${panel.title} over time; the numbers are in the table below`}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const at = Math.round((((event.clientX - box.left) / box.width) * width - left) / step);
          onNear(Math.min(labels.length - 1, Math.max(0, at)));
        }}
        onPointerLeave={() => onNear(null)}
        onClick={() => {
          const [first] = said;
          if (first !== undefined) onWhy(first.point.row);
        }}
      >
        {panel.ticks.map(({ at, text }) => (
          <g key={text}>
            <line class="grid" x1={left} x2={width - RIGHT} y1={y(at)} y2={y(at)} />
            <text class="label" x={left - 8} y={y(at) + 4} text-anchor="end">
              {text}
            </text>
          </g>
        ))}
        {panel.zero > 0 && panel.zero < 1 ? (
          <line class="zero" x1={left} x2={width - RIGHT} y1={y(panel.zero)} y2={y(panel.zero)} />
        ) : null}
        {labels.map(({ text }, i) =>
          i % every === 0 ? (
            <text key={text} class="label" x={x(i)} y={HEIGHT - 8} text-anchor="middle">
              {text}
            </text>
          ) : null,
        )}
        {near === null ? null : <line class="near" x1={x(near)} x2={x(near)} y1={TOP} y2={HEIGHT - BOTTOM} />}
        {panel.points.map((points, s) => (
          <g key={series[s]} class={`series-${s}`}>
            {points.map((point, i) => {
              const before = points[i - 1] ?? null;
              if (point === null) return null;
              const alone = before === null && (points[i + 1] ?? null) === null;
              return (
                <g key={labels[i]?.text}>
                  {before === null ? null : (
                    <line
                      class={labels[i]?.complete === true ? '' : 'dashed'}
                      x1={x(i - 1)}
                      y1={y(before.at)}
                      x2={x(i)}
                      y2={y(point.at)}
                    />
                  )}
                  {near === i || alone ? <circle cx={x(i)} cy={y(point.at)} r={3.5} /> : null}
                </g>
              );
            })}
          </g>
        ))}
      </svg>
      {near === null || said.length === 0 ? null : (
        <div
          class={tipLeft ? 'tip left' : 'tip'}
          aria-hidden="true"
          style={{ insetInlineStart: `${((x(near) / width) * 100).toFixed(2)}%` }}
        >
          <strong>
            {labels[near]?.text}
            {labels[near]?.complete === true ? '' : ' so far'}
          </strong>
          {said.map(({ name, point, s }) => (
            <span key={name} class={`series-${s}`}>
              {name === '' ? '' : `${name} `}
              <b>{point.shown.text}</b>
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
