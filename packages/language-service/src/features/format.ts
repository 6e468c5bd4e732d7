// A file in the house's style, as the smallest edit that makes it so: a cursor outside of it stays where it is.
import type { TextEdit } from 'vscode-languageserver-types';
import { formatFile } from '@sextant/parser';
import type { Workspace } from '../workspace/workspace.js';
import { rangeIn } from './locations.js';

/** None for a file that is formatted already, and for one that YAML cannot read. */
export function format(workspace: Workspace, { path }: { readonly path: string }): readonly TextEdit[] {
  const file = workspace.files.get(path);
  if (file === undefined) return [];
  const { text } = file;
  const { value } = formatFile(file);
  if (value === text) return [];
  const shorter = Math.min(text.length, value.length);
  let start = 0;
  while (start < shorter && text[start] === value[start]) start++;
  let tail = 0;
  while (tail < shorter - start && text.at(-1 - tail) === value.at(-1 - tail)) tail++;
  // Half of a line end, or of a character, is no place.
  while (start > 0 && /[\r\ud800-\udbff]/.test(text[start - 1] ?? '')) start--;
  while (tail > 0 && /[\n\udc00-\udfff]/.test(text.at(-tail) ?? '')) tail--;
  const range = rangeIn(workspace, path, { start, end: text.length - tail });
  return [{ range, newText: value.slice(start, value.length - tail) }];
}
