// The outline of a file, by sections, and the names of the whole project that match a query.
import type {
  DocumentSymbol,
  Location,
  SymbolKind as LspSymbolKind,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import type { Graph, MapEntry } from '@sextant/parser';
import { typeOf } from '../describe/type-text.js';
import { symbol, type SymbolKind } from '@sextant/parser';
import { ROOT, stepInto, type Step } from '../places/step.js';
import { definitionOf } from '../symbols/definition-of.js';
import { checked, treeOf, type Workspace } from '../workspace/workspace.js';
import { locationOf, rangeIn } from './locations.js';

/** The kinds of editors, which know programs: the sign that suits best. */
const KINDS: Readonly<Record<SymbolKind, LspSymbolKind>> = {
  dataset: 5, // class
  field: 8,
  dimension: 10, // enum
  metric: 13, // variable
  parameter: 14, // constant
  owner: 19, // object
  goal: 20, // key
  kpi: 24, // event
  incentive: 17, // boolean
  test: 6, // method
  question: 12, // function
  library: 2, // module
  connection: 11, // interface
  role: 20,
  thing: 15,
};
const SECTION: LspSymbolKind = 3; // namespace

export function documentSymbols(workspace: Workspace, { path }: { readonly path: string }): readonly DocumentSymbol[] {
  const root = treeOf(workspace, path);
  const { graph } = checked(workspace);
  return (root?.entries ?? []).map((entry) =>
    outline(workspace, path, graph, entry, stepInto(ROOT, entry.key.text), null),
  );
}

function outline(
  workspace: Workspace,
  path: string,
  graph: Graph,
  { key, value }: MapEntry,
  step: Step | null,
  dataset: string | null,
): DocumentSymbol {
  const meaning = step?.key ?? null;
  const kind = meaning?.kind === 'definition' ? meaning.of : null;
  const named = kind === null ? null : symbol(kind, key.text, kind === 'field' ? dataset : null);
  const detail = named === null ? null : typeOf(graph, named);
  const children = value.kind !== 'map' ? [] : childrenOf(value.entries, kind);
  const below = stepBelow(step, kind);
  return {
    name: key.text === '' ? '(no name)' : key.text,
    ...(detail === null ? {} : { detail }),
    kind: kind === null ? SECTION : KINDS[kind],
    range: rangeIn(workspace, path, { start: key.span.start, end: Math.max(key.span.end, value.span.end) }),
    selectionRange: rangeIn(workspace, path, key.span),
    ...(children.length === 0
      ? {}
      : {
          children: children.map((one) =>
            outline(
              workspace,
              path,
              graph,
              one,
              stepInto(below, one.key.text),
              kind === 'dataset' ? key.text : dataset,
            ),
          ),
        }),
  };
}

/** Below a section its definitions, below a dataset its fields; other definitions have no parts that are looked for. */
function childrenOf(entries: readonly MapEntry[], kind: SymbolKind | null): readonly MapEntry[] {
  if (kind === null) return entries;
  if (kind !== 'dataset') return [];
  const fields = entries.find(({ key }) => key.text === 'fields')?.value;
  return fields?.kind === 'map' ? fields.entries : [];
}

function stepBelow(step: Step | null, kind: SymbolKind | null): Step | null {
  return kind === 'dataset' ? stepInto(step, 'fields') : step;
}

/** As many as anyone looks through. */
const MOST = 200;

export function workspaceSymbols(
  workspace: Workspace,
  { query }: { readonly query: string },
): readonly WorkspaceSymbol[] {
  const { graph } = checked(workspace);
  const wanted = query.toLowerCase();
  const found: { readonly score: number; readonly item: WorkspaceSymbol }[] = [];
  for (const { kind, name, dataset } of definedIn(graph)) {
    const shown = dataset === null ? name : `${dataset}.${name}`;
    const definition = definitionOf(graph, symbol(kind, name, dataset));
    const title = definition?.title?.toLowerCase() ?? '';
    const at = shown.toLowerCase().indexOf(wanted);
    if (definition === null || (at === -1 && !title.includes(wanted))) continue;
    const location: Location = locationOf(workspace, definition.name);
    found.push({
      score: at === 0 ? 0 : at === -1 ? 2 : 1,
      item: { name: shown, kind: KINDS[kind], location, containerName: kind },
    });
  }
  return found
    .toSorted((a, b) => a.score - b.score || (a.item.name < b.item.name ? -1 : a.item.name > b.item.name ? 1 : 0))
    .slice(0, MOST)
    .map(({ item }) => item);
}

function definedIn(graph: Graph): readonly { kind: SymbolKind; name: string; dataset: string | null }[] {
  const all = (kind: SymbolKind, names: Iterable<string>) => [...names].map((name) => ({ kind, name, dataset: null }));
  return [
    ...all('metric', graph.metrics.keys()),
    ...all('kpi', graph.kpis.keys()),
    ...all('dataset', graph.datasets.keys()),
    ...[...graph.datasets.values()].flatMap(({ name: dataset, fields }) =>
      [...fields.keys()].map((name) => ({ kind: 'field' as const, name, dataset })),
    ),
    ...all('dimension', graph.dimensions.keys()),
    ...all('parameter', graph.parameters.keys()),
    ...all('goal', graph.goals.keys()),
    ...all('owner', graph.owners.keys()),
    ...all('incentive', graph.incentives.keys()),
    ...all('question', graph.questions.keys()),
    ...all('test', graph.tests.keys()),
  ];
}
