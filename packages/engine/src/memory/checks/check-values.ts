// Values outside the declared ones, currency codes that are none, and floats that are no numbers.
import type { Dataset, Diagnostic, Field } from '@sextant/parser';
import { currencyCodes } from '@sextant/parser';
import { notFinite, unknownCurrency, unlistedValue, type Examples } from '../../execute/checks/errors.js';
import { storedFields } from '../../execute/sources/source.js';
import type { Row } from '../../reference/rows.js';
import { NULL, type Value } from '../../value/value.js';
import { cellText } from '../cell-text.js';
import { countValues, examplesOf } from './count-values.js';

export function checkValues(dataset: Dataset, rows: readonly Row[]): readonly Diagnostic[] {
  const fields = storedFields(dataset);
  const currencies = new Set(fields.map((field) => field.currencyField));
  return fields.flatMap((field) => {
    const diagnostics: Diagnostic[] = [];
    if (field.values !== null) {
      const examples = outside(field, rows, new Set(field.values));
      if (examples.rows > 0) diagnostics.push(unlistedValue(field, examples));
    }
    if (currencies.has(field.name)) {
      const examples = outside(field, rows, currencyCodes());
      if (examples.rows > 0) diagnostics.push(unknownCurrency(field, examples));
    }
    return diagnostics;
  });
}

function outside(field: Field, rows: readonly Row[], listed: ReadonlySet<string>): Examples {
  const type = field.type.value;
  const counted = countValues(rows.map((row) => row.get(field.name) ?? NULL));
  const unlisted = counted.filter(({ value }) => value.kind !== 'none' && !listed.has(cellText(value, type)));
  return examplesOf(unlisted, type);
}

export function checkFinite(dataset: Dataset, rows: readonly Row[]): readonly Diagnostic[] {
  return storedFields(dataset).flatMap((field) => {
    const wrong = rows.filter((row) => isNotFinite(row.get(field.name) ?? NULL)).length;
    return wrong === 0 ? [] : [notFinite(field, wrong)];
  });
}

/** A float of a file that is NaN or infinite: nothing else puts such a value into a row. */
export function isNotFinite(value: Value): boolean {
  return value.kind === 'none' && value.reason === 'out_of_range';
}
