// The edits that give a name everywhere, and the look ahead: with them the project must mean what it meant.
import { isPlainName, type Graph, type MapNode, type ScalarNode } from '@sextant/parser';
import { definitionOf } from '../symbols/definition-of.js';
import { occurrencesOf, symbolIndex, type Placed } from '../symbols/index-of.js';
import { idOf, symbol, type Symbol } from '@sextant/parser';
import { indexLines, positionAt } from '../text/lines.js';
import { checked, ownPaths, treeOf, update, type Workspace } from '../workspace/workspace.js';
import { notDefined, ofLibrary, wouldBreak, wouldMeanElse } from './errors.js';
import { keepColumn } from './keep-column.js';
import { problemOfName } from './new-name.js';
import { countsItself, renamed } from './renamed-ids.js';
import { writeScalar, type OffsetEdit, type Replacement } from './write-scalar.js';

export type RenamePlan =
  | { readonly kind: 'edits'; readonly files: ReadonlyMap<string, readonly OffsetEdit[]> }
  | { readonly kind: 'refused'; readonly message: string };

export function planRename(workspace: Workspace, asked: Symbol, to: string): RenamePlan {
  const { graph } = checked(workspace);
  const library = libraryOf(graph, asked);
  if (library !== null) return { kind: 'refused', message: ofLibrary(asked.name, library) };
  const from = renameable(workspace, asked);
  if (from === null) return { kind: 'refused', message: notDefined(asked.name) };
  if (to === from.name) return { kind: 'edits', files: new Map() };
  const problem = problemOfName(graph, from, to);
  if (problem !== null) return { kind: 'refused', message: problem };
  const files = editsOf(workspace, from, to);
  const wrong = lookAhead(workspace, from, to, files);
  return wrong === null ? { kind: 'edits', files } : { kind: 'refused', message: wrong };
}

/** What is renamed when a name is: a unit that is called as its dataset is the dataset. Null for what nothing defines. */
export function renameable(workspace: Workspace, asked: Symbol): Symbol | null {
  const { graph } = checked(workspace);
  if (definitionOf(graph, asked) === null || libraryOf(graph, asked) !== null) return null;
  if (asked.kind !== 'thing') return asked;
  const dataset = symbol('dataset', asked.name);
  const hasOwn = [...graph.datasets.values()].some(({ def }) => def.one?.text === asked.name);
  return !hasOwn && countsItself(graph, dataset) ? dataset : asked;
}

/** The library that defines it; null for what the project defines. */
function libraryOf(graph: Graph, { kind, name }: Symbol): string | null {
  if (kind !== 'metric' && kind !== 'parameter') return null;
  const table = kind === 'metric' ? graph.metrics : graph.parameters;
  return table.get(name)?.def.origin?.library ?? null;
}

function editsOf(workspace: Workspace, from: Symbol, to: string): ReadonlyMap<string, readonly OffsetEdit[]> {
  const { graph } = checked(workspace);
  const index = symbolIndex(workspace);
  const places = [
    ...(index.get(idOf(from)) ?? []),
    ...(countsItself(graph, from) ? (index.get(idOf(symbol('thing', from.name))) ?? []) : []),
  ];
  const byNode = new Map<ScalarNode, { readonly place: Placed; readonly replacements: Replacement[] }>();
  for (const place of places) {
    const { node } = place.mention;
    const known = byNode.get(node) ?? { place, replacements: [] };
    byNode.set(node, known);
    known.replacements.push({ range: place.range, text: written(place, from.name, to) });
  }
  const files = new Map<string, OffsetEdit[]>();
  const add = (path: string, edits: readonly OffsetEdit[]): void =>
    void files.set(path, [...(files.get(path) ?? []), ...edits]);
  for (const [node, { place, replacements }] of byNode) {
    const inFlow = isInFlow(treeOf(workspace, place.path), node.span.start);
    add(place.path, writeScalar(node, replacements, { isKey: place.mention.isKey, inFlow }));
  }
  const field = from.kind === 'field' ? graph.datasets.get(from.dataset ?? '')?.fields.get(from.name) : undefined;
  const path = field?.def.name.span.file;
  const file = path === undefined ? undefined : workspace.files.get(path);
  const root = path === undefined ? null : treeOf(workspace, path);
  if (field !== undefined && file !== undefined && root !== null) add(file.path, keepColumn(field, file, root));
  return files;
}

/** As the place writes it: in quotes in a formula where it needs them, in the plural where it was. */
function written({ range, mention, inFormula, symbol: of }: Placed, from: string, to: string): string {
  const old = mention.node.text.slice(range.start, range.end);
  // `25 orders`, `per retail_months`.
  const plural = old === `${from}s` && (of.kind === 'thing' || of.kind === 'field');
  const name = plural ? `${to}s` : to;
  return !inFormula || of.kind === 'thing' || isPlainName(name) ? name : `"${name}"`;
}

function isInFlow(root: MapNode | null, offset: number): boolean {
  let node: MapNode | ReturnType<typeof inside> = root;
  while (node !== null && node.kind !== 'scalar') {
    if (node.flow) return true;
    node = inside(node, offset);
  }
  return false;
}

function inside(node: Exclude<MapNode['entries'][number]['value'], ScalarNode>, offset: number) {
  const children = node.kind === 'seq' ? node.items : node.entries.map(({ value }) => value);
  return children.find(({ span }) => span.start <= offset && offset < Math.max(span.end, span.start + 1)) ?? null;
}

/** Null where the project says the same of the new name as it said of the old one, else what would be different. */
function lookAhead(
  workspace: Workspace,
  from: Symbol,
  to: string,
  files: ReadonlyMap<string, readonly OffsetEdit[]>,
): string | null {
  const texts = [...files].map(([path, edits]) => ({
    kind: 'text' as const,
    path,
    text: applied(workspace.files.get(path)?.text ?? '', edits),
  }));
  const after = update(workspace, texts);
  const error = newError(workspace, after);
  if (error !== null) return wouldBreak(to, error);
  const rename = renamed(checked(workspace).graph, from, to);
  for (const path of [...ownPaths(workspace)].sort()) {
    const old = occurrencesOf(workspace, path);
    const now = occurrencesOf(after, path);
    const length = Math.max(old.length, now.length);
    for (let i = 0; i < length; i++) {
      const [was, is] = [old[i], now[i]];
      if (was !== undefined && is !== undefined && idOf(rename(was.symbol)) === idOf(is.symbol)) continue;
      const place = is ?? was;
      const text = (is === undefined ? workspace : after).files.get(path)?.text ?? '';
      const said = place === undefined ? '' : text.slice(place.span.start, place.span.end);
      return wouldMeanElse(to, said, path, positionAt(indexLines(text), place?.span.start ?? 0).line + 1);
    }
  }
  return null;
}

/** The message of an error that there are more of than before. */
function newError(before: Workspace, after: Workspace): string | null {
  const counts = new Map<string, number>();
  const errors = (of: Workspace) => checked(of).diagnostics.filter(({ severity }) => severity === 'error');
  for (const { code } of errors(before)) counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const { code, message } of errors(after)) {
    const left = counts.get(code) ?? 0;
    if (left === 0) return message;
    counts.set(code, left - 1);
  }
  return null;
}

export function applied(text: string, edits: readonly OffsetEdit[]): string {
  let result = '';
  let last = 0;
  for (const { start, end, text: by } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(last, start) + by;
    last = end;
  }
  return result + text.slice(last);
}
