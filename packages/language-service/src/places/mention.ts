// The texts of a file that mean something: names, formulas, periods, each with what it is.
import type { MapNode, ScalarNode, YamlNode } from '@sextant/parser';
import type { Meaning, OfDataset } from './meaning.js';
import { ROOT, stepInto, stepToItem, type Step } from './step.js';

export interface Mention {
  readonly meaning: Meaning;
  readonly node: ScalarNode;
  readonly isKey: boolean;
  /** Keys from the root, its own last; `[]` for an item of a list. */
  readonly path: readonly string[];
  /** The dataset whose field it is, or whose rows its formula sees; null where there is none. */
  readonly dataset: string | null;
}

/**
 * Visits the mentions of a file in the order of the text. With an `offset` only those whose text holds it, the key or the value, and
 * nothing beside the way there is looked at.
 */
export function walkMentions(root: MapNode, visit: (mention: Mention) => void, offset: number | null = null): void {
  const holds = (node: YamlNode): boolean => offset === null || (node.span.start <= offset && offset <= node.span.end);

  const walk = (node: YamlNode, step: Step | null, path: readonly string[], around: MapNode | null): void => {
    if (step === null) return;
    switch (node.kind) {
      case 'scalar':
        if (step.value !== null && holds(node)) visit(mention(step.value, node, false, path, around));
        return;
      case 'seq': {
        const item = stepToItem(step);
        const below = [...path, '[]'];
        for (const one of node.items) if (holds(one)) walk(one, item, below, around);
        return;
      }
      case 'map':
        for (const { key, value } of node.entries) {
          if (offset !== null && (offset < key.span.start || offset > Math.max(key.span.end, value.span.end))) continue;
          const next = stepInto(step, key.text);
          if (next === null) continue;
          const below = [...path, key.text];
          if (next.key !== null && holds(key)) visit(mention(next.key, key, true, below, node));
          walk(value, next, below, node);
        }
    }
  };
  walk(root, ROOT, [], null);
}

/** The text at an offset; of a key and a value that meet there, the one that is not empty. */
export function mentionAt(root: MapNode, offset: number): Mention | null {
  let found: Mention | null = null;
  walkMentions(
    root,
    (mention) => {
      if (found === null || mention.node.text !== '') found = mention;
    },
    offset,
  );
  return found;
}

function mention(
  meaning: Meaning,
  node: ScalarNode,
  isKey: boolean,
  path: readonly string[],
  around: MapNode | null,
): Mention {
  const beside = (key: string): string | null => {
    const value = around?.entries.find((entry) => entry.key.text === key)?.value;
    return value?.kind === 'scalar' ? value.text : null;
  };
  return { meaning, node, isKey, path, dataset: datasetAt(meaning, path, beside) };
}

/** Whose fields a text is about. */
export function datasetAt(
  meaning: Meaning,
  path: readonly string[],
  beside: (key: string) => string | null,
): string | null {
  const of = (which: OfDataset): string | null =>
    which === 'own' ? (path[1] ?? null) : which === 'given' ? (path[3] ?? null) : beside(which.beside);
  switch (meaning.kind) {
    case 'field':
      return of(meaning.of);
    case 'row path':
      return of('own');
    case 'formula':
      return meaning.place === 'row' ? of('own') : null;
    case 'definition':
      return meaning.of === 'field' || meaning.of === 'role' ? of('own') : null;
    case 'value':
      return meaning.of === 'field' ? of('given') : null;
    default:
      return null;
  }
}
