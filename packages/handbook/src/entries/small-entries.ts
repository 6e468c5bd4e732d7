// Dimensions and parameters, which are rows of a page.
import { showUnit, showValueType, type Dimension, type Parameter } from '@sextant/parser';
import type { DimensionEntry, ParameterEntry } from '../model/handbook.js';
import { self } from '../links/links-of.js';
import type { Subject } from './part.js';

export function dimensionEntry({ name, def, type, fields }: Dimension, of: Subject): DimensionEntry {
  const values = fields.flatMap(
    ({ dataset, field }) => of.graph.datasets.get(dataset)?.fields.get(field)?.values ?? [],
  );
  return {
    link: self(of.names, 'dimension', name),
    description: def.description?.text.trim() ?? null,
    place: of.placeOf(def.name.span),
    lineage: null,
    type: showValueType(type.value),
    fields: def.fields.map(({ text }) => text),
    values: [...new Set(values)],
  };
}

export function parameterEntry({ name, def, type }: Parameter, of: Subject): ParameterEntry {
  const id = `parameter:${name}`;
  const users = of.graph.edges.flatMap((edge) =>
    edge.to === id && edge.from.startsWith('metric:') ? [edge.from.slice('metric:'.length)] : [],
  );
  const unit = showUnit(type.unit);
  return {
    link: self(of.names, 'parameter', name),
    description: def.description?.text.trim() ?? null,
    place: of.placeOf(def.name.span),
    lineage: null,
    value: `${def.value.text.trim()}${unit === '' || def.value.text.includes(unit) ? '' : ` ${unit}`}`,
    usedBy: of.names.links('metric', new Set(users)),
  };
}
