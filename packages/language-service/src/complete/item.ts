// Proposals before they are ranked, and the one place that makes items of editors out of them.
import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { SymbolKind } from '@sextant/parser';
import { rangeOf, type Lines } from '../text/lines.js';

export type ProposalKind = SymbolKind | 'function' | 'word' | 'key' | 'value' | 'level' | 'period' | 'snippet' | 'type';

export interface Proposal {
  readonly label: string;
  readonly kind: ProposalKind;
  /** Smaller is nearer to the top. */
  readonly rank: number;
  /** Its type, or what it is for, in a few words; asked only of those that are shown. */
  readonly detail: string | null | (() => string | null);
  /** What is written; the label where nothing is said. With `$1` and `$0` where `snippet` is set. */
  readonly insert?: string;
  readonly snippet?: true;
  /** What the documentation is asked by. */
  readonly about?: About;
}

/** Of what the documentation is shown when an item is looked at. */
export type About =
  | { readonly kind: 'symbol'; readonly symbol: SymbolKind; readonly name: string; readonly dataset: string | null }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'key'; readonly file: string; readonly path: readonly string[] }
  | { readonly kind: 'code'; readonly code: string };

/** The kinds of editors: what they show as a sign before the label. */
const KINDS: Readonly<Record<ProposalKind, CompletionItemKind>> = {
  dataset: 7, // class
  field: 5,
  dimension: 13, // enum
  metric: 6, // variable
  parameter: 21, // constant
  owner: 18, // reference
  goal: 18,
  kpi: 23, // event
  incentive: 23,
  test: 2,
  question: 2,
  library: 9,
  connection: 9,
  role: 18,
  thing: 11, // unit
  function: 3,
  word: 14, // keyword
  key: 10, // property
  value: 20, // enum member
  level: 20,
  period: 12, // value
  snippet: 15,
  type: 22, // struct
};

/** More are of no use in a list, and cost time; typing on asks again. */
export const MOST = 200;

export interface Target {
  readonly lines: Lines;
  /** What the item replaces. */
  readonly start: number;
  readonly end: number;
  /** What is written already there, before the cursor. */
  readonly prefix: string;
  /** How a text is written there: quotes may have to be doubled. */
  readonly write: (text: string) => string;
}

export interface Ranked {
  readonly items: readonly CompletionItem[];
  readonly isIncomplete: boolean;
}

/** The best of the proposals that go on with what is written; of two with one label the first in rank. */
export function rank(proposals: readonly Proposal[], { lines, start, end, prefix, write }: Target): Ranked {
  const range = rangeOf(lines, start, end);
  const wanted = prefix.toLowerCase();
  const seen = new Set<string>();
  const items: CompletionItem[] = [];
  for (const { proposal, score } of best(proposals, wanted)) {
    if (seen.has(proposal.label)) continue;
    seen.add(proposal.label);
    if (items.length === MOST) return { items, isIncomplete: true };
    const { label, kind, insert = label, about } = proposal;
    const detail = typeof proposal.detail === 'function' ? proposal.detail() : proposal.detail;
    items.push({
      label,
      kind: KINDS[kind],
      ...(detail === null ? {} : { detail }),
      sortText: `${score}${String(proposal.rank).padStart(3, '0')} ${label}`,
      filterText: label,
      textEdit: { range, newText: write(insert) },
      insertTextFormat: proposal.snippet === true ? 2 : 1,
      ...(about === undefined ? {} : { data: about }),
    });
  }
  return { items, isIncomplete: false };
}

/** Those that fit, the best first. Of thousands of names a few are asked for: only groups that are reached are put in order. */
function* best(
  proposals: readonly Proposal[],
  wanted: string,
): Generator<{ readonly proposal: Proposal; readonly score: number }> {
  const groups = new Map<number, Proposal[]>();
  for (const proposal of proposals) {
    const score = match(proposal.label.toLowerCase(), wanted);
    if (score === null) continue;
    const key = score * 1000 + proposal.rank;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [proposal]);
    else group.push(proposal);
  }
  for (const key of [...groups.keys()].sort((a, b) => a - b)) {
    const group = groups.get(key) ?? [];
    group.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
    for (const proposal of group) yield { proposal, score: Math.floor(key / 1000) };
  }
}

/** 0: begins with it; 1: a word of it does; 2: has its letters in their order, the first where a word begins. Null: none of these. */
function match(label: string, wanted: string): number | null {
  if (wanted === '' || label.startsWith(wanted)) return 0;
  for (let at = label.indexOf(wanted); at !== -1; at = label.indexOf(wanted, at + 1))
    if (!isLetter(label, at - 1)) return 1;
  for (let start = label.indexOf(wanted.charAt(0)); start !== -1; start = label.indexOf(wanted.charAt(0), start + 1))
    if (!isLetter(label, start - 1) && hasLetters(label, wanted, start)) return 2;
  return null;
}

/** Of a text in lower case: a letter or a digit, within ASCII by its code alone. */
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code > 96 && code < 123) || (code > 47 && code < 58);
  return code > 127 && /[\p{L}\p{N}]/u.test(text[at] ?? '');
}

function hasLetters(label: string, wanted: string, start: number): boolean {
  let at = start - 1;
  for (const letter of wanted) {
    at = label.indexOf(letter, at + 1);
    if (at === -1) return false;
  }
  return true;
}
