// Which kinds of definition know a key: for a key that stands in the wrong place.
import { projectFile } from './files.js';
import type { Shape } from './shape.js';

export function homesOf(key: string): readonly string[] {
  const homes = new Set<string>();
  collect(projectFile.shape, key, homes);
  return [...homes];
}

function collect(shape: Shape, key: string, homes: Set<string>): void {
  switch (shape.kind) {
    case 'scalar':
    case 'formula':
      return;
    case 'list':
    case 'named':
      collect(shape.of, key, homes);
      return;
    case 'byKind':
      for (const option of [shape.scalar, shape.list, shape.map]) if (option !== null) collect(option, key, homes);
      return;
    case 'byKey':
      collect(shape.present, key, homes);
      collect(shape.absent, key, homes);
      return;
    case 'object':
      if (Object.hasOwn(shape.keys, key)) homes.add(shape.noun);
      for (const { shape: value } of Object.values(shape.keys)) collect(value, key, homes);
  }
}
