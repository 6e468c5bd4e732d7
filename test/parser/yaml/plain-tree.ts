// A located tree without its places, for comparing what was read.
import type { YamlNode } from '../../../packages/parser/src/yaml/tree.js';

export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

export function plainTree(node: YamlNode | null): Plain {
  if (node === null) return '(none)';
  switch (node.kind) {
    case 'scalar':
      return node.broken === true ? `broken ${node.text}` : node.text;
    case 'seq':
      return node.items.map(plainTree);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plainTree(value)]));
  }
}
