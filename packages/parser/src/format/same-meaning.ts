// Whether two trees say the same: structure, names and texts; formulas may differ in their spacing.
import { parseFormula } from '../expression/parse-formula.js';
import type { ScalarNode, YamlNode } from '../yaml/tree.js';
import { sameFormula } from './same-formula.js';

export interface Meaning {
  readonly root: YamlNode;
  readonly formulas: ReadonlySet<ScalarNode>;
}

export function sameMeaning(a: Meaning, b: Meaning): boolean {
  return same(a.root, b.root, a.formulas, b.formulas);
}

function same(
  a: YamlNode,
  b: YamlNode,
  formulasOfA: ReadonlySet<ScalarNode>,
  formulasOfB: ReadonlySet<ScalarNode>,
): boolean {
  switch (a.kind) {
    case 'scalar':
      return b.kind === 'scalar' && sameScalar(a, b, formulasOfA.has(a) && formulasOfB.has(b));
    case 'seq':
      return (
        b.kind === 'seq' &&
        a.items.length === b.items.length &&
        a.items.every((item, i) => {
          const other = b.items[i];
          return other !== undefined && same(item, other, formulasOfA, formulasOfB);
        })
      );
    case 'map':
      return (
        b.kind === 'map' &&
        a.entries.length === b.entries.length &&
        a.entries.every(({ key, value }, i) => {
          const other = b.entries[i];
          return (
            other !== undefined &&
            sameScalar(key, other.key, false) &&
            same(value, other.value, formulasOfA, formulasOfB)
          );
        })
      );
  }
}

function sameScalar(a: ScalarNode, b: ScalarNode, isFormula: boolean): boolean {
  if (a.text === b.text) {
    // A missing value and an empty text in quotes are two things; in a block `--` starts a comment.
    if (a.text === '') return isPlain(a) === isPlain(b);
    return !isFormula || isLiteral(a) === isLiteral(b);
  }
  if (!isFormula || isLiteral(a) !== isLiteral(b)) return false;
  const [left, right] = [parseFormula(a.text, isLiteral(a)), parseFormula(b.text, isLiteral(b))];
  return left.problems.length === 0 && right.problems.length === 0 && sameFormula(left.root, right.root);
}

function isPlain({ style }: ScalarNode): boolean {
  return style === 'plain';
}

function isLiteral({ style }: ScalarNode): boolean {
  return style === 'literal';
}
