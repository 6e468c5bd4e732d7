// One node of two versions: what it says otherwise, and how much that moves.
import type { Aspect, NormalForm } from '@sextant/parser';
import type { Detail, Verdict, Why } from './changes.js';
import { compareFormulas, compareTexts } from './compare-formulas.js';
import type { Sides } from './sides.js';

/** In the order of the later definition; what is gone comes last. */
export function compareNodes(earlier: NormalForm, later: NormalForm, sides: Sides): readonly Detail[] {
  const before = new Map(earlier.aspects.map((aspect) => [aspect.key, aspect]));
  const after = new Map(later.aspects.map((aspect) => [aspect.key, aspect]));
  const keys = new Set([...after.keys(), ...before.keys()]);
  return [...keys].flatMap((key) => {
    const detail = compareAspects(key, before.get(key) ?? null, after.get(key) ?? null, later.kind, sides);
    return detail === null ? [] : [detail];
  });
}

function compareAspects(
  key: string,
  before: Aspect | null,
  after: Aspect | null,
  kind: string,
  sides: Sides,
): Detail | null {
  const detail = (verdict: Verdict, why: Why | null = null): Detail => ({
    key,
    verdict,
    before: shownOf(before),
    after: shownOf(after),
    why,
  });
  const formulas = before !== null && after !== null && (before.formula !== null || after.formula !== null);
  if (formulas) {
    const compared = compareFormulas(before, after, sides);
    if (compared === null) return null;
    // What moves at most the status does so here too.
    const changed = compared.verdict === 'numbers' ? after.part : compared.verdict;
    return detail(changed, compared.why);
  }
  if (before !== null && after !== null && before.value === after.value) {
    // A condition of a question is compared part by part, and has no one formula.
    const written = CONDITIONS.includes(key) ? compareTexts(before.shown ?? '', after.shown ?? '') : null;
    return written === null ? null : detail(written.verdict, written.why);
  }
  return detail(...judged(key, kind, before, after));
}

const CONDITIONS: readonly string[] = ['where', 'having'];

function judged(key: string, kind: string, before: Aspect | null, after: Aspect | null): [Verdict, Why | null] {
  const part = after?.part ?? before?.part ?? 'metadata';
  switch (key) {
    case 'additive':
      // Sums of its groups are still sums of its groups.
      return after === null ? ['breaking', 'turned_non_additive'] : ['metadata', null];
    case 'values':
      return [isWider(before, after) ? 'metadata' : 'numbers', null];
    case 'references':
      return [before === null ? 'numbers' : 'breaking', null];
    case 'type':
    case 'unit':
      return ['breaking', null];
    default:
      if (kind === 'dimension' && key.startsWith('field ') && after === null) return ['breaking', null];
      return [part, null];
  }
}

/** Every value that was allowed still is. */
function isWider(before: Aspect | null, after: Aspect | null): boolean {
  if (before === null || after === null) return after === null;
  const allowed = new Set(after.value.split(', '));
  return before.value.split(', ').every((value) => allowed.has(value));
}

function shownOf(aspect: Aspect | null): string | null {
  return aspect === null ? null : (aspect.shown ?? aspect.value);
}
