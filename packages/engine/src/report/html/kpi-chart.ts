// A KPI's history: the picture, what its lines and areas mean, and the numbers behind it.
import { bandsAt } from '../chart/bands.js';
import { historyChart, NARROW, WIDE } from '../chart/history-chart.js';
import type { KpiPart } from '../report-model.js';
import { historyTable } from './history-table.js';
import { html, type Markup } from './markup.js';
import { trendText } from './scorecard-table.js';

export function kpiChart({ reading, style, straight }: KpiPart): Markup | null {
  if (reading.history.every(({ value }) => value.value === null)) return null;
  return html`<figure class="history">
      ${historyChart(reading, straight, WIDE)}${historyChart(reading, straight, NARROW)}
      <figcaption>
        ${keys({ reading, straight })}<span class="trend-line"
          >${trendText(reading, style)}${reading.trend === null || reading.trend.direction === null ? null : html` <span class="soft">against ${versus(reading)}</span>`}</span
        >
      </figcaption>
    </figure>
    <details class="data">
      <summary>The numbers of the chart</summary>
      ${historyTable(reading, style)}
    </details>`;
}

function keys({ reading, straight }: Pick<KpiPart, 'reading' | 'straight'>): readonly Markup[] {
  const { standing, history, bands } = reading;
  const isOpen = history.some(({ period }) => !period.complete);
  const hasBands = history.some((point) => bandsAt(reading, point, straight) !== null);
  const heads = isOpen && standing.pacing !== null && standing.pacing.forecast.value !== null;
  const hasAim =
    standing.aim.kind === 'limit' || history.some(({ target }) => target !== null && target.value !== null);
  const zone = (name: 'good' | 'fair'): Markup => html`<rect class="zone ${name}" width="22" height="10" />`;
  const line = (name: string): Markup => html`<line class="${name}" x1="0" x2="22" y1="5" y2="5" />`;
  return [
    key('value', line('series')),
    ...(hasAim ? [key(standing.aim.kind === 'limit' ? 'limit' : 'target', line('target'))] : []),
    ...(standing.aim.kind === 'range' ? [key('range', zone('good'))] : []),
    ...(hasBands ? [key('on track', zone('good'))] : []),
    ...(hasBands && bands.atRisk !== null ? [key('at risk', zone('fair'))] : []),
    ...(isOpen ? [key('not over', html`<rect class="open" x="1" y="0.5" width="20" height="9" />`)] : []),
    ...(heads ? [key('forecast', html`<line class="forecast solid" x1="4" x2="18" y1="5" y2="5" />`)] : []),
  ];
}

function key(name: string, drawing: Markup): Markup {
  return html`<span class="key"
    ><svg viewBox="0 0 22 10" width="22" height="10" aria-hidden="true" focusable="false">${drawing}</svg>${name}</span
  >`;
}

/** `1 year` is a length of time, all else a period. What is not over compares with as much of what was before. */
function versus({ trend, period }: KpiPart['reading']): string {
  const text = trend?.versus ?? '';
  const then = /^\d+ [a-z]/.test(text) ? `${text} before` : text;
  if (period.complete) return then;
  return then === text ? `the same part of ${text}` : `the same time ${then}`;
}
