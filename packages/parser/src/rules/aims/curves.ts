// Curves: points by ascending value, scores that go one way, the way that the direction says.
import type { Curve, Kpi } from '../../graph/kpi.js';
import { slopeOf } from '../../graph/implied-direction.js';
import type { ScalarNode } from '../../yaml/tree.js';
import { compareConstants, compareFractions, constantNumber } from '../../types/constant-number.js';
import { kpiWithoutDirection } from '../errors.js';
import type { Rule } from '../rule.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import {
  crowdedCurve,
  curveAgainstDirection,
  flatCurve,
  scoreOutside,
  shortCurve,
  turningCurve,
  unorderedCurve,
} from './errors.js';

type Points = readonly (readonly [ScalarNode, ScalarNode])[];
type Report = (diagnostic: Diagnostic) => void;

export const curves: Rule = {
  name: 'curves',
  check(graph, report) {
    for (const kpi of graph.kpis.values()) {
      const { def, aim } = kpi;
      if (def.curve === null || aim === null || aim.curve === null) continue;
      const { direction } = kpi;
      checkBounds(aim.curve, def.curve, report);
      if (checkOrder(aim.curve, def.curve, report) && checkScores(aim.curve, def.curve, direction, report))
        checkDirection(kpi, aim.curve, def.curve, report);
    }
    for (const { def, curve } of graph.incentives.values()) {
      if (curve.length > 0 && checkOrder(curve, def.curve, report)) checkScores(curve, def.curve, 'incentive', report);
    }
  },
};

/** False where something was reported. */
function checkOrder(curve: Curve, points: Points, report: Report): boolean {
  const [first] = points;
  if (curve.length === 1 && first !== undefined) {
    report(shortCurve(first[0].span));
    return false;
  }
  let same = 1;
  for (const [i, point] of curve.entries()) {
    const [before, place, placeBefore] = [curve[i - 1], points[i]?.[0], points[i - 1]?.[0]];
    if (before === undefined || place === undefined || placeBefore === undefined) continue;
    const order = compareConstants(before.x, point.x);
    if (order === null) continue;
    same = order === 0 ? same + 1 : 1;
    if (order > 0) report(unorderedCurve(place.span, placeBefore.span));
    else if (same > 2) report(crowdedCurve(place.span, points[i - 2]?.[0].span ?? placeBefore.span));
    else continue;
    return false;
  }
  return true;
}

/** The first score past the bounds: a second one says nothing new. */
function checkBounds(curve: Curve, points: Points, report: Report): void {
  for (const [i, { score }] of curve.entries()) {
    const number = constantNumber(score);
    const place = points[i]?.[1];
    if (number === null || place === undefined) continue;
    if (compareFractions(number, { n: 0n, d: 1n }) >= 0 && compareFractions(number, { n: 2n, d: 1n }) <= 0) continue;
    report(scoreOutside(place.span, place.text));
    return;
  }
}

/** Scores rise or fall all the way; around a range they rise and then fall. */
function checkScores(curve: Curve, points: Points, of: Kpi['direction'] | 'incentive', report: Report): boolean {
  let way: 'rises' | 'falls' | null = null;
  for (const [i, point] of curve.entries()) {
    const [before, place, placeBefore] = [curve[i - 1], points[i]?.[1], points[i - 1]?.[1]];
    const order = before === undefined ? null : compareConstants(before.score, point.score);
    if (order === null || order === 0 || place === undefined || placeBefore === undefined) continue;
    const next = order < 0 ? 'rises' : 'falls';
    const mayTurn = of === 'range' && next === 'falls';
    // More is never paid for less.
    const last: 'rises' | 'falls' = way ?? (of === 'incentive' ? 'rises' : next);
    if (next !== last && !mayTurn) {
      report(turningCurve(place.span, placeBefore.span, of === 'range' ? 'rises and falls' : last));
      return false;
    }
    way = next;
  }
  const first = points[0];
  const isKnown = curve.every(({ score }) => constantNumber(score) !== null);
  if (way !== null || !isKnown || first === undefined) return true;
  report(flatCurve(first[1].span));
  return false;
}

function checkDirection({ def, aim, direction }: Kpi, curve: Curve, points: Points, report: Report): void {
  if (direction === 'range') return;
  if (direction === null) {
    // The scores depend on parameters: their slope does not say where better is.
    if (aim?.kind === 'curve') report(kpiWithoutDirection(def.name));
    return;
  }
  const slope = slopeOf(curve);
  const place = points.at(-1)?.[1].span;
  if (slope === null || slope === direction || place === undefined) return;
  const declared = def.direction === null ? null : { text: def.direction.value, span: def.direction.span };
  report(curveAgainstDirection(place, direction, declared));
}
