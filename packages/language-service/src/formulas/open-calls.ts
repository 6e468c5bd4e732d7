// The parentheses that are open at the end of some tokens: whose they are, and what they make of what stands in them.
import { findFunction, type FormulaToken, type World } from '@sextant/parser';
import { nameOf } from './cursor-tokens.js';
import type { NameScope } from '@sextant/parser';

/** What kind of text is wanted where a value may begin. */
export type Wanted =
  | 'value'
  /** What an aggregate is of: fields of rows, datasets where rows are counted. */
  | 'aggregated'
  | 'level'
  /** A length of the calendar: `1 year`. */
  | 'span'
  | 'member'
  | 'group key'
  | 'across key'
  | 'dataset'
  | 'field'
  | 'time field'
  | 'kpi'
  | 'currency'
  | 'type'
  | 'constant';

export interface OpenCall {
  /** Lower case. */
  readonly name: string;
  /** Which argument the cursor is in, from 0. */
  readonly argument: number;
  /** The words of the call that were written: `to`, `by`. */
  readonly words: readonly string[];
  /** Where the name stands. */
  readonly start: number;
}

export interface Frame {
  readonly call: string | null;
  readonly callStart: number;
  argument: number;
  readonly words: string[];
  wanted: Wanted;
  scope: NameScope;
  /** As at the beginning of the argument. */
  readonly start: { readonly wanted: Wanted; readonly scope: NameScope };
  /** Of an aggregate or a step: the dataset that is named first. */
  base: string | null;
  readonly said: Set<string>;
}

export function openFrame(call: string | null, callStart: number, scope: NameScope, wanted: Wanted): Frame {
  return {
    call,
    callStart,
    argument: 0,
    words: [],
    wanted,
    scope,
    start: { wanted, scope },
    base: scope.kind === 'row' ? scope.base : null,
    said: new Set(),
  };
}

export function framesOf(tokens: readonly FormulaToken[], scope: NameScope, world: World): readonly Frame[] {
  const frames: Frame[] = [openFrame(null, 0, scope, 'value')];
  for (const [i, token] of tokens.entries()) {
    const frame = frames.at(-1);
    if (frame === undefined) break;
    switch (token.role) {
      case 'open': {
        const name = tokens[i - 1];
        frames.push(name?.role === 'call' ? callFrame(name, frame) : openFrame(null, 0, frame.scope, frame.wanted));
        break;
      }
      case 'close':
        if (frames.length > 1) frames.pop();
        break;
      case 'comma':
        // In `per (region, ` and `in ('a', ` the next one is as the one before.
        if (frame.call !== null) nextArgument(frame);
        break;
      case 'name':
      case 'quoted name':
        noteDataset(frame, tokens, i, world);
        break;
      case 'word':
        readWord(frame, token.text.toLowerCase().replaceAll(/\s+/g, ' '));
        break;
      default:
    }
  }
  return frames;
}

function callFrame(name: FormulaToken, outer: Frame): Frame {
  const call = name.text.toLowerCase();
  if (findFunction(call)?.kind === 'aggregate') {
    const scope: NameScope = { kind: 'condition' };
    return { ...openFrame(call, name.start, scope, 'aggregated'), base: null };
  }
  const wanted = argumentOf(call, 0) ?? (outer.wanted === 'constant' ? 'constant' : 'value');
  return openFrame(call, name.start, outer.scope, wanted);
}

/** What the arguments of calls are that are no values. */
function argumentOf(call: string, argument: number): Wanted | null {
  switch (call) {
    case 'prior':
    case 'change':
    case 'growth':
    case 'rolling':
    case 'date_add':
      return argument === 1 ? 'span' : null;
    case 'to_date':
    case 'whole':
      return argument === 1 ? 'level' : null;
    case 'date_trunc':
    case 'date_diff':
      return argument === 0 ? 'level' : null;
    case 'share':
      return argument > 0 ? 'across key' : null;
    case 'target':
      return 'kpi';
    case 'conversion':
    case 'conversions':
    case 'retention':
      return 'dataset';
    case 'top_share':
      return argument === 1 ? 'constant' : null;
    default:
      return null;
  }
}

function nextArgument(frame: Frame): void {
  frame.argument++;
  frame.scope = frame.start.scope;
  const isFraction = findFunction(frame.call ?? '')?.kind === 'aggregate';
  frame.wanted = isFraction ? 'constant' : (argumentOf(frame.call ?? '', frame.argument) ?? 'value');
  frame.said.clear();
}

/** The first dataset that is named in an aggregate or a step is the one whose rows it sees. */
function noteDataset(frame: Frame, tokens: readonly FormulaToken[], i: number, world: World): void {
  const token = tokens[i];
  if (token === undefined || tokens[i - 1]?.role === 'dot' || frame.call === null) return;
  const name = nameOf(token);
  if (!world.datasetDefs.has(name)) return;
  const isRows = frame.wanted === 'aggregated' || frame.wanted === 'dataset';
  if (!isRows || (frame.base !== null && frame.wanted !== 'dataset')) return;
  if (frame.wanted === 'aggregated' && tokens[i + 1]?.role !== 'dot' && frame.call !== 'count') return;
  frame.base = name;
  frame.scope = { kind: 'row', base: name };
}

function readWord(frame: Frame, word: string): void {
  const isAggregate = findFunction(frame.call ?? '')?.kind === 'aggregate';
  switch (word) {
    case 'where':
      if (frame.said.has('per')) frame.scope = { kind: 'group' };
      else if (frame.base !== null && frame.call !== null) frame.scope = { kind: 'row', base: frame.base };
      else if (frame.scope.kind !== 'row') frame.scope = { kind: 'condition' };
      frame.wanted = 'value';
      break;
    case 'per':
      frame.wanted = 'group key';
      if (isAggregate) frame.scope = { kind: 'condition' };
      break;
    case 'across':
      frame.wanted = 'across key';
      break;
    case 'dated':
      frame.wanted = 'time field';
      break;
    case 'as':
      frame.wanted = 'type';
      break;
    case 'to':
      frame.words.push(word);
      frame.wanted = frame.call === 'convert' ? 'currency' : 'dataset';
      break;
    case 'by':
      frame.words.push(word);
      frame.wanted = 'field';
      break;
    case 'within':
      frame.words.push(word);
      frame.wanted = 'span';
      break;
    case 'at':
      frame.words.push(word);
      frame.wanted = frame.call === 'retention' ? 'span' : 'value';
      break;
    case 'each':
      frame.words.push(word);
      frame.wanted = 'member';
      break;
    case 'of':
      frame.words.push(word);
      frame.wanted = 'dataset';
      break;
    case 'distinct':
      break;
    default:
      return;
  }
  frame.said.add(word);
}
