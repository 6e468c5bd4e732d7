// What follows from a KPI's value and target: only what applies to it.
import { progressBar } from '../chart/bars.js';
import type { KpiPart } from '../report-model.js';
import type { Markup, Part } from './markup.js';
import { shareOf, shareText, valueOf } from './figures.js';
import { html } from './markup.js';

export function kpiFacts({ reading, style }: KpiPart): Markup {
  const { standing, period } = reading;
  const { progress, score, attainment, pacing, aim, elapsed } = standing;
  const facts: (readonly [string, Part])[] = [];
  if (score.value !== null) facts.push(['Score', shareOf(score)]);
  if (progress !== null && progress.value !== null) {
    const bar = progressBar(progress.value, pacing?.share.value ?? null);
    facts.push(['Progress', html`${shareOf(progress)}${bar}`]);
  }
  if (aim.kind === 'target') facts.push(['Baseline', valueOf(aim.baseline, style)]);
  if (aim.kind === 'limit' && aim.worst !== null) facts.push(['Worst', valueOf(aim.worst, style)]);
  if (aim.kind === 'range' && aim.tolerance !== null) facts.push(['Tolerance', valueOf(aim.tolerance, style)]);
  if (attainment !== null && attainment.value !== null) facts.push(['Attainment', shareOf(attainment)]);
  if (!period.complete) facts.push(['Time passed', shareText(elapsed)]);
  if (pacing !== null) {
    facts.push(['Expected by now', valueOf(pacing.expected, style)], ['Pace', shareOf(pacing.pace)]);
    if (!period.complete) facts.push(['Forecast', valueOf(pacing.forecast, style)]);
    if (pacing.requiredRate !== null) {
      const unit = pacing.kind === 'working_days' ? 'working day' : 'day';
      const left = `${pacing.unitsLeft} ${unit}${pacing.unitsLeft === 1 ? '' : 's'} left`;
      facts.push([
        'Needed from now on',
        html`${valueOf(pacing.requiredRate, { ...style, decimals: null })}
          <span class="soft">per ${unit}, ${left}</span>`,
      ]);
    }
  }
  if (facts.length === 0) return html``;
  return html`<h4>In numbers</h4>
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>`;
}
