// The table of places as a tree that is walked along with a file.
import type { Meaning } from './meaning.js';
import { KEYS, VALUES } from './table.js';

/** A place in the table: what its text is, what its key is, and the places below. */
export interface Step {
  readonly value: Meaning | null;
  readonly key: Meaning | null;
  readonly named: ReadonlyMap<string, Step>;
  /** Below a name. */
  readonly any: Step | null;
  /** In a list. */
  readonly item: Step | null;
}

interface Building {
  value: Meaning | null;
  key: Meaning | null;
  readonly named: Map<string, Building>;
  any: Building | null;
  item: Building | null;
}

const building = (): Building => ({ value: null, key: null, named: new Map(), any: null, item: null });

function build(): Step {
  const root = building();
  const reach = (pattern: string): Building => {
    let at = root;
    for (const part of pattern.split('.')) {
      let next = part === '*' ? at.any : part === '[]' ? at.item : (at.named.get(part) ?? null);
      if (next === null) {
        next = building();
        if (part === '*') at.any = next;
        else if (part === '[]') at.item = next;
        else at.named.set(part, next);
      }
      at = next;
    }
    return at;
  };
  for (const [pattern, meaning] of Object.entries(VALUES)) reach(pattern).value = meaning;
  for (const [pattern, meaning] of Object.entries(KEYS)) reach(pattern).key = meaning;
  return root;
}

export const ROOT: Step = build();

/** Below a key; null where the table says nothing about what stands there. */
export function stepInto(step: Step | null, key: string): Step | null {
  return step === null ? null : (step.named.get(key) ?? step.any);
}

/** In a list. Where one text or a list of them may stand, an item is what the one text is. */
export function stepToItem(step: Step | null): Step | null {
  if (step === null) return null;
  return { ...(step.item ?? NOTHING), value: step.item?.value ?? step.value };
}

const NOTHING: Step = { value: null, key: null, named: new Map(), any: null, item: null };
