// The value of a formula in a context: section 4, one operator after the other.
import type { MetricTyped, Typed, WindowLengthTyped } from '@sextant/parser';
import { lengthInDays, lengthInHours } from '../calendar/window.js';
import { ZERO } from '../value/rational.js';
import { NULL, noValue, numberValue, type Value } from '../value/value.js';
import { aggregateValue } from './aggregate.js';
import { sameMember, type Context } from './context.js';
import { conversionValue } from './conversion.js';
import type { Evaluator } from './evaluator.js';
import { convertValue } from './exchange.js';
import { acrossContext } from './operators/across.js';
import { perValue } from './operators/per.js';
import { whereContext } from './operators/where.js';
import { windowContext } from './operators/windows.js';
import { retentionValue } from './retention.js';
import { scalarValue } from './scalar.js';
import { targetValue } from './target.js';
import { topShareValue } from './top-share.js';
import type { World } from './world.js';

export function makeEvaluator(world: World): Evaluator {
  const evaluator: Evaluator = { world, value };
  return evaluator;

  /**
   * Where several parts have no value the first one, left to right, gives the reason; `case` and `coalesce` look only as far
   * as they need to.
   */
  function value(typed: Typed, context: Context): Value {
    switch (typed.kind) {
      case 'const':
      case 'null':
      case 'parameter':
      case 'call':
      case 'case':
        return scalarValue(typed, (part) => value(part, context), world);
      case 'convert':
        return convertValue(
          typed,
          (part) => value(part, context),
          world.exchange,
          () => {},
        );
      case 'metric':
        return metricValue(typed, context, evaluator);
      case 'member':
        return context.groups.find((group) => sameMember(group.member, typed.member))?.value ?? NULL;
      case 'aggregate':
        return aggregateValue(typed, context, world);
      case 'filtered':
        return value(typed.of, whereContext(typed, context));
      case 'across':
        return value(typed.of, acrossContext(typed, context));
      case 'per':
        return perValue(typed, context, evaluator);
      case 'window':
        return value(typed.of, windowContext(typed, context, world.levels));
      case 'state':
        return value(typed.of, { ...context, state: { op: typed.op, each: typed.each } });
      case 'conversion':
        return conversionValue(typed, context, world);
      case 'retention':
        return retentionValue(typed, context, world);
      case 'top_share':
        return topShareValue(typed, context, evaluator);
      case 'target':
        return targetValue(typed, context, evaluator);
      case 'window_length':
        return windowLength(typed, context);
      case 'field':
      case 'child':
      case 'unknown':
        throw new Error(`internal: ${typed.kind} outside a row`);
    }
  }
}

/** `empty: 0` replaces `no_rows` and nothing else. */
function metricValue(typed: MetricTyped, context: Context, evaluator: Evaluator): Value {
  const metric = evaluator.world.graph.metrics.get(typed.metric);
  if (metric === undefined) throw new Error(`internal: no metric ${typed.metric}`);
  const value = evaluator.value(metric.formula, context);
  evaluator.world.watcher?.metric(typed.metric, value.kind !== 'none');
  if (!metric.emptyZero || value.kind !== 'none' || value.reason !== 'no_rows') return value;
  return numberValue(ZERO, metric.type.value.kind === 'float');
}

/** `days()` and `hours()`: the length of the clipped window; a window without a start has none. */
function windowLength(typed: WindowLengthTyped, { time }: Context): Value {
  if (time.reason !== null) return noValue(time.reason);
  const length = typed.level === 'day' ? lengthInDays(time.known) : lengthInHours(time.known);
  return length === null ? NULL : numberValue(length);
}
