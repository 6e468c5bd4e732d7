// A metric's last months: a picture, and the same numbers as a table.
import {
  domainOf,
  html,
  linearScale,
  placeOf,
  shownNumber,
  ticksIn,
  type Markup,
  type NumberStyle,
} from '@sextant/engine';
import type { MetricNumbers, MonthCell } from '../model/handbook.js';

const WIDTH = 720;
const HEIGHT = 190;
const LEFT = 64;
const RIGHT = 14;
const TOP = 12;
const BOTTOM = 26;

export function monthsPart({ months, style, none }: MetricNumbers): Markup | null {
  if (none !== null) return html`<p class="soft">No numbers by month: ${none}.</p>`;
  if (months.length === 0) return null;
  return html`<figure class="history">
    <div class="scroll" tabindex="0" role="group" aria-label="Chart">${chart(months, style)}</div>
    <details class="data">
      <summary>The numbers</summary>
      <div class="scroll">
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col" class="number">Value</th>
            </tr>
          </thead>
          <tbody>
            ${months.map(
              (month) =>
                html`<tr>
                  <th scope="row">${month.label}${month.complete ? null : html` <span class="soft">so far</span>`}</th>
                  <td class="number">${valueText(month, style)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  </figure>`;
}

/** The last month that is over, for a list; null where there is none. */
export function lastValue({ months, style }: MetricNumbers): Markup | null {
  const last = months.findLast(({ complete }) => complete);
  return last === undefined ? null : html`${valueText(last, style)}`;
}

export function valueText(
  { value, reason, approximate }: Pick<MonthCell, 'value' | 'reason' | 'approximate'>,
  style: NumberStyle & { readonly unit: string },
): Markup {
  if (value === null) return html`<span class="none" title="${reason ?? ''}">no value</span>`;
  // Dates and texts are shown as they are.
  const isNumber = /^-?\d+(\.\d+)?$/.test(value);
  const shown = isNumber ? shownNumber(value, style) : { text: value, exact: null };
  const about = approximate ? '≈\u202f' : '';
  const unit = style.unit === '' || !isNumber ? null : html`<span class="unit"> ${style.unit}</span>`;
  return shown.exact === null
    ? html`<span class="num">${about}${shown.text}</span>${unit}`
    : html`<span class="num rounded" title="shortened; exactly ${about}${shown.exact}">${about}${shown.text}</span
        >${unit}`;
}

function chart(months: readonly MonthCell[], style: NumberStyle): Markup | null {
  const places = months.map(({ value }) => (value !== null && /^-?\d/.test(value) ? placeOf(value) : null));
  const known = places.flatMap((at) => (at === null || !Number.isFinite(at) ? [] : [at]));
  if (known.length < 2) return null;
  const domain = domainOf(known);
  const x = linearScale([0, months.length - 1], [LEFT + 12, WIDTH - RIGHT - 12]);
  const y = linearScale(domain, [HEIGHT - BOTTOM, TOP]);
  const ticks = ticksIn(domain, 6, style.percent);
  const lines = places.map((at, i) => {
    const before = places[i - 1] ?? null;
    if (at === null || before === null) return null;
    const open = months[i]?.complete === false;
    return html`<line
      class="${open ? 'series dashed' : 'series'}"
      x1="${px(x(i - 1))}"
      y1="${px(y(before))}"
      x2="${px(x(i))}"
      y2="${px(y(at))}"
    />`;
  });
  return html`<svg
    class="months"
    viewBox="0 0 ${px(WIDTH)} ${px(HEIGHT)}"
    role="img"
    aria-label="Values by month; the same numbers stand in the table below"
  >
    ${ticks.map(
      ({ at, text }) =>
        html`<line class="grid" x1="${px(LEFT)}" x2="${px(WIDTH - RIGHT)}" y1="${px(y(at))}" y2="${px(y(at))}" /><text
            class="tick-text"
            x="${px(LEFT - 8)}"
            y="${px(y(at) + 4)}"
            text-anchor="end"
            >${text}</text
          >`,
    )}
    ${lines}
    ${places.map((at, i) =>
      at === null
        ? null
        : html`<circle
            class="${months[i]?.complete === false ? 'dot so-far' : 'dot'}"
            cx="${px(x(i))}"
            cy="${px(y(at))}"
            r="3.2"
          />`,
    )}
    ${months.map(({ label }, i) =>
      (months.length - 1 - i) % 2 === 0
        ? html`<text class="tick-text" x="${px(x(i))}" y="${px(HEIGHT - 8)}" text-anchor="middle">${label}</text>`
        : null,
    )}
  </svg>`;
}

function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}
