// A place that an editor asks about.
import type { Position } from 'vscode-languageserver-types';
import { linesOf, offsetAt } from '../text/lines.js';
import type { Workspace } from '../workspace/workspace.js';

export interface At {
  readonly path: string;
  readonly position: Position;
}

/** The offset of the place; 0 in a file that is not there, where nothing is found. */
export function offsetIn(workspace: Workspace, { path, position }: At): number {
  const file = workspace.files.get(path);
  return file === undefined ? 0 : offsetAt(linesOf(file), position);
}
