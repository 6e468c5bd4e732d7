// Proposals of the names that a project has, and of the words of the language.
import {
  CLOCK_LEVELS,
  currencyCodes,
  levelWords,
  type Field,
  type FunctionSpec,
  type Graph,
  type World,
} from '@sextant/parser';
import { typeOf } from '../describe/type-text.js';
import { symbol, type SymbolKind } from '@sextant/parser';
import type { Proposal } from './item.js';

// Proposals follow from the graph alone, which stays the same between two checks: remembering them changes nothing but time.
const known = new WeakMap<Graph, Map<string, readonly Proposal[]>>();

/** The names of a kind, with their types, in the order of names. */
export function namesOfKind(graph: Graph, kind: SymbolKind, rank: number): readonly Proposal[] {
  const ofGraph = known.get(graph) ?? new Map<string, readonly Proposal[]>();
  known.set(graph, ofGraph);
  const key = `${kind} ${rank}`;
  const found = ofGraph.get(key);
  if (found !== undefined) return found;
  // By code unit, as the default is: thousands of them are sorted for every check.
  const made = namesIn(graph, kind)
    .toSorted()
    .map((name) => ofSymbol(graph, kind, name, null, rank));
  ofGraph.set(key, made);
  return made;
}

export function ofSymbol(
  graph: Graph,
  kind: SymbolKind,
  name: string,
  dataset: string | null,
  rank: number,
  label = name,
): Proposal {
  return {
    label,
    kind,
    rank,
    detail: () => typeOf(graph, symbol(kind, name, dataset)) ?? titleOf(graph, kind, name),
    about: { kind: 'symbol', symbol: kind, name, dataset },
  };
}

function namesIn(graph: Graph, kind: SymbolKind): readonly string[] {
  switch (kind) {
    case 'dataset':
      return [...graph.datasets.keys()];
    case 'dimension':
      return [...graph.dimensions.keys()];
    case 'metric':
      return [...graph.metrics.keys()];
    case 'parameter':
      return [...graph.parameters.keys()];
    case 'owner':
      return [...graph.owners.keys()];
    case 'goal':
      return [...graph.goals.keys()];
    case 'kpi':
      return [...graph.kpis.keys()];
    case 'incentive':
      return [...graph.incentives.keys()];
    case 'connection':
      return graph.project.def.connections.map(({ name }) => name.text);
    default:
      return [];
  }
}

function titleOf(graph: Graph, kind: SymbolKind, name: string): string | null {
  switch (kind) {
    case 'owner': {
      const owner = graph.owners.get(name);
      return owner?.title?.text ?? owner?.kind?.value ?? null;
    }
    case 'goal':
      return graph.goals.get(name)?.def.title?.text ?? null;
    case 'dataset': {
      const dataset = graph.datasets.get(name);
      return dataset?.def.title?.text ?? (dataset === undefined ? null : `one row is one ${dataset.one}`);
    }
    default:
      return null;
  }
}

/** The fields of a dataset by their names alone, and the roles that lead on from it. */
export function fieldsOf(
  graph: Graph,
  dataset: string,
  fits: (field: Field) => boolean,
  rank: number,
): readonly Proposal[] {
  const found = graph.datasets.get(dataset);
  if (found === undefined) return [];
  const fields = [...found.fields.values()]
    .filter(fits)
    .map(({ name }) => ofSymbol(graph, 'field', name, dataset, rank));
  const roles = found.references.flatMap(({ role, to }): readonly Proposal[] =>
    role === null
      ? []
      : [
          {
            label: role,
            kind: 'role',
            rank: rank + 20,
            detail: to,
            insert: `${role}.`,
            about: { kind: 'symbol', symbol: 'role', name: role, dataset },
          },
        ],
  );
  return [...fields, ...roles];
}

/** `orders.amount` for each field that fits. */
export function qualifiedFields(
  graph: Graph,
  datasets: Iterable<string>,
  fits: (field: Field) => boolean,
  rank: number,
): readonly Proposal[] {
  return [...datasets].flatMap((dataset) => {
    const found = graph.datasets.get(dataset);
    // Plans, rates and calendars are asked for less often than what happened.
    const near = found?.plan === true ? rank + 8 : rank;
    return [...(found?.fields.values() ?? [])]
      .filter(fits)
      .map(({ name }) => ofSymbol(graph, 'field', name, dataset, near, `${dataset}.${name}`));
  });
}

export function levels(world: World, rank: number): readonly Proposal[] {
  return levelWords(world).map((label) => ({ label, kind: 'level', rank, detail: 'a level of the calendar' }));
}

export function clockLevels(rank: number): readonly Proposal[] {
  return CLOCK_LEVELS.map((label) => ({ label, kind: 'level', rank, detail: 'a level of clocks' }));
}

const SPANS = ['1 day', '7 days', '28 days', '1 week', '52 weeks', '1 month', '3 months', '1 quarter', '1 year'];

export function spans(rank: number): readonly Proposal[] {
  return SPANS.map((label, i) => ({ label, kind: 'value', rank: rank + i, detail: 'a length of the calendar' }));
}

export function currencies(rank: number): readonly Proposal[] {
  return [...currencyCodes()].map((label) => ({ label, kind: 'thing', rank, detail: 'currency' }));
}

/** `prior(m, span)` with places to fill; a word of its own as it is. */
export function ofFunction({ name, signature, doc, kind, ...rest }: FunctionSpec, rank: number): Proposal {
  const about = { kind: 'word', word: name } as const;
  const isWord = kind === 'context' && 'form' in rest && rest.form === 'word';
  if (isWord) return { label: name, kind: 'word', rank, detail: signature, about };
  return {
    label: name,
    kind: 'function',
    rank,
    detail: firstSentence(doc),
    insert: snippetOf(name, signature),
    snippet: true,
    about,
  };
}

const CLAUSES: ReadonlySet<string> = new Set([
  'to',
  'at',
  'by',
  'within',
  'each',
  'of',
  'per',
  'when',
  'then',
  'as',
  'distinct',
]);

/** Arguments by their names in the signature; words of the language stay. */
function snippetOf(name: string, signature: string): string {
  const open = signature.indexOf('(');
  const inside = open === -1 ? '' : signature.slice(open + 1, signature.lastIndexOf(')'));
  if (inside === '') return `${name}()`;
  let place = 0;
  const filled = inside.replaceAll(/[\p{L}_][\p{L}\p{N}_]*/gu, (word) => {
    if (CLAUSES.has(word)) return word;
    place++;
    return `\${${place}:${EXAMPLES[word] ?? word}}`;
  });
  return `${name}(${filled.replaceAll(/,?\s*\.\.\./g, '')})`;
}

/** Arguments that are no names: an example that can be read. */
const EXAMPLES: Readonly<Record<string, string>> = {
  span: '1 year',
  fraction: '0.9',
  digits: '2',
  level: 'month',
  condition: 'true',
  currency: 'EUR',
  type: 'decimal(2)',
};

function firstSentence(doc: string): string {
  return doc.split(/[.;](?:\s|$)/)[0] ?? doc;
}
