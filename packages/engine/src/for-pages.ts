// What a page of our own needs to show numbers as reports do: texts of numbers, reasons, scales, and the pictures of KPIs.
export { dayText } from './report/day-text.js';
export { isOne, shownChange, shownNumber, shownShare, type NumberStyle, type Shown } from './report/number-text.js';
export { reasonWords } from './report/reason-words.js';
export { domainOf, linearScale, placeOf, type Scale } from './report/chart/positions.js';
export { ticksIn, type Tick } from './report/chart/ticks.js';
export { sparkline } from './report/chart/sparkline.js';
export { kpiChart } from './report/html/kpi-chart.js';
export { breakdownParts } from './report/html/breakdown-part.js';
export type { Markup } from './report/html/markup.js';
