// A KPI's recent periods in the size of a word. The trend is said beside it, so it is hidden from screen readers.
import type { KpiReading } from '../../status/scorecard.js';
import { html, NOTHING, type Markup } from '../html/markup.js';
import { statusShape } from '../html/status-mark.js';
import { domainOf, linearScale, placeOf, px } from './positions.js';

const WIDTH = 92;
const HEIGHT = 30;
const EDGE = 6;

export function sparkline({ history, status }: KpiReading): Markup {
  const points = history.map(({ value, period }) => ({
    at: value.value === null ? null : placeOf(value.value),
    open: !period.complete,
  }));
  const known = points.flatMap(({ at }) => (at === null ? [] : [at]));
  if (known.length < 2) return NOTHING;
  const x = linearScale([0, Math.max(1, points.length - 1)], [EDGE, WIDTH - EDGE]);
  const y = linearScale(domainOf(known), [HEIGHT - EDGE, EDGE]);
  const last = points.at(-1);
  const lines = points.map(({ at, open }, i) => {
    const before = points[i - 1]?.at ?? null;
    if (at === null || before === null) return null;
    return html`<line
      class="${open ? 'series thin dashed' : 'series thin'}"
      x1="${px(x(i - 1))}"
      y1="${px(y(before))}"
      x2="${px(x(i))}"
      y2="${px(y(at))}"
    />`;
  });
  const end =
    last === undefined || last.at === null
      ? null
      : statusShape(status === 'no_data' ? 'not_due' : status, x(points.length - 1), y(last.at), 3.6);
  return html`<svg
    class="spark"
    viewBox="0 0 ${px(WIDTH)} ${px(HEIGHT)}"
    width="${px(WIDTH)}"
    height="${px(HEIGHT)}"
    aria-hidden="true"
    focusable="false"
  >
    ${lines}${end}
  </svg>`;
}
