// What a KPI is held against, in words: its target or limits, and how it is expected to get there.
import type { Graph } from '../graph/graph.js';
import type { Aim, Curve, Kpi, Pacing, Target } from '../graph/kpi.js';
import type { Typed } from '../types/typed.js';
import { amountInWords, asPercent } from './amounts.js';
import { humanName, listed } from './english.js';
import { datasetName, rowName } from './names.js';
import { withoutConversion } from './time-conversions.js';
import { wordsOf } from './words-of.js';

/** A value in a KPI's unit: `62 EUR per customer`, `5 %`, or the formula in words. */
export function boundInWords(graph: Graph, value: Typed, { unit, percent }: Pick<Kpi, 'unit' | 'percent'>): string {
  const bound = withoutConversion(value);
  if (bound.kind !== 'const' || bound.value.kind !== 'number') return wordsOf(graph, bound);
  return amountInWords(bound.value.text, bound.type.unit.length === 0 ? unit : bound.type.unit, percent);
}

/** Sentences without their full stops. */
export function aimInWords(graph: Graph, kpi: Kpi): readonly string[] {
  const { aim } = kpi;
  if (aim === null) return [];
  const say = (bound: Typed): string => boundInWords(graph, bound, kpi);
  return [...aimWords(graph, aim, kpi, say), ...curveWords(aim.curve, kpi, graph)];
}

function aimWords(graph: Graph, aim: Aim, kpi: Kpi, say: (bound: Typed) => string): readonly string[] {
  switch (aim.kind) {
    case 'target': {
      const from = aim.baseline === null ? [] : [`progress is measured from ${say(aim.baseline)}`];
      return [...targetWords(graph, aim.target, kpi, say), ...from];
    }
    case 'limit': {
      const side = aim.side === 'at_most' ? 'at most' : 'at least';
      const worst =
        aim.worst === null
          ? []
          : [`${say(aim.worst)} ${aim.side === 'at_most' ? 'or more' : 'or less'} scores nothing`];
      return [`it should be ${side} ${say(aim.bound)}`, ...worst];
    }
    case 'range': {
      const tolerance = aim.tolerance === null ? [] : [`${say(aim.tolerance)} outside of it scores nothing`];
      return [`it should be between ${say(aim.low)} and ${say(aim.high)}`, ...tolerance];
    }
    case 'curve':
      return [];
  }
}

function targetWords(graph: Graph, target: Target, kpi: Kpi, say: (bound: Typed) => string): readonly string[] {
  switch (target.kind) {
    case 'formula':
      return [`the target is ${say(target.formula)}`];
    case 'periods': {
      const periods = [...target.periods].map(([period, one]) =>
        one.kind === 'formula'
          ? `${say(one.formula)} in ${period}`
          : `${listed(
              [...one.groups].map(([group, value]) => `${say(value)} for ${group}`),
              'and',
            )} in ${period}`,
      );
      return [`the target is ${listed(periods, 'and')}`];
    }
    case 'dataset': {
      const groups = kpi.slices.map(({ name }) => humanName(name));
      const each = listed([rowPeriod(kpi), ...groups], 'and');
      return [
        `the targets per ${each} are the ${humanName(target.value)} of each ${rowName(graph, target.dataset)} in ${datasetName(graph, target.dataset)}`,
      ];
    }
  }
}

function rowPeriod({ every }: Kpi): string {
  return every === null ? 'period' : humanName(typeof every === 'string' ? every : every.field);
}

function curveWords(curve: Curve | null, kpi: Kpi, graph: Graph): readonly string[] {
  if (curve === null) return [];
  const points = curve.map(({ x, score }) => `${boundInWords(graph, score, PLAIN)} at ${boundInWords(graph, x, kpi)}`);
  return [`the score is ${listed(points, 'and')}, and straight between`];
}

const PLAIN: Pick<Kpi, 'unit' | 'percent'> = { unit: [], percent: true };

export function pacingInWords(graph: Graph, pacing: Pacing | null): string {
  if (pacing === null) return 'nothing is expected before the period ends';
  switch (pacing.kind) {
    case 'linear':
      return 'the way to the target is expected evenly over the period';
    case 'working_days':
      return pacing.holidays === null
        ? 'the way to the target is expected evenly over the working days of the period'
        : `the way to the target is expected evenly over the working days of the period, without ${datasetName(graph, pacing.holidays)}`;
    case 'like_prior_year':
      return 'the way to the target is expected as it went in the year before';
    case 'steps': {
      const inside = pacing.steps.filter(({ elapsed }) => elapsed !== '0' && elapsed !== '1');
      const points = inside.map(
        ({ elapsed, expected }) => `${asPercent(expected)} of it after ${asPercent(elapsed)} of the time`,
      );
      return points.length === 0
        ? 'the way to the target is expected evenly over the period'
        : `of the way to the target is expected ${listed(points, 'and')}`;
    }
  }
}
