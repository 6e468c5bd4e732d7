// Numbers in the page: with their unit, with a reason where there is none, and with the exact text where they are rounded.
import type { Figure } from '../../status/scorecard.js';
import { isOne, shownChange, shownNumber, shownShare, type NumberStyle, type Shown } from '../number-text.js';
import { reasonWords } from '../reason-words.js';
import type { ValueStyle } from '../report-model.js';
import { html, type Markup } from './markup.js';

/** A value of a KPI. */
export function valueOf(figure: Figure, style: ValueStyle): Markup {
  return withReason(
    figure,
    (text) => html`${number(shownNumber(text, style), figure.approximate)}${unitOf(text, style)}`,
  );
}

/** A change of a value: with its sign; percentages change by points. */
export function changeOf(figure: Figure, style: ValueStyle): Markup {
  return withReason(
    figure,
    (text) => html`${number(shownChange(text, style), figure.approximate)}${unitOf(text, style)}`,
  );
}

/** A score, a pace, a share: a plain ratio as a percentage. */
export function shareOf(figure: Figure): Markup {
  return withReason(figure, (text) => number(shownShare(text), figure.approximate));
}

/** A decimal text that is always there. */
export function shareText(text: string): Markup {
  return number(shownShare(text), false);
}

export function moneyOf(figure: Figure, currency: string): Markup {
  return withReason(
    figure,
    (text) => html`${number(shownNumber(text, MONEY), figure.approximate)}<span class="unit"> ${currency}</span>`,
  );
}

export function plainNumber(text: string): Markup {
  return number(shownNumber(text, MONEY), false);
}

/** All digits, for tables that hold the exact values. */
export function exactOf(figure: Figure, style: ValueStyle): Markup {
  return withReason(figure, (text) => {
    const { text: shown, exact } = shownNumber(text, style);
    return html`<span class="num">${figure.approximate ? '≈\u202f' : ''}${exact ?? shown}</span>${unitOf(text, style)}`;
  });
}

const MONEY: NumberStyle = { percent: false, decimals: null };

function unitOf(text: string, { unit, unitOfOne }: ValueStyle): Markup | null {
  const said = isOne(text) ? unitOfOne : unit;
  return said === '' ? null : html`<span class="unit"> ${said}</span>`;
}

function number({ text, exact }: Shown, approximate: boolean): Markup {
  const about = approximate ? '≈\u202f' : '';
  if (exact === null) return html`<span class="num">${about}${text}</span>`;
  return html`<span class="num rounded" title="shortened; exactly ${about}${exact}">${about}${text}</span>`;
}

function withReason({ value, reason }: Figure, show: (text: string) => Markup): Markup {
  if (value !== null) return show(value);
  return reason === null
    ? html`<span class="none">no value</span>`
    : html`<span class="none" title="${reasonWords(reason)}">no value</span>`;
}
