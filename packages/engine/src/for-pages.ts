// What a page of our own needs to show numbers as reports do: texts of numbers, reasons, scales, and the pictures of KPIs.
export { dayText } from './report/day-text.js';
export { isOne, shownChange, shownNumber, shownShare, type NumberStyle, type Shown } from './report/number-text.js';
export * from './words.js';
export { reasonWords } from './report/reason-words.js';
export { domainOf, linearScale, placeOf, type Scale } from './report/chart/positions.js';
export { ticksIn, type Tick } from './report/chart/ticks.js';
export { sparkline } from './report/chart/sparkline.js';
export { kpiChart } from './report/html/kpi-chart.js';
export { breakdownParts } from './report/html/breakdown-part.js';
export { html, NOTHING, verbatim, type Markup, type Part as MarkupPart } from './report/html/markup.js';
export { valueOf } from './report/html/figures.js';
export { aimText } from './report/html/scorecard-table.js';
export { kpiFacts } from './report/html/kpi-facts.js';
export { statusBadge, statusIcon } from './report/html/status-mark.js';
export { STYLE as REPORT_STYLE } from './report/html/style.js';
export { placesIn, type PlaceOf } from './report/places.js';
