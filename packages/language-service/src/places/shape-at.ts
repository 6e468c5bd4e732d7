// The shapes of the kinds of files, followed along a path of keys.
import { rootShape, type KeyShape, type ObjectShape, type Shape } from '@sextant/parser';

/** What may stand at a path, `[]` being an item of a list: several shapes where the text decides which. */
export function shapesAt(file: string, path: readonly string[]): readonly Shape[] {
  let shapes = alternatives(rootShape(file));
  for (const part of path) shapes = shapes.flatMap((shape) => below(shape, part)).flatMap(alternatives);
  return unique(shapes);
}

/** What is said of the key that a path ends with; null where it is a name, or nothing known. */
export function keyAt(file: string, path: readonly string[]): KeyShape | null {
  const last = path.at(-1);
  if (last === undefined || last === '[]') return null;
  for (const map of mapsAt(file, path.slice(0, -1))) {
    const key = Object.hasOwn(map.keys, last) ? map.keys[last] : undefined;
    if (key !== undefined) return key;
  }
  return null;
}

/** The maps with known keys that may stand at a path. */
export function mapsAt(file: string, path: readonly string[]): readonly ObjectShape[] {
  return shapesAt(file, path).flatMap((shape) => (shape.kind === 'object' ? [shape] : []));
}

/** Choices taken apart: what is left are scalars, formulas, lists and maps. */
function alternatives(shape: Shape): readonly Shape[] {
  switch (shape.kind) {
    case 'byKind':
      return [shape.scalar, shape.list, shape.map].flatMap((one) => (one === null ? [] : alternatives(one)));
    case 'byKey':
      return [...alternatives(shape.present), ...alternatives(shape.absent)];
    default:
      return [shape];
  }
}

function below(shape: Shape, part: string): readonly Shape[] {
  switch (shape.kind) {
    case 'list':
      return part === '[]' ? [shape.of] : [];
    case 'named':
      return part === '[]' ? [] : [shape.of];
    case 'object': {
      const key = Object.hasOwn(shape.keys, part) ? shape.keys[part] : undefined;
      return key === undefined ? [] : [key.shape];
    }
    default:
      return [];
  }
}

function unique(shapes: readonly Shape[]): readonly Shape[] {
  return [...new Set(shapes)];
}
