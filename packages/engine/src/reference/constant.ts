// The value of a constant formula: literals, parameters and what is computed of them. No rows, no context.
import type { ConstValue, Graph, Typed } from '@sextant/parser';
import { makeLevels } from '../levels/levels.js';
import { calendarOf } from '../question/check-question.js';
import type { Value } from '../value/value.js';
import { scalarValue } from './scalar.js';

export function constantOf(graph: Graph, typed: Typed, parameters: ReadonlyMap<string, ConstValue>): Value {
  const calendar = calendarOf(graph);
  const levels = makeLevels(
    calendar,
    (name) => graph.datasets.get(name),
    () => [],
  );
  const value = (part: Typed): Value => {
    switch (part.kind) {
      case 'const':
      case 'null':
      case 'parameter':
      case 'call':
      case 'case':
        return scalarValue(part, value, { calendar, asOfDay: null, parameters, levels, watcher: null });
      default:
        throw new Error(`internal: ${part.kind} is no constant`);
    }
  };
  return value(typed);
}
