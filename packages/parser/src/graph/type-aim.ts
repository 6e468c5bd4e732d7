// How the value of a KPI becomes a score: a target, a limit, a range, or a curve.
import type { KpiDef } from '../shape/definitions.js';
import type { Typed } from '../types/typed.js';
import type { ScalarNode } from '../yaml/tree.js';
import type { Aim, Curve, KpiSlice } from './kpi.js';
import type { KpiStage, Measured, NumberReaders, ReadNumber } from './kpi-stage.js';
import { typeTarget } from './type-target.js';

/** Null where nothing says it, or a part could not be typed. */
export function typeAim(
  def: KpiDef,
  slices: readonly KpiSlice[],
  measured: Measured,
  numbers: NumberReaders,
  stage: KpiStage,
): Aim | null {
  // Every part is read, so that every mistake is said at once; one of them leaves no aim.
  let failed = false;
  const part = (node: ScalarNode | null, what: string, read: ReadNumber): Typed | null => {
    const typed = node === null ? null : read(node, what);
    failed ||= node !== null && typed === null;
    return typed;
  };
  const curve = def.curve === null ? null : typeCurve(def.curve, numbers.constant, numbers.plain, 'score');
  failed ||= def.curve !== null && curve === null;
  const cap = part(def.cap, 'the cap', numbers.plain);
  const baseline = part(def.baseline, 'the baseline', numbers.inContext);
  const worst = part(def.worst, 'the worst value', numbers.inContext);
  const tolerance = part(def.tolerance, 'the tolerance', numbers.constant);
  const aim = ((): Aim | null => {
    if (def.target !== null) {
      const target = typeTarget(def.target, slices, measured, numbers, stage);
      return target === null ? null : { kind: 'target', target, baseline, curve, cap };
    }
    const limit = def.atMost ?? def.atLeast;
    if (limit !== null) {
      const bound = part(limit, 'the limit', numbers.inContext);
      const side = def.atMost === null ? 'at_least' : 'at_most';
      return bound === null ? null : { kind: 'limit', side, bound, worst, curve, cap };
    }
    if (def.range !== null) {
      const low = part(def.range[0], 'the lower bound', numbers.inContext);
      const high = part(def.range[1], 'the upper bound', numbers.inContext);
      return low === null || high === null ? null : { kind: 'range', low, high, tolerance, curve };
    }
    return curve === null ? null : { kind: 'curve', curve };
  })();
  return failed ? null : aim;
}

/** In the order written; null where a point could not be typed. */
export function typeCurve(
  points: readonly (readonly [ScalarNode, ScalarNode])[],
  readX: ReadNumber,
  readY: ReadNumber,
  y: 'score' | 'paid share',
): Curve | null {
  const typed = points.flatMap(([left, right]) => {
    const x = readX(left, 'a value of the curve');
    const score = readY(right, `a ${y} of the curve`);
    return x === null || score === null ? [] : [{ x, score }];
  });
  return typed.length === points.length ? typed : null;
}
