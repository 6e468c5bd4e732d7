// Keys that stand in more than one row; of versions, that they do not overlap.
import type { Dataset, Diagnostic } from '@sextant/parser';
import { duplicateKey, overlappingVersions } from '../../execute/checks/errors.js';
import { checkedKey, versionsOf } from '../../execute/checks/key-columns.js';
import type { Row } from '../../reference/rows.js';
import { compareValues, groupKey } from '../../value/order.js';
import { NULL, textValue, type Value } from '../../value/value.js';
import { cellText } from '../cell-text.js';
import { countValues, examplesOf, type Counted } from './count-values.js';

export function checkKey(dataset: Dataset, rows: readonly Row[]): readonly Diagnostic[] {
  const columns = checkedKey(dataset);
  if (columns === null) return [];
  const groups = grouped(columns, rows);
  // A key without a value was reported, and is no duplicate.
  const repeated = groups.filter(({ values, members }) => members.length > 1 && !values.some(isNone));
  if (repeated.length === 0) return overlaps(dataset, rows);
  const counted = repeated.map(({ values, members }): Counted => ({
    value: shown(dataset, columns, values),
    rows: members.length,
  }));
  const { rows: affected, distinct, examples } = examplesOf(counted, { kind: 'text' });
  return [duplicateKey(dataset, columns, affected - distinct, examples)];
}

function overlaps(dataset: Dataset, rows: readonly Row[]): readonly Diagnostic[] {
  const versions = versionsOf(dataset);
  if (versions === null) return [];
  const { entity, start, end } = versions;
  const crossing: Value[] = [];
  for (const { values, members } of grouped(entity, rows)) {
    const ordered = members
      .filter((row) => !isNone(row.get(start) ?? NULL))
      .sort((a, b) => compareValues(a.get(start) ?? NULL, b.get(start) ?? NULL));
    for (const [i, row] of ordered.entries()) {
      const next = ordered[i + 1]?.get(start);
      // A version without an end is valid for good: whatever comes after it begins before that.
      if (next !== undefined && compareValues(row.get(end) ?? NULL, next) > 0)
        crossing.push(shown(dataset, entity, values));
    }
  }
  if (crossing.length === 0) return [];
  return [overlappingVersions(dataset, examplesOf(countValues(crossing), { kind: 'text' }))];
}

interface Group {
  readonly values: readonly Value[];
  readonly members: Row[];
}

function grouped(columns: readonly string[], rows: readonly Row[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const values = columns.map((name) => row.get(name) ?? NULL);
    const key = groupKey(values);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { values, members: [row] });
    else known.members.push(row);
  }
  return [...groups.values()];
}

function shown(dataset: Dataset, columns: readonly string[], values: readonly Value[]): Value {
  if (values.some(isNone)) return NULL;
  const texts = values.map((value, i) =>
    cellText(value, dataset.fields.get(columns[i] ?? '')?.type.value ?? { kind: 'text' }),
  );
  return textValue(texts.join(', '));
}

function isNone(value: Value): boolean {
  return value.kind === 'none';
}
