// Dimensions: one meaning, a field for each dataset that has it.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { DimensionDef } from '../shape/definitions.js';
import { differentTypes } from './errors.js';
import { resolveMember } from './infer-name.js';
import { makeType } from './make-typed.js';
import type { Dimension } from './model.js';
import { nameExprOf, placeIn } from './name-expr-of.js';
import type { World } from './scope.js';
import type { FieldTyped, Type } from './typed.js';
import { NO_UNIT } from './unit.js';
import { showValueType, UNKNOWN, widen } from './value-type.js';

export function resolveDimensions(
  defs: Iterable<DimensionDef>,
  world: World,
  report: (diagnostic: Diagnostic) => void,
): readonly Dimension[] {
  return [...defs].map((def) => resolveDimension(def, world, report));
}

function resolveDimension(def: DimensionDef, world: World, report: (diagnostic: Diagnostic) => void): Dimension {
  const fields: FieldTyped[] = [];
  let type: Type = makeType(UNKNOWN, NO_UNIT, 'row');
  for (const located of def.fields) {
    // A dimension is made of fields, never of other dimensions.
    const fieldsOnly: World = { ...world, dimensions: new Map() };
    const found = resolveMember(nameExprOf(located), {
      world: fieldsOnly,
      position: { kind: 'condition' },
      at: placeIn(located),
      report,
    });
    if (found === null || found.member.kind !== 'field') continue;
    const { member } = found;
    if (fields.length === 0) type = found.type;
    else {
      const wide = widen(type.value, found.type.value);
      if (wide === null) {
        const first = def.fields[0]?.span ?? located.span;
        report(
          differentTypes(
            'make one dimension of',
            showValueType(type.value),
            showValueType(found.type.value),
            first,
            located.span,
          ),
        );
        continue;
      }
      type = { ...type, value: wide };
    }
    const dataset = member.path.at(-1)?.to ?? member.dataset;
    fields.push({
      kind: 'field',
      base: member.dataset,
      path: member.path,
      dataset,
      field: member.field,
      type: found.type,
      range: { start: 0, end: located.text.length },
    });
  }
  return { name: def.name.text, def, fields, type: { ...type, level: 'row' } };
}
