// References to rows that are not there.
import type { Dataset, Diagnostic, Graph } from '@sextant/parser';
import { danglingReference } from '../../execute/checks/errors.js';
import type { Rows } from '../../reference/rows.js';
import { valueKey } from '../../value/order.js';
import { NULL } from '../../value/value.js';
import { countValues, examplesOf } from './count-values.js';

/** Only where the dataset referred to is there too. */
export function checkReferences(dataset: Dataset, rows: Rows, graph: Graph): readonly Diagnostic[] {
  return dataset.references.flatMap((reference) => {
    const field = dataset.fields.get(reference.field);
    const target = rows.get(reference.to);
    const key = graph.datasets.get(reference.to)?.fields.get(reference.toKey);
    if (field === undefined || target === undefined || field.formula !== null || key?.formula !== null) return [];
    const keys = new Set(target.map((row) => valueKey(row.get(reference.toKey) ?? NULL)));
    const used = countValues((rows.get(dataset.name) ?? []).map((row) => row.get(field.name) ?? NULL));
    const lost = used.filter(({ value }) => value.kind !== 'none' && !keys.has(valueKey(value)));
    return lost.length === 0 ? [] : [danglingReference(reference, field, examplesOf(lost, field.type.value))];
  });
}
