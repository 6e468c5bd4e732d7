// Reads a file with the `yaml` package. What it refuses is explained, blotted out, and the rest is read again.
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { SourceFile } from '../source/source-file.js';
import { characterProblems } from './character-problems.js';
import * as errors from './errors.js';
import { cut } from './explain-flow.js';
import { explain } from './explain.js';
import { applyMasks, repairsOf } from './mask.js';
import { parseText, type Fact, type FlowRange, type ParsedText } from './parse-text.js';
import { spanOf, type LineFacts, type Mask } from './problem.js';
import { findTabs, hasTab, withoutTabs } from './tabs.js';
import { flowEntryAt, lineAt } from './text-place.js';
import { toTree, type TreeFact } from './to-tree.js';
import type { MapNode, YamlNode } from './tree.js';

/** More mistakes than a person repairs before reading the file again. */
const maxProblems = 100;

/** Reading again costs as much as reading once. */
const roundsFor = (length: number): number => (length < 500_000 ? 12 : 2);

/** What is known about the file between two readings. */
interface Progress {
  readonly file: SourceFile;
  text: string;
  readonly diagnostics: Diagnostic[];
  readonly masks: Mask[];
  /** Parts of the file whose mistakes have been said. */
  readonly covered: { start: number; end: number }[];
  readonly said: Set<string>;
  hasTabs: boolean;
  hasDocuments: boolean;
}

export function readWithPackage(file: SourceFile): Outcome<MapNode | null> {
  const { text, diagnostics } = characterProblems(file);
  const progress: Progress = {
    file,
    text,
    diagnostics: [...diagnostics],
    masks: [],
    covered: [],
    said: new Set(),
    hasTabs: false,
    hasDocuments: false,
  };
  for (let round = 1; ; round++) {
    const parsed = parseText(progress.text);
    const changed = explainFacts(parsed, progress);
    const isLast = round >= roundsFor(text.length) || progress.diagnostics.length >= maxProblems;
    if (changed && !isLast) continue;
    const parts = { file, text: progress.text, repairs: repairsOf(progress.masks), joinsRoot: progress.hasDocuments };
    const { root, facts } = toTree(parsed.contents, parts);
    if (!isLast && parsed.facts.length === 0 && repairCuts(facts, parsed.flows, progress)) continue;
    const room = Math.max(0, maxProblems - progress.diagnostics.length);
    progress.diagnostics.push(...facts.filter(isFirstOfMap).slice(0, room).map(sayTreeFact));
    return { value: rootMap(root, progress), diagnostics: progress.diagnostics.toSorted(byPlace) };
  }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.span.start - b.span.start;
}

/** True where there is reason to read again. */
function explainFacts(parsed: ParsedText, progress: Progress): boolean {
  if (parsed.facts.length === 0) return false;
  const { file } = progress;
  const text = progress.text;
  const found: Mask[] = [];
  const facts = parsed.facts.toSorted((a, b) => a.start - b.start);
  let deferredEnd = -1;
  for (let index = 0; index < facts.length && progress.diagnostics.length < maxProblems;) {
    const first = facts[index];
    if (first === undefined) break;
    const place = lineAt(text, first.start);
    const lineFacts = [first];
    for (let fact = facts[++index]; fact !== undefined && fact.start <= place.lineEnd; fact = facts[++index]) {
      lineFacts.push(fact);
    }
    // A line that follows a mistake is often read wrong because of it: the next reading shows.
    if (place.lineStart <= deferredEnd) continue;
    if (first.kind === 'documents') {
      coverSeparators(progress, first.start);
      blotOut(found, progress);
      return true;
    }
    if (text.slice(place.lineStart, place.contentStart).includes('\t') || first.code === 'TAB_AS_INDENT') {
      if (!sayTabs(progress, first)) continue;
      blotOut(found, progress);
      return true;
    }
    const isSaid = progress.covered.some(({ start, end }) => first.start >= start && first.start < end);
    if (isSaid || isNearTab(progress, place.lineStart)) {
      if (text.slice(place.lineStart, place.lineEnd).trim() !== '')
        found.push({ start: place.lineStart, end: place.lineEnd });
    } else {
      const line: LineFacts = {
        file,
        text,
        facts: lineFacts,
        first,
        place,
        flow: flowAround(parsed.flows, first.start),
      };
      const key = `${first.kind} ${first.start} ${first.code}`;
      if (progress.said.has(key)) continue;
      progress.said.add(key);
      const problem = explain(line);
      progress.diagnostics.push(problem.diagnostic);
      found.push(...problem.masks.filter(({ start, end }) => end > start));
      if (problem.coveredEnd > place.lineEnd)
        progress.covered.push({ start: place.lineStart, end: problem.coveredEnd });
      while ((facts[index]?.start ?? Infinity) < problem.coveredEnd) index++;
      if (problem.masks.length > 0) deferredEnd = Math.max(place.lineEnd, problem.coveredEnd) + 2;
    }
    // What follows a token that fits nowhere is read as if nothing had come before it.
    if (lineFacts.some(({ kind }) => kind === 'stray' || kind === 'too-deep' || kind === 'unclosed-quote')) break;
  }
  if (found.length === 0) return false;
  return blotOut(found, progress);
}

/** True where the text has changed. */
function sayTabs(progress: Progress, first: Fact): boolean {
  const tabs = findTabs(progress.file);
  const place = spanOf(progress.file, first.start, first.end);
  if (!progress.hasTabs) progress.diagnostics.push(errors.tabIndentation(tabs, tabs[0]?.span ?? place));
  progress.hasTabs = true;
  const text = withoutTabs(progress.text);
  const isChanged = text !== progress.text;
  progress.text = text;
  return isChanged;
}

/** True for a line that starts with a tab in the file or is next to one that does: its indentation has been spoken of. */
function isNearTab({ hasTabs, file }: Progress, lineStart: number): boolean {
  if (!hasTabs) return false;
  const above = file.text.lastIndexOf('\n', lineStart - 2) + 1;
  const below = lineAt(file.text, Math.min(file.text.length, lineAt(file.text, lineStart).lineEnd + 2)).lineEnd;
  return hasTab(file.text.slice(above, below));
}

/** All documents become one. */
function coverSeparators(progress: Progress, second: number): void {
  if (!progress.hasDocuments) {
    const place = lineAt(progress.file.text, second);
    progress.diagnostics.push(errors.severalDocuments(spanOf(progress.file, place.lineStart, place.lineEnd)));
  }
  progress.hasDocuments = true;
  progress.text = progress.text.replace(/^(?:---|\.\.\.)(?=\s|$)/gm, '   ');
}

function flowAround(flows: readonly FlowRange[], offset: number): FlowRange | undefined {
  let low = 0;
  let high = flows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const flow = flows[middle];
    if (flow === undefined || offset < flow.start) high = middle - 1;
    else if (offset >= flow.end) low = middle + 1;
    else return flow;
  }
  return undefined;
}

/** `{ f: count(a, b) }` is no error to YAML: it reads a key `b)` without a value. The text is put together again. */
function repairCuts(facts: readonly TreeFact[], flows: readonly FlowRange[], progress: Progress): boolean {
  const { file, text } = progress;
  const found: Mask[] = [];
  let end = -1;
  for (const fact of facts) {
    if (progress.diagnostics.length >= maxProblems) break;
    const start =
      fact.kind === 'no-colon'
        ? (fact.before ?? fact.key).span.start
        : fact.kind === 'complex-key'
          ? fact.span.start
          : -1;
    const flow = start < end || start === -1 ? undefined : flowAround(flows, start);
    const entry = flow === undefined ? null : flowEntryAt(text, flow.start, start);
    if (flow === undefined || entry === null) continue;
    const isBraces = fact.kind === 'complex-key' && /^\{\s*\{/.test(text.slice(flow.start, flow.start + 9));
    const isCut = fact.kind === 'no-colon' && fact.before !== null && entry.valueEnd >= fact.key.span.end;
    if (!isBraces && !isCut) continue;
    const place = lineAt(text, start);
    const first: Fact = { kind: 'error', start, end: start, code: '', message: '' };
    const line = { file, text, facts: [first], first, place, flow };
    const whole = isBraces ? { start: flow.start, valueStart: flow.start, valueEnd: flow.end } : entry;
    const problem = cut(line, whole);
    progress.diagnostics.push(problem.diagnostic);
    found.push(...problem.masks);
    end = whole.valueEnd;
  }
  if (found.length === 0) return false;
  return blotOut(found, progress);
}

/** Braces around a list have no colon at all: once is enough. */
function isFirstOfMap(fact: TreeFact, index: number, facts: readonly TreeFact[]): boolean {
  const before = facts[index - 1];
  return fact.kind !== 'no-colon' || before?.kind !== 'no-colon' || before.map !== fact.map;
}

function blotOut(masks: readonly Mask[], progress: Progress): boolean {
  for (const mask of masks) progress.masks.push(mask);
  if (masks.length > 0) progress.text = applyMasks(progress.text, masks);
  return masks.length > 0;
}

function sayTreeFact(fact: TreeFact): Diagnostic {
  switch (fact.kind) {
    case 'duplicate-key':
      return errors.duplicateKey(fact.key, fact.first);
    case 'merge-key':
      return errors.mergeKey(fact.key.span);
    case 'empty-key':
      return errors.emptyKey(fact.key.span);
    case 'complex-key':
      return errors.complexKey(fact.span);
    default:
      return errors.noColonInBraces(fact.key.span, fact.key.text);
  }
}

function rootMap(root: YamlNode, progress: Progress): MapNode | null {
  if (root.kind === 'map') return root;
  if (root.kind === 'scalar' && root.text === '' && root.style === 'plain') {
    return { kind: 'map', flow: false, entries: [], span: spanOf(progress.file, 0, 0) };
  }
  // With another mistake in the file, that one has most likely made it so.
  if (progress.diagnostics.length === 0) {
    progress.diagnostics.push(errors.notAMap(root.span, root.kind === 'seq' ? 'list' : 'text'));
  }
  return null;
}
