// The scorecard as cards: each KPI with its number, what it is held against, where it is heading and why it stands so.
import {
  buildReportModel,
  kpiChart,
  placeOf,
  sparkline,
  type AimReading,
  type IncentivePart,
  type KpiPart,
  type KpiReading,
  type Scorecard,
} from '@sextant/engine/browser';
import type { Diagnostic, Graph } from '@sextant/parser';
import type { Finding, IncentiveView, KpiCardView, ScorecardView, Shown, SlicesView } from '../state/views.js';
import { shown, shownDelta, shownRatio, type Style } from './shown.js';

export function scorecardView(
  graph: Graph,
  card: Scorecard,
  said: readonly Diagnostic[],
  findings: (diagnostics: readonly Diagnostic[]) => readonly Finding[],
): ScorecardView {
  const model = buildReportModel(graph, card);
  return {
    asOf: model.asOf,
    counts: model.counts,
    goals: model.goals.map((goal) => ({
      ...goal,
      score: goal.reading.score.value === null ? null : shownRatio(goal.reading.score),
    })),
    kpis: model.kpis.map(cardOf),
    incentives: model.incentives.map(incentiveOf),
    notes: findings(said),
  };
}

function cardOf(part: KpiPart): KpiCardView {
  const { reading, style } = part;
  const { standing } = reading;
  return {
    part,
    value: shown(standing.value, style),
    aim: aimOf(standing.aim, style),
    score: standing.score.value === null ? null : shownRatio(standing.score),
    trend: trendOf(reading, style),
    bar: barOf(reading),
    slices: slicesOf(part),
    spark: sparkline(reading).text,
    chart: kpiChart(part)?.text ?? '',
  };
}

function aimOf(aim: AimReading, style: Style): KpiCardView['aim'] {
  switch (aim.kind) {
    case 'target':
      return { label: 'target', shown: shown(aim.target, style) };
    case 'limit':
      return { label: aim.side === 'at_most' ? 'at most' : 'at least', shown: shown(aim.bound, style) };
    case 'range': {
      const low = shown(aim.low, { ...style, unit: '', unitOfOne: '' });
      const high = shown(aim.high, style);
      return { label: 'range', shown: { ...high, text: `${low.text} to ${high.text}` } };
    }
    case 'curve':
      return null;
  }
}

function trendOf({ trend }: KpiReading, style: Style): KpiCardView['trend'] {
  if (trend === null || trend.direction === null) return null;
  return {
    direction: trend.direction,
    text: shownDelta(trend.change, { ...style, unit: '' }).text,
    versus: /^\d+ [a-z]/.test(trend.versus) ? `${trend.versus} before` : trend.versus,
  };
}

/** How much of the way is done, and how much of it should be by now. */
function barOf({ standing }: KpiReading): KpiCardView['bar'] {
  const { score, progress, pacing } = standing;
  const done = progress?.value ?? score.value;
  if (done === null) return null;
  const clamp = (text: string): number => Math.min(1, Math.max(0, placeOf(text)));
  return {
    share: clamp(done),
    due: pacing?.share.value === null || pacing === null ? null : clamp(pacing.share.value),
  };
}

function slicesOf({ breakdowns, style }: KpiPart): SlicesView | null {
  const found = breakdowns.find((one) => one.kind === 'slices');
  if (found?.kind !== 'slices') return null;
  const withUnit = ({ text, unit }: Shown): string => (unit === '' ? text : `${text} ${unit}`);
  return {
    titles: found.titles,
    rows: found.slices.map(({ keys, standing }) => {
      const aim = aimOf(standing.aim, style);
      return {
        keys,
        value: withUnit(shown(standing.value, style)),
        aim: aim === null ? '' : withUnit(aim.shown),
        score: shownRatio(standing.score).text,
        status: standing.status,
      };
    }),
  };
}

function incentiveOf({ reading, participants, gate }: IncentivePart): IncentiveView {
  const { incentive, title, score, payout, currency, provisional } = reading;
  const passed = reading.gate?.passed ?? null;
  return {
    name: incentive,
    title,
    participants: participants.map((one) => one.title),
    score: shownRatio(score),
    payout: shown(payout, { percent: false, decimals: null, unit: currency }),
    gate: gate === null ? null : `${gate}: ${passed === null ? 'not known' : passed ? 'passed' : 'not passed'}`,
    provisional,
  };
}
