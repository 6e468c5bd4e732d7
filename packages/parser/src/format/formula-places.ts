// Which scalars of a file are formulas: the shapes say it.
import { rootShape } from '../shape/root-shape.js';
import type { Shape } from '../shape/shape.js';
import type { ScalarNode, YamlNode } from '../yaml/tree.js';

export function formulasOf(root: YamlNode, path: string): ReadonlySet<ScalarNode> {
  const found = new Set<ScalarNode>();
  collect(root, rootShape(path), found);
  return found;
}

function collect(node: YamlNode, shape: Shape, found: Set<ScalarNode>): void {
  switch (shape.kind) {
    case 'scalar':
      return;
    case 'formula':
      if (node.kind === 'scalar' && node.text !== '') found.add(node);
      return;
    case 'list':
      if (node.kind === 'seq') for (const item of node.items) collect(item, shape.of, found);
      return;
    case 'named':
      if (node.kind === 'map') for (const { value } of node.entries) collect(value, shape.of, found);
      return;
    case 'object':
      if (node.kind !== 'map') return;
      for (const { key, value } of node.entries) {
        const known = Object.hasOwn(shape.keys, key.text) ? shape.keys[key.text] : undefined;
        if (known !== undefined) collect(value, known.shape, found);
      }
      return;
    case 'byKey': {
      const isPresent = node.kind === 'map' && node.entries.some(({ key }) => key.text === shape.key);
      collect(node, isPresent ? shape.present : shape.absent, found);
      return;
    }
    case 'byKind': {
      const option = node.kind === 'scalar' ? shape.scalar : node.kind === 'seq' ? shape.list : shape.map;
      if (option !== null) collect(node, option, found);
    }
  }
}
