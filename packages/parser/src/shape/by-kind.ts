// Readers that choose: by the kind of YAML node, or between two maps by the presence of a key.
import { cutByColon, isMissing } from './cut-text.js';
import { cutText } from './errors.js';
import { refuse, type Reader } from './reader.js';
import { takesFormula, type ByKindShape } from './shape.js';

export function byKind<T>(options: {
  readonly scalar?: Reader<T>;
  readonly list?: Reader<T>;
  readonly map?: Reader<T>;
}): Reader<T> {
  const { scalar, list, map } = options;
  const shape: ByKindShape = {
    kind: 'byKind',
    scalar: scalar?.shape ?? null,
    list: list?.shape ?? null,
    map: map?.shape ?? null,
  };
  // In a map of names, such as groups, a name may look like anything.
  const mayBeCut = takesFormula(shape) && map?.shape.kind === 'object';
  return {
    shape,
    read: (node, at, reading) => {
      // `metric:` with a formula on its own line that has a `: ` inside arrives as a map with one odd key.
      const colon = mayBeCut && node.kind === 'map' ? cutByColon(node) : null;
      if (colon !== null) {
        reading.diagnostics.push(cutText(colon, reading.file, 'colon', true));
        return null;
      }
      const option = node.kind === 'scalar' ? scalar : node.kind === 'seq' ? list : map;
      if (option !== undefined) {
        if (!isMissing(node) || scalar?.shape.kind !== 'formula') return option.read(node, at, reading);
      }
      refuse(node, at, shape, reading);
      return null;
    },
  };
}

export function byKey<T>(key: string, present: Reader<T>, absent: Reader<T>): Reader<T> {
  return {
    shape: { kind: 'byKey', key, present: present.shape, absent: absent.shape },
    read: (node, at, reading) => {
      const has = node.kind === 'map' && node.entries.some((entry) => entry.key.text === key);
      return (has ? present : absent).read(node, at, reading);
    },
  };
}
