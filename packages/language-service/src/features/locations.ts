// Places in files as editors take them.
import type { Location, Range } from 'vscode-languageserver-types';
import type { Range as Offsets, Span } from '@sextant/parser';
import { linesOf, rangeOf } from '../text/lines.js';
import type { Workspace } from '../workspace/workspace.js';

/** A place in a file that is not there is the beginning of it. */
export function rangeIn(workspace: Workspace, path: string, { start, end }: Offsets): Range {
  const file = workspace.files.get(path);
  return rangeOf(file === undefined ? linesOf(NOTHING) : linesOf(file), start, end);
}

const NOTHING = { text: '' };

export function locationOf(workspace: Workspace, { file, start, end }: Span): Location {
  return { uri: workspace.host.uriOf(file), range: rangeIn(workspace, file, { start, end }) };
}
