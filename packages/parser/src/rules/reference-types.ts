// A reference has the type of the key that it refers to, or no row would ever find its partner.
import { referenceType } from '../types/join-errors.js';
import { showValueType } from '../types/value-type.js';
import type { Rule } from './rule.js';

export const referenceTypes: Rule = {
  name: 'reference-types',
  check(graph, report) {
    for (const dataset of graph.datasets.values()) {
      for (const reference of dataset.references) {
        const field = dataset.fields.get(reference.field);
        const key = graph.datasets.get(reference.to)?.fields.get(reference.toKey);
        if (field === undefined || key === undefined) continue;
        const [mine, theirs] = [field.type.value, key.type.value];
        if (mine.kind === theirs.kind || mine.kind === 'unknown' || theirs.kind === 'unknown') continue;
        report(
          referenceType(
            `${dataset.name}.${field.name}`,
            showValueType(mine),
            `${reference.to}.${key.name}`,
            showValueType(theirs),
            field.def.type?.span ?? field.def.name.span,
          ),
        );
      }
    }
  },
};
