// What a name is made of, to the data, and all that changes when it does.
import type { Location } from 'vscode-languageserver-types';
import type { Graph } from '@sextant/parser';
import { lineageOf } from '../describe/lineage.js';
import { idOf, symbol, type SymbolKind } from '@sextant/parser';
import { definitionOf } from '../symbols/definition-of.js';
import { occurrencesAt } from '../symbols/index-of.js';
import { checked, type Workspace } from '../workspace/workspace.js';
import { offsetIn, type At } from './at.js';
import { locationOf } from './locations.js';

export interface LineageNode {
  /** `metric:revenue`, as in the graph. */
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly location: Location | null;
}

export interface LineageAnswer extends LineageNode {
  /** One step away. */
  readonly needs: readonly LineageNode[];
  readonly users: readonly LineageNode[];
  /** All of it. */
  readonly upstream: readonly LineageNode[];
  readonly downstream: readonly LineageNode[];
}

/** Null where no name stands that the graph has. */
export function lineage(workspace: Workspace, at: At): LineageAnswer | null {
  const { graph } = checked(workspace);
  const [found] = occurrencesAt(workspace, at.path, offsetIn(workspace, at));
  if (found === undefined || definitionOf(graph, found.symbol) === null) return null;
  const id = idOf(found.symbol);
  const ways = lineageOf(graph, id);
  const nodes = (ids: readonly string[]): readonly LineageNode[] => ids.map((one) => nodeOf(workspace, graph, one));
  return {
    ...nodeOf(workspace, graph, id),
    needs: nodes(ways.needs),
    users: nodes(ways.users),
    upstream: nodes(ways.upstream),
    downstream: nodes(ways.downstream),
  };
}

function nodeOf(workspace: Workspace, graph: Graph, id: string): LineageNode {
  const colon = id.indexOf(':');
  const name = id.slice(colon + 1);
  const dot = id.startsWith('field:') ? name.indexOf('.') : -1;
  // The kinds of the graph's nodes are kinds of symbols.
  const kind = id.slice(0, colon) as SymbolKind;
  const definition = definitionOf(
    graph,
    dot === -1 ? symbol(kind, name) : symbol(kind, name.slice(dot + 1), name.slice(0, dot)),
  );
  return {
    id,
    name,
    title: definition?.title ?? null,
    location: definition === null ? null : locationOf(workspace, definition.name),
  };
}
