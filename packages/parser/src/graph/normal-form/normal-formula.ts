// The normal form of one formula of a graph, in the ways in which two formulas are held against each other.
import type { Graph, NodeId } from '../graph.js';
import type { Typed } from '../../types/typed.js';
import { walkTyped } from '../../types/walk-typed.js';
import { expandFormula } from './expand-formula.js';
import { makeProfiles, type Eyes, type Profiles } from './profile.js';
import { writeFormula } from './write-formula.js';

export type NameOf = (id: NodeId) => string;

export interface FormulaOptions {
  /** What is written for a node that the formula names; by default its id. */
  readonly nameOf?: NameOf;
  /** Which reasons for no value count as different: all of them by default, or none. */
  readonly reasons?: Extract<Eyes, 'all' | 'none'>;
}

/** One text for formulas that mean the same by the laws that are known here; metrics stay by name. */
export function normalFormula(graph: Graph, typed: Typed, options: FormulaOptions = {}): string {
  return writeFormula(typed, {
    graph,
    nameOf: (id) => `@${quoted((options.nameOf ?? idText)(id))}`,
    eyes: options.reasons ?? 'all',
    profiles: profilesOf(graph),
  });
}

/** The same with the formulas of metrics in place of their names; null where that would be too long. */
export function expandedFormula(graph: Graph, typed: Typed, options: FormulaOptions = {}): string | null {
  const nameOf = options.nameOf ?? idText;
  const texts = new Map<string, string | null>();
  const within = (formula: Typed, open: readonly string[]): string | null => {
    const expanded = expandFormula(graph, formula);
    if (expanded === null) return null;
    let whole = true;
    // A metric that stays is one with `empty: 0`: it is written by what it is, not by its name.
    walkTyped(expanded, (node) => {
      if (node.kind !== 'metric' || texts.has(node.metric)) return;
      const metric = graph.metrics.get(node.metric);
      const text =
        metric === undefined || open.includes(node.metric) ? null : within(metric.formula, [...open, node.metric]);
      const kind = metric?.type.value.kind === 'float' ? 'empty-0-approx' : 'empty-0';
      texts.set(node.metric, text === null ? null : `(${kind} ${text})`);
    });
    const named: NameOf = (id) => {
      if (!id.startsWith('metric:')) return nameOf(id);
      const text = texts.get(id.slice('metric:'.length)) ?? null;
      whole &&= text !== null;
      return text ?? id;
    };
    const text = normalFormula(graph, expanded, { ...options, nameOf: named });
    return whole ? text : null;
  };
  return within(typed, []);
}

// Both follow from the graph alone, so that remembering them changes nothing but the time.
const known = new WeakMap<Graph, Profiles>();

function profilesOf(graph: Graph): Profiles {
  const profiles = known.get(graph) ?? makeProfiles(graph);
  known.set(graph, profiles);
  return profiles;
}

/** A quoted name may hold anything, also what would look like another formula. */
function quoted(text: string): string {
  return /^[\w.:-]+$/.test(text) ? text : JSON.stringify(text);
}

function idText(id: NodeId): string {
  return id;
}
