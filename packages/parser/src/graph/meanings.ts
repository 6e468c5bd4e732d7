// Which formulas mean the same: metrics are looked through, places are forgotten, and the two sides of a sum have no order.
import type { CallTyped, Type, Typed } from '../types/typed.js';
import { showUnit } from '../types/unit.js';
import { showValueType } from '../types/value-type.js';
import type { Graph } from './graph.js';

export interface Meanings {
  /** Two metrics with one number mean the same; null where an error was reported. */
  readonly ofMetric: (name: string) => number | null;
  readonly ofFormula: (formula: Typed) => number | null;
}

/** What an earlier graph of the same project had: a metric that means what it meant has the number that it had. */
export interface MeaningMemory {
  /** Shared by the graphs of a project and growing: no number is ever given to another formula. */
  readonly numbers: Map<string, number>;
  readonly metrics: ReadonlyMap<string, number | null>;
  /** What counts instead of `metrics`, so that these need not be copied for each edit; null for what has no meaning any more. */
  readonly since: ReadonlyMap<string, number | null>;
}

/** More of these are put into one table with the others. */
const MOST_SINCE = 300;

/** Past so many formulas that are no more, all numbers are given anew. */
const MOST_STALE = 50_000;

interface Remembered {
  readonly before: MeaningMemory;
  readonly unsettled: ReadonlySet<string>;
}

// A meaning is derived from the graph alone, so remembering it changes nothing but the time of the second question.
const known = new WeakMap<Graph, Meanings & { readonly memory: MeaningMemory }>();
const recalled = new WeakMap<Graph, Remembered>();

/** Says what is known of a graph's meanings before anybody asks for them. */
export function recallMeanings(graph: Graph, before: MeaningMemory, unsettled: ReadonlySet<string>): void {
  if (before.numbers.size <= MOST_STALE) recalled.set(graph, { before, unsettled });
}

/** For the next graph; null where nobody asked. */
export function meaningMemory(graph: Graph): MeaningMemory | null {
  return known.get(graph)?.memory ?? null;
}

function noMeanings(): MeaningMemory {
  return { numbers: new Map(), metrics: new Map(), since: new Map() };
}

export function meaningsOf(graph: Graph): Meanings {
  const found = known.get(graph);
  if (found !== undefined) return found;
  const { before, unsettled } = recalled.get(graph) ?? { before: noMeanings(), unsettled: null };
  const { numbers } = before;
  // Metrics that are no more stay in them: nobody asks for them.
  const isJoined = unsettled === null || before.since.size + unsettled.size > MOST_SINCE;
  const since = isJoined ? new Map<string, number | null>() : new Map(before.since);
  const joined = isJoined ? new Map(before.metrics) : null;
  if (joined !== null) for (const [name, number] of before.since) joined.set(name, number);
  const metrics = joined ?? before.metrics;
  const now = joined ?? since;
  const ofMetric = (name: string): number | null => {
    const number = since.get(name);
    return (number === undefined ? metrics.get(name) : number) ?? null;
  };
  const intern = (parts: unknown): number => internText(JSON.stringify(parts));
  const internText = (key: string): number => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const ofFormula = (formula: Typed): number | null => {
    switch (formula.kind) {
      case 'unknown':
        return null;
      case 'metric':
        return ofMetric(formula.metric);
      case 'const':
      case 'null':
        return intern([formula.kind, formula.kind === 'const' ? formula.value : null, show(formula.type)]);
      case 'call': {
        const args = formula.args.map(ofFormula);
        if (args.includes(null)) return null;
        const { fn, level, span } = formula;
        const [name, inOrder] = ordered(fn, args);
        // All other types follow from those of the arguments. Most formulas are calls: their key is put together without more ado.
        const cast = fn === 'cast' ? show(formula.type) : '';
        const time = level === undefined && span === undefined ? '' : JSON.stringify([level, span]);
        return internText(`call ${name} ${inOrder.join(' ')} ${time} ${cast}`);
      }
      default: {
        const { type: _, range: __, ...own } = formula;
        let failed = false;
        const plain = (value: unknown): unknown => {
          if (Array.isArray(value)) return value.map(plain);
          if (typeof value !== 'object' || value === null) return value;
          if (!isTyped(value)) return Object.entries(value).map(([key, part]) => [key, plain(part)]);
          const number = ofFormula(value);
          failed ||= number === null;
          return { node: number };
        };
        const parts = plain(own);
        return failed ? null : intern(parts);
      }
    }
  };
  // Each after what it needs: however long a chain of metrics is, each of them is looked at once.
  for (const name of namesInOrder(graph)) {
    if (unsettled?.has(name) === false) continue;
    const metric = graph.metrics.get(name);
    let number = metric === undefined ? null : ofFormula(metric.formula);
    if (metric === undefined || number === null) {
      now.set(name, null);
      continue;
    }
    if (metric.emptyZero) number = intern(['empty 0', number]);
    // A metric that declares none has the unit of its formula, which is the same object.
    if (metric.type.unit !== metric.formula.type.unit) {
      const unit = showUnit(metric.type.unit);
      if (unit !== showUnit(metric.formula.type.unit)) number = intern(['unit', unit, number]);
    }
    now.set(name, number);
  }
  const meanings = { ofMetric, ofFormula, memory: { numbers, metrics, since } };
  known.set(graph, meanings);
  return meanings;
}

// An order is taken over by every check in which nothing is needed by another than before.
const names = new WeakMap<Graph['order'], readonly string[]>();

function namesInOrder({ order }: Graph): readonly string[] {
  const known = names.get(order);
  if (known !== undefined) return known;
  const made = order.map((id) => id.slice('metric:'.length));
  names.set(order, made);
  return made;
}

const COMMUTING: ReadonlySet<CallTyped['fn']> = new Set(['add', 'multiply', 'and', 'or', 'equal', 'not_equal']);

/** `b + a` as `a + b`, `a > b` as `b < a`, the values of a list by their numbers. */
function ordered(fn: CallTyped['fn'], args: readonly (number | null)[]): readonly [string, readonly (number | null)[]] {
  if (fn === 'greater' || fn === 'greater_equal') return [fn === 'greater' ? 'less' : 'less_equal', args.toReversed()];
  if (fn !== 'in' && !COMMUTING.has(fn)) return [fn, args];
  const kept = fn === 'in' ? 1 : 0;
  return [fn, [...args.slice(0, kept), ...args.slice(kept).sort((a, b) => (a ?? 0) - (b ?? 0))]];
}

function show(type: Type): string {
  return `${showValueType(type.value)} ${showUnit(type.unit)}`;
}

function isTyped(value: object): value is Typed {
  return 'kind' in value && 'type' in value && 'range' in value;
}
