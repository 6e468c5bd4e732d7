// The text of a definition in its file, and which file that is.
import type { Graph, NodeId, Span } from '@sextant/parser';
import { kindOf, nameIn } from './sides.js';

export interface DefinitionText {
  readonly file: string;
  readonly text: string;
  readonly title: string | null;
}

interface Defined {
  readonly span: Span;
  readonly title?: { readonly text: string } | null;
}

/** Null for the project's settings and for what the graph does not have. */
export function definitionText(graph: Graph, id: NodeId): DefinitionText | null {
  const def = definitionOf(graph, id);
  if (def === null) return null;
  const { file, start, end } = def.span;
  const text = textsOf(graph).get(file)?.slice(start, end) ?? '';
  return { file, text, title: def.title?.text ?? null };
}

function definitionOf(graph: Graph, id: NodeId): Defined | null {
  const name = nameIn(id);
  switch (kindOf(id)) {
    case 'dataset':
      return graph.datasets.get(name)?.def ?? null;
    case 'field': {
      const dot = name.indexOf('.');
      return graph.datasets.get(name.slice(0, dot))?.fields.get(name.slice(dot + 1))?.def ?? null;
    }
    case 'dimension':
      return graph.dimensions.get(name)?.def ?? null;
    case 'parameter':
      return graph.parameters.get(name)?.def ?? null;
    case 'metric':
      return graph.metrics.get(name)?.def ?? null;
    case 'kpi':
      return graph.kpis.get(name)?.def ?? null;
    case 'goal':
      return graph.goals.get(name)?.def ?? null;
    case 'owner':
      return graph.owners.get(name) ?? null;
    case 'incentive':
      return graph.incentives.get(name)?.def ?? null;
    case 'question':
      return graph.questions.get(name) ?? null;
    case 'test':
      return graph.tests.get(name) ?? null;
    case 'use':
      return graph.uses.get(name)?.def ?? null;
    default:
      return null;
  }
}

// Made of the graph alone.
const known = new WeakMap<Graph, ReadonlyMap<string, string>>();

function textsOf(graph: Graph): ReadonlyMap<string, string> {
  const texts = known.get(graph) ?? new Map(graph.files.map(({ path, text }) => [path, text]));
  known.set(graph, texts);
  return texts;
}
