// One set of rows and one question, put to both versions.
import { readMember, type Graph, type Typed } from '@sextant/parser';
import { windowOfDays } from '../../calendar/window.js';
import { defaultsOf } from '../../question/constant-of.js';
import { evaluateMetric } from '../../reference/evaluate-reference.js';
import { rowsFromTexts } from '../../reference/rows.js';
import { sameValue } from '../../value/order.js';
import { parseCell } from '../../value/parse-cell.js';
import type { Value } from '../../value/value.js';
import type { At, Tables } from './counterexample.js';

export interface Side {
  readonly graph: Graph;
  readonly formula: Typed;
}

export interface Pair {
  readonly before: Value;
  readonly after: Value;
}

/** Null where the rows do not fit one of the versions, or it cannot be evaluated so. */
export function evaluateBoth(before: Side, after: Side, tables: Tables, at: At): Pair | null {
  const [a, b] = [valueOf(before, tables, at), valueOf(after, tables, at)];
  return a === null || b === null ? null : { before: a, after: b };
}

/** How telling a difference is: 3 for two values, 2 for a value and none, 1 for two reasons, 0 for no difference. */
export function difference(pair: Pair | null): 0 | 1 | 2 | 3 {
  if (pair === null) return 0;
  const { before, after } = pair;
  if (before.kind === 'none' && after.kind === 'none') return before.reason === after.reason ? 0 : 1;
  if (before.kind === 'none' || after.kind === 'none') return 2;
  return sameValue(before, after) ? 0 : 3;
}

function valueOf({ graph, formula }: Side, tables: Tables, at: At): Value | null {
  const rows = rowsFromTexts(graph, tables);
  if (rows.diagnostics.length > 0) return null;
  const groups = groupsOf(graph, at);
  if (groups === null) return null;
  const window = windowOfDays(at.fromDay, at.endDay, graph.project.timezone);
  try {
    return evaluateMetric(
      graph,
      formula,
      { asOfDay: at.asOfDay, parameters: defaultsOf(graph), window, groups },
      rows.value,
    );
  } catch {
    // The evaluator takes only what was checked against a question; what it cannot take in this one is no example.
    return null;
  }
}

function groupsOf(graph: Graph, { group }: At): NonNullable<Parameters<typeof evaluateMetric>[2]['groups']> | null {
  if (group === null) return [];
  const { value: found } = readMember(graph, { path: 'by', text: group.by });
  if (found === null) return null;
  const value = parseCell(group.text, found.type.value);
  return value.kind === 'problem' ? null : [{ member: found.member, value }];
}
