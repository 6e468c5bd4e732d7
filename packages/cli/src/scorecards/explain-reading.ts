// What there is to say about a KPI below its row: a line for each thing.
import { statusWord } from '@sextant/parser';
import type { KpiReading, Scorecard } from '../engine-port.js';
import { aimSentence } from './aim-text.js';
import { becauseText, staleText } from './because.js';
import { amountText, figureText, ratioText, shareText } from './figure-text.js';
import type { Glyphs } from './glyphs.js';

/** Why it stands as it does, and what it takes. */
export function whyLines(reading: KpiReading, scorecard: Scorecard, glyphs: Glyphs): readonly string[] {
  const { standing, heldBackBy, ownStatus, playbook } = reading;
  const titles = new Map(scorecard.kpis.map(({ kpi, title }) => [kpi, title]));
  const held = heldBackBy.map((one) => `${titles.get(one.kpi) ?? `\`${one.kpi}\``} (${statusWord(one.status)})`);
  const stale = standing.because.kind === 'stale' ? null : staleText(reading);
  return [
    // What it owes to others comes before what it has earned itself.
    ...(held.length === 0 ? [] : [`held back by ${held.join(', ')}; by itself it is ${statusWord(ownStatus)}`]),
    becauseText(reading, standing, glyphs),
    ...sliceLines(reading),
    ...paceLines(reading, glyphs),
    ...(stale === null ? [] : [stale]),
    ...(playbook === null ? [] : [`to do: ${playbook.trim().replaceAll(/\s+/g, ' ')}`]),
  ];
}

/** All of it, for a KPI that was asked for by name. */
export function detailLines(reading: KpiReading, scorecard: Scorecard, glyphs: Glyphs): readonly string[] {
  const { standing, contributors, owner, trend, weight } = reading;
  const [why = '', ...rest] = whyLines(reading, scorecard, glyphs);
  const measures = [
    `score ${shareText(standing.score, glyphs)}`,
    ...(standing.progress === null ? [] : [`progress ${shareText(standing.progress, glyphs)}`]),
    ...(standing.attainment === null ? [] : [`attainment ${shareText(standing.attainment, glyphs)}`]),
    `${ratioText(standing.elapsed)} of the period is over`,
  ];
  return [
    why,
    ...rest,
    aimSentence(standing.aim, reading, glyphs),
    measures.join(', '),
    ...(trend === null ? [] : [trendText(trend, reading, glyphs)]),
    ...benchmarkLines(reading, glyphs),
    `owner ${owner ?? 'nobody'}${contributors.length === 0 ? '' : `, with ${contributors.join(', ')}`}; weight ${weight}`,
  ];
}

function sliceLines({ slices }: KpiReading): readonly string[] {
  const named = (status: 'off_track' | 'at_risk'): readonly string[] => {
    const keys = slices.filter(({ standing }) => standing.status === status).map((one) => sliceName(one.keys));
    return keys.length === 0 ? [] : [`${statusWord(status)}: ${keys.join(', ')}`];
  };
  return [...named('off_track'), ...named('at_risk')];
}

export function sliceName(keys: readonly (string | null)[]): string {
  return keys.map((key) => (key === null ? 'no value' : key === '' ? "''" : key)).join(' / ');
}

function paceLines(reading: KpiReading, glyphs: Glyphs): readonly string[] {
  const { pacing } = reading.standing;
  // When the period is over there is nothing left to expect.
  if (pacing === null || reading.period.complete) return [];
  const lines: string[] = [];
  if (pacing.expected.value !== null && pacing.share.value !== null) {
    const forecast =
      pacing.forecast.value === null
        ? 'too early for a forecast'
        : `the forecast is ${amountText(pacing.forecast, reading, glyphs)}`;
    lines.push(
      `by now ${amountText(pacing.expected, reading, glyphs)} is expected (${shareText(pacing.share, glyphs)} of the way); ${forecast}`,
    );
  }
  const rate = pacing.requiredRate;
  if (rate?.value !== null && rate?.value !== undefined && !/^-|^0(\.0*)?$/.test(rate.value)) {
    const look = { unit: reading.unit, percent: reading.percent, decimals: null };
    const days = `${pacing.kind === 'working_days' ? 'working ' : ''}day${pacing.unitsLeft === 1 ? '' : 's'}`;
    lines.push(`to reach the target: ${amountText(rate, look, glyphs)} a day for ${pacing.unitsLeft} ${days}`);
  }
  return lines;
}

function trendText(trend: NonNullable<KpiReading['trend']>, reading: KpiReading, glyphs: Glyphs): string {
  if (trend.direction === null) return `nothing to compare with (${trend.versus})`;
  const words = { improving: 'better than', worsening: 'worse than', flat: 'as' }[trend.direction];
  const change = figureText(trend.change, reading, glyphs);
  return `${words} ${trend.versus}: ${amountText(trend.prior, reading, glyphs)} then, a change of ${change}`;
}

function benchmarkLines(reading: KpiReading, glyphs: Glyphs): readonly string[] {
  const { benchmark } = reading;
  if (benchmark === null) return [];
  const { population, year, source, gap, position, points } = benchmark;
  const middle = points.find(({ percentile }) => percentile === 50);
  const parts = [
    ...(middle === undefined ? [] : [`the middle is ${amountText(middle.value, reading, glyphs)}`]),
    ...(gap?.value === null || gap === null ? [] : [`the gap ${figureText(gap, reading, glyphs)}`]),
    ...(position === null || position.percentile.value === null
      ? []
      : [
          `percentile ${figureText(position.percentile, { unit: '', percent: false, decimals: null }, glyphs)}` +
            (position.beyond === null ? '' : ` or ${position.beyond === 'below' ? 'less' : 'more'}`),
        ]),
  ];
  return [`among ${population}, ${year}: ${parts.join(', ')} (${source})`];
}
