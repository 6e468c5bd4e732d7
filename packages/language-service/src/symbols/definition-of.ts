// What the graph knows of a name: where it is defined, and what the definition says of itself.
import type { Graph, Span } from '@sextant/parser';
import type { Symbol } from '@sextant/parser';

export interface Definition {
  /** Of the name. */
  readonly name: Span;
  /** Of all of it. */
  readonly whole: Span;
  readonly title: string | null;
  readonly description: string | null;
}

interface Def {
  readonly name: { readonly span: Span };
  readonly span?: Span;
  readonly title?: { readonly text: string } | null;
  readonly description?: { readonly text: string } | null;
}

/** Null for what nothing defines. Of two definitions of one name the first. */
export function definitionOf(graph: Graph, symbol: Symbol): Definition | null {
  const def = defOf(graph, symbol);
  return def === null
    ? null
    : {
        name: def.name.span,
        whole: def.span ?? def.name.span,
        title: def.title?.text ?? null,
        description: def.description?.text ?? null,
      };
}

function defOf(graph: Graph, { kind, name, dataset }: Symbol): Def | null {
  switch (kind) {
    case 'dataset':
      return graph.datasets.get(name)?.def ?? null;
    case 'field':
      return graph.datasets.get(dataset ?? '')?.fields.get(name)?.def ?? null;
    case 'dimension':
      return graph.dimensions.get(name)?.def ?? null;
    case 'metric':
      return graph.metrics.get(name)?.def ?? null;
    case 'parameter':
      return graph.parameters.get(name)?.def ?? null;
    case 'owner':
      return graph.owners.get(name) ?? null;
    case 'goal':
      return graph.goals.get(name)?.def ?? null;
    case 'kpi':
      return graph.kpis.get(name)?.def ?? null;
    case 'incentive':
      return graph.incentives.get(name)?.def ?? null;
    case 'test':
      return graph.tests.get(name) ?? null;
    case 'question':
      return graph.questions.get(name) ?? null;
    case 'library':
      return graph.uses.get(name)?.def ?? null;
    case 'connection':
      return graph.project.def.connections.find((one) => one.name.text === name) ?? null;
    case 'role': {
      const fields = graph.datasets.get(dataset ?? '')?.def.fields ?? [];
      const as = fields.find(({ references }) => references?.as?.text === name)?.references?.as;
      return as === undefined || as === null ? null : { name: as };
    }
    case 'thing':
      return thingDef(graph, name);
  }
}

/** `one:`, else a dataset that says none, else `counts:`, else the type of a field that is the first to say it. */
function thingDef(graph: Graph, name: string): Def | null {
  const defs = [...graph.datasets.values()].map(({ def }) => def);
  const own = defs.find(({ one }) => one?.text === name)?.one;
  if (own !== undefined && own !== null) return { name: own };
  const dataset = graph.datasets.get(name)?.def;
  if (dataset !== undefined && dataset.one === null) return dataset;
  const fields = defs.flatMap((def) => def.fields);
  const counts = fields.find((field) => field.counts?.text === name)?.counts;
  if (counts !== undefined && counts !== null) return { name: counts };
  const unit = fields.find(({ type }) => type?.base === 'integer' && type.unit?.text === name)?.type?.unit;
  return unit === undefined || unit === null ? null : { name: unit };
}
