// What the writers of normal forms share. Each part of a formula is written by the one function `write`, handed down here, so
// that numbers, conditions and contexts can stand inside each other.
import type { Graph, NodeId } from '../graph.js';
import type { Typed } from '../../types/typed.js';
import { mayCommute, type Eyes, type Profile, type Profiles } from './profile.js';

export interface Writing {
  readonly graph: Graph;
  /** What is written for a node that a formula names. */
  readonly nameOf: (id: NodeId) => string;
  readonly eyes: Eyes;
  readonly profiles: Profiles;
  readonly write: (typed: Typed, writing: Writing) => string;
}

/** An operand as it is written, and why it can have no value. */
export interface Operand {
  readonly text: string;
  readonly profile: Profile;
}

export function operandOf(typed: Typed, writing: Writing): Operand {
  return { text: writing.write(typed, writing), profile: writing.profiles(typed) };
}

export function seenBy(eyes: Eyes, writing: Writing): Writing {
  return writing.eyes === eyes ? writing : { ...writing, eyes };
}

/** Inside an aggregate a missing rate decides whether there is a value at all, whoever looks at its reason from outside. */
export function ratesOnly(writing: Writing): Writing {
  return seenBy('rates', writing);
}

/**
 * The operands in one order for all orders that mean the same: the smallest that is reached by exchanging neighbours of which it does
 * not matter who comes first. (The lexicographic normal form of a trace.)
 */
export function inOrder(operands: readonly Operand[], { eyes, graph }: Writing): readonly Operand[] {
  const rest = [...operands];
  const sorted: Operand[] = [];
  while (rest.length > 0) {
    let best = 0;
    for (let i = 1; i < rest.length; i++) {
      const candidate = rest[i];
      const chosen = rest[best];
      if (candidate === undefined || chosen === undefined || candidate.text >= chosen.text) continue;
      if (rest.slice(0, i).every((before) => mayCommute(before.profile, candidate.profile, eyes, graph))) best = i;
    }
    sorted.push(...rest.splice(best, 1));
  }
  return sorted;
}

/** The operands without those whose text came before. */
export function withoutRepeats(operands: readonly Operand[]): readonly Operand[] {
  const seen = new Set<string>();
  return operands.filter(({ text }) => !seen.has(text) && seen.add(text).size > 0);
}

export function list(head: string, parts: readonly string[]): string {
  return `(${[head, ...parts].join(' ')})`;
}
