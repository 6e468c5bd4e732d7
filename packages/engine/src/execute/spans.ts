// Where in the project's files a diagnostic about data points: at what was declared.
import type { Dataset, Field, Span } from '@sextant/parser';

export function datasetSpan(dataset: Dataset): Span {
  return dataset.def.name.span;
}

export function sourceSpan(dataset: Dataset): Span {
  const { from } = dataset.def;
  if (from === null) return datasetSpan(dataset);
  return from.kind === 'files' ? from.path.span : from.table.span;
}

export function keySpan(dataset: Dataset): Span {
  return dataset.def.key[0]?.span ?? datasetSpan(dataset);
}

export function fieldSpan(field: Field): Span {
  return field.def.column?.span ?? field.def.name.span;
}

export function typeSpan(field: Field): Span {
  return field.def.type?.span ?? field.def.name.span;
}

export function valuesSpan(field: Field): Span {
  return field.def.values?.[0]?.span ?? field.def.name.span;
}
