// Where a name is defined.
import type { Location } from 'vscode-languageserver-types';
import { definitionOf } from '../symbols/definition-of.js';
import { occurrencesAt } from '../symbols/index-of.js';
import { checked, type Workspace } from '../workspace/workspace.js';
import { offsetIn, type At } from './at.js';
import { locationOf } from './locations.js';

/** None for what nothing defines; two for a name that is one of two datasets. */
export function definition(workspace: Workspace, at: At): readonly Location[] {
  const { graph } = checked(workspace);
  return occurrencesAt(workspace, at.path, offsetIn(workspace, at)).flatMap(({ symbol }) => {
    const found = definitionOf(graph, symbol);
    return found === null ? [] : [locationOf(workspace, found.name)];
  });
}
