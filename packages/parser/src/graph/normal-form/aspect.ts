// What a normal form is made of: everything that a definition says, part by part, each with what it can change.
import type { Graph, NodeId } from '../graph.js';
import type { Typed } from '../../types/typed.js';
import { normalFormula, type NameOf } from './normal-formula.js';

/**
 * What a change of an aspect touches at most: whoever relies on the definition (`breaking`), numbers, how numbers are judged, who
 * answers for them, or only what is told about them.
 */
export type Part = 'breaking' | 'numbers' | 'target' | 'ownership' | 'metadata';

export interface Aspect {
  /** `formula`, `unit`, `target FY2027-Q1`. */
  readonly key: string;
  readonly part: Part;
  /** Equal texts mean the same. */
  readonly value: string;
  /** As it is written, for people; null where `value` says it. */
  readonly shown: string | null;
  /** The formula behind the value, where it is one. */
  readonly formula: Typed | null;
}

export interface NormalForm {
  readonly id: NodeId;
  /** The first word of the id. */
  readonly kind: string;
  readonly name: string;
  readonly aspects: readonly Aspect[];
  /** A formula of it was reported as wrong: what it means is not known. */
  readonly unknown: boolean;
}

export interface Texted {
  readonly text: string;
}

/** Collects aspects; what is null or empty says nothing and makes none. */
export interface Aspects {
  readonly say: (key: string, part: Part, value: string | null | undefined, shown?: string | null) => void;
  readonly sayText: (key: string, part: Part, text: Texted | null) => void;
  readonly sayFormula: (key: string, part: Part, formula: Typed | null, written: Texted | null) => void;
  readonly sayDescribed: (def: {
    readonly title: Texted | null;
    readonly description: Texted | null;
    readonly ignore: readonly { readonly code: Texted; readonly reason: Texted }[] | null;
  }) => void;
  readonly nameOf: NameOf;
  readonly graph: Graph;
  readonly all: readonly Aspect[];
}

export function collectAspects(graph: Graph, nameOf: NameOf): Aspects {
  const all: Aspect[] = [];
  const say: Aspects['say'] = (key, part, value, shown = null) => {
    if (value !== null && value !== undefined) all.push({ key, part, value, shown, formula: null });
  };
  const sayText: Aspects['sayText'] = (key, part, text) => say(key, part, text?.text.trim());
  return {
    graph,
    nameOf,
    all,
    say,
    sayText,
    sayFormula: (key, part, formula, written) => {
      const shown = written?.text.trim() ?? null;
      // What could not be typed is compared as it is written.
      if (formula === null) return say(key, part, shown === null ? null : `written: ${shown}`, shown);
      all.push({ key, part, value: normalFormula(graph, formula, { nameOf }), shown, formula });
    },
    sayDescribed: ({ title, description, ignore }) => {
      sayText('title', 'metadata', title);
      sayText('description', 'metadata', description);
      const ignored = (ignore ?? []).map(({ code, reason }) => `${code.text}: ${reason.text}`).toSorted(byCode);
      say('ignore', 'metadata', listed(ignored));
    },
  };
}

/** Null of nothing. */
export function listed(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join(', ');
}

export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
