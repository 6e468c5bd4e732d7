// What rows in memory say against their declarations: the checks of a database's data, in the same order and the same words.
import type { Dataset, Diagnostic, Graph } from '@sextant/parser';
import { checkMissingValues } from '../execute/checks/check-missing-values.js';
import { storedFields } from '../execute/sources/source.js';
import type { Row, Rows } from '../reference/rows.js';
import { NULL } from '../value/value.js';
import { checkKey } from './checks/check-key.js';
import { checkReferences } from './checks/check-references.js';
import { checkFinite, checkValues, isNotFinite } from './checks/check-values.js';

/** `names`: the datasets to check, all that have rows unless said otherwise. Types were checked when the rows were read. */
export function checkRows(graph: Graph, rows: Rows, names: Iterable<string> = rows.keys()): readonly Diagnostic[] {
  const wanted = [...new Set(names)].sort().flatMap((name) => graph.datasets.get(name) ?? []);
  return wanted.flatMap((dataset) => {
    const own = rows.get(dataset.name) ?? [];
    const missing = checkMissingValues(dataset, own.length, filledIn(dataset, own));
    if (own.length === 0) return missing;
    return [
      ...missing,
      ...checkFinite(dataset, own),
      ...checkKey(dataset, own),
      ...checkValues(dataset, own),
      ...checkReferences(dataset, rows, graph),
    ];
  });
}

function filledIn(dataset: Dataset, rows: readonly Row[]): ReadonlyMap<string, number> {
  return new Map(
    storedFields(dataset).map(({ name }) => {
      const has = (row: Row): boolean => {
        const value = row.get(name) ?? NULL;
        return value.kind !== 'none' || isNotFinite(value);
      };
      return [name, rows.filter(has).length];
    }),
  );
}
