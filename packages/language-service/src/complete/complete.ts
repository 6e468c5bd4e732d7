// What may be written at a cursor: keys, names, words, and inside formulas what fits there.
import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { isPlainName, quoteYaml, worldOfGraph, type Graph, type Shape, type World } from '@sextant/parser';
import { cursorPlace, type CursorPlace } from '../cursor/cursor-place.js';
import { cursorContext } from '../formulas/cursor-context.js';
import type { NameScope } from '@sextant/parser';
import type { Meaning } from '../places/meaning.js';
import { datasetAt } from '../places/mention.js';
import { shapesAt } from '../places/shape-at.js';
import { ROOT, stepInto, stepToItem, type Step } from '../places/step.js';
import { isPlainText } from '../rename/write-scalar.js';
import { linesOf, lineStartAt } from '../text/lines.js';
import type { SourceFile } from '@sextant/parser';
import { formulaProposals } from './formula-proposals.js';
import { meaningOfBound } from './library-proposals.js';
import type { KnownLibrary } from '../workspace/known-libraries.js';
import { rank, type Proposal, type Target } from './item.js';
import { keyProposals, nameProposals } from './keys.js';
import { valueProposals, wordProposals } from './value-proposals.js';

export interface CompletionQuestion {
  readonly graph: Graph;
  readonly file: SourceFile;
  readonly offset: number;
  readonly today: string | null;
  /** Those that could be used. */
  readonly libraries: readonly KnownLibrary[];
}

const NOTHING: CompletionList = { isIncomplete: false, items: [] };

export function complete(question: CompletionQuestion): CompletionList {
  const { file, offset } = question;
  // A value needs a space before it; proposed here, it would be taken by the Enter that was meant for a new line.
  if (file.text[offset - 1] === ':') return NOTHING;
  const place = cursorPlace(file.text, offset);
  if (place === null) return NOTHING;
  const parts = place.role === 'value' ? [] : asKey(question, place);
  const values = place.role === 'key' && !takesText(file.path, place) ? [] : asValue(question, place);
  const lists = [...parts, ...values];
  return {
    isIncomplete: lists.some(({ isIncomplete }) => isIncomplete),
    items: lists.flatMap(({ items }) => items),
  };
}

/** A line below a key may be its text: `formula:` and the formula on the next line. */
function takesText(file: string, { path, beside }: CursorPlace): boolean {
  const shapes = shapesAt(file, path);
  const isText = ({ kind }: Shape): boolean => kind === 'formula' || kind === 'scalar';
  return beside.size === 0 && shapes.length > 0 && shapes.every(isText);
}

function asKey(
  { graph, file, offset, today, libraries }: CompletionQuestion,
  place: CursorPlace,
): readonly CompletionList[] {
  const { path, token, before, end, inFlow } = place;
  const lineStart = lineStartAt(file.text, offset);
  const hasColon = file.text[end] === ':';
  const world = worldOfGraph(graph);
  const known = keyProposals(file.path, place, token.start - lineStart, hasColon);
  const meaning = stepInto(stepAt(path), ANY_NAME)?.key ?? null;
  const named =
    meaning === null
      ? nameProposals(file.path, place)
      : valueProposals(graph, world, meaning, { file: file.path, place, path: [...path, before], today, libraries })
          .filter(({ label }) => !place.beside.has(label))
          .map((one) => ({ ...one, insert: `${plainOrQuoted(one.label, true, inFlow)}${hasColon ? '' : ': '}` }));
  const target = targetOf(file, token.start, place, (text) => text);
  return [mutable(rank([...known, ...named], { ...target, end: Math.max(end, offset) }))];
}

/** No name is this one: what a key means that is a name. */
const ANY_NAME = '\u0000';

function asValue(question: CompletionQuestion, place: CursorPlace): readonly CompletionList[] {
  const { graph, file, today, libraries } = question;
  const written = stepAt(place.path)?.value ?? null;
  const meaning = written === null ? null : meaningOfBound(graph, written, place.path);
  const world = worldOfGraph(graph);
  if (meaning?.kind === 'formula' || (meaning?.kind === 'asked' && /[\s("]/.test(place.before.trim())))
    return [inFormula(question, place, meaning, world)];
  const { token, inFlow, end } = place;
  const write = (text: string): string =>
    token.quote === null ? plainOrQuoted(text, false, inFlow) : escaped(text, token.quote);
  const proposals = [
    ...(meaning === null
      ? []
      : valueProposals(graph, world, meaning, { file: file.path, place, path: place.path, today, libraries })),
    ...wordProposals(file.path, place.path),
  ];
  const target = targetOf(file, token.start, place, write);
  // `revenue desc`: the word behind the name is one of its own.
  const word = meaning?.kind === 'order' ? /\S*$/.exec(target.prefix)?.[0] : undefined;
  const shorter = word === undefined ? target : { ...target, prefix: word, start: question.offset - word.length };
  return [mutable(rank(proposals, { ...shorter, end: Math.max(end, question.offset) }))];
}

function inFormula(question: CompletionQuestion, place: CursorPlace, meaning: Meaning, world: World): CompletionList {
  const { graph, file, offset } = question;
  const scope = scopeOf(meaning, place);
  const context = cursorContext(place.before, scope, world, false);
  if (context === null) return NOTHING;
  const { quoted, prefix, start } = context;
  // What was written before stands in the file as it is, but for doubled quotes.
  const length = prefix.length + (place.token.quote === "'" ? prefix.split("'").length - 1 : 0);
  const following = /^[\p{L}\p{N}\p{M}_]*/u.exec(place.after)?.[0].length ?? 0;
  const isFirst = start - (quoted === null ? 0 : 1) === 0 || place.before.slice(0, start).trim() === '';
  const proposals = formulaProposals(graph, world, context).map((one): Proposal => {
    const insert = one.insert ?? quotedName(one, quoted === 'name');
    const closing = quoted === null ? '' : closingQuote(quoted, place.after);
    return {
      ...one,
      insert: wholeInFlow(`${insert}${closing}`, place, isFirst && place.before.trim() === prefix, quoted !== null),
    };
  });
  const write = (text: string): string => (place.token.quote === null ? text : escaped(text, place.token.quote));
  const lines = linesOf(file);
  const end = quoted === null ? offset + following : offset;
  return mutable(rank(proposals, { lines, start: offset - length, end, prefix, write }));
}

function scopeOf(meaning: Meaning, { path, beside }: CursorPlace): NameScope {
  if (meaning.kind !== 'formula') return { kind: 'metric' };
  if (meaning.place !== 'row') return { kind: meaning.place };
  const base = datasetAt(meaning, path, (key) => beside.get(key) ?? null);
  return base === null ? { kind: 'condition' } : { kind: 'row', base };
}

/** Names that formulas cannot have bare stand in double quotes, part by part. */
function quotedName({ label, kind, about }: Proposal, isQuoted: boolean): string {
  if (isQuoted || about?.kind !== 'symbol' || kind === 'thing') return label;
  // A field by its dataset, and what a library makes by its use.
  const isPath = about.dataset !== null || about.symbol === 'metric' || about.symbol === 'parameter';
  const parts = isPath && label.includes('.') ? label.split('.') : [label];
  return parts.map((part) => (isPlainName(part) ? part : `"${part}"`)).join('.');
}

function closingQuote(quoted: 'name' | 'text', after: string): string {
  const quote = quoted === 'name' ? '"' : "'";
  return after.startsWith(quote) ? '' : quote;
}

/** Between brackets a comma ends the value, and quotes begin one: where nothing else is written yet, all of it goes into quotes. */
function wholeInFlow(insert: string, { inFlow, token }: CursorPlace, isAlone: boolean, isQuoted: boolean): string {
  if (token.quote !== null || !isAlone || isQuoted) return insert;
  const text = insert.replaceAll(/\$\{\d+:([^}]*)\}|\$\d/g, '$1');
  return isPlainText(text, { isKey: false, inFlow }) || text === '' ? insert : quoteYaml(insert);
}

function plainOrQuoted(text: string, isKey: boolean, inFlow: boolean): string {
  return isPlainText(text, { isKey, inFlow }) ? text : quoteYaml(text);
}

function escaped(text: string, quote: '"' | "'"): string {
  return quote === "'" ? text.replaceAll("'", "''") : text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}

function targetOf(file: SourceFile, start: number, { before, end }: CursorPlace, write: Target['write']): Target {
  return { lines: linesOf(file), start, end, prefix: before.trimStart(), write };
}

function stepAt(path: readonly string[]): Step | null {
  let step: Step | null = ROOT;
  for (const part of path) step = part === '[]' ? stepToItem(step) : stepInto(step, part);
  return step;
}

function mutable({
  items,
  isIncomplete,
}: {
  readonly items: readonly CompletionItem[];
  readonly isIncomplete: boolean;
}): CompletionList {
  return { items: [...items], isIncomplete };
}
