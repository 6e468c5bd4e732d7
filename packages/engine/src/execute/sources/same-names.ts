// Names that the language tells apart and the database does not.
import type { Dataset, Diagnostic } from '@sextant/parser';
import { sameButForCase } from './errors.js';
import { datasetSpan } from '../spans.js';
import { storedFields } from './source.js';

export function sameNames(datasets: readonly Dataset[]): readonly Diagnostic[] {
  const all = datasets.map((dataset) => ({ name: dataset.name, span: datasetSpan(dataset) }));
  return [
    ...among('datasets', all),
    ...datasets.flatMap((dataset) =>
      among(
        'fields',
        storedFields(dataset).map((field) => ({ name: field.name, span: field.def.name.span })),
      ),
    ),
  ];
}

type Named = { readonly name: string; readonly span: Parameters<typeof sameButForCase>[2] };

function among(what: string, names: readonly Named[]): readonly Diagnostic[] {
  const known = new Map<string, Named>();
  return names.flatMap((one) => {
    // DuckDB folds the 26 letters of ASCII only.
    const folded = one.name.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
    const other = known.get(folded);
    known.set(folded, other ?? one);
    return other === undefined ? [] : [sameButForCase(what, one.name, one.span, other.name, other.span)];
  });
}
