// Where a name is defined.
import type { Location } from 'vscode-languageserver-types';
import type { Graph, Span } from '@sextant/parser';
import { mentionAt, type Mention } from '../places/mention.js';
import { definitionOf } from '../symbols/definition-of.js';
import { occurrencesAt } from '../symbols/index-of.js';
import { boundIn } from '../symbols/occurrence.js';
import { checked, ownPaths, treeAround, type Workspace } from '../workspace/workspace.js';
import { offsetIn, type At } from './at.js';
import { locationOf } from './locations.js';

/** None for what nothing defines; two for a name that is one of two datasets. */
export function definition(workspace: Workspace, at: At): readonly Location[] {
  const { graph } = checked(workspace);
  const offset = offsetIn(workspace, at);
  const found = occurrencesAt(workspace, at.path, offset).flatMap(({ symbol }) => {
    const one = definitionOf(graph, symbol);
    return one === null ? [] : [locationOf(workspace, one.name)];
  });
  if (found.length > 0) return found;
  const root = ownPaths(workspace).has(at.path) ? treeAround(workspace, at.path, offset) : null;
  const mention = root === null ? null : mentionAt(root, offset);
  const span = mention === null ? null : inLibrary(graph, mention);
  return span === null ? [] : [locationOf(workspace, span)];
}

/** What the use of a library names of it stands in its files. */
function inLibrary(graph: Graph, { meaning, path, node }: Mention): Span | null {
  if (meaning.kind !== 'library part') return null;
  const use = path[1] ?? '';
  const library = graph.uses.get(use)?.library ?? null;
  if (meaning.part === 'folder') return library?.place ?? null;
  if (meaning.part !== 'input') return null;
  return boundIn({ path }, graph)?.place ?? graph.parameters.get(`${use}.${node.text}`)?.def.name.span ?? null;
}
