// A dataset as the handbook shows it.
import { rowsName, showUnit, showValueType, type Dataset, type Field, type FieldTyped } from '@sextant/parser';
import type { DatasetEntry, FieldEntry } from '../model/handbook.js';
import { self } from '../links/links-of.js';
import type { Subject } from './part.js';

export function datasetEntry(dataset: Dataset, { graph, names, placeOf, lineage }: Subject): DatasetEntry {
  const { name, def } = dataset;
  const { from } = def;
  const source =
    from === null ? null : from.kind === 'files' ? from.path.text : `${from.table.text} of ${from.connection.text}`;
  return {
    link: self(names, 'dataset', name),
    description: def.description?.text.trim() ?? null,
    place: placeOf(def.name.span),
    lineage: lineage(`dataset:${name}`),
    one: dataset.one,
    source,
    key: dataset.key,
    time: timeInWords(dataset, rowsName(graph, name)),
    fields: [...dataset.fields.values()].map((field) => fieldEntry(field, dataset, names)),
    metrics: names.links(
      'metric',
      [...graph.metrics.values()].flatMap((metric) => (metric.datasets.includes(name) ? [metric.name] : [])),
    ),
  };
}

function fieldEntry(field: Field, { references }: Dataset, names: Subject['names']): FieldEntry {
  const { def } = field;
  const unit = showUnit(field.type.unit);
  const to = references.find((reference) => reference.field === field.name)?.to;
  return {
    name: field.name,
    type: `${showValueType(field.type.value)}${unit === '' ? '' : ` ${unit}`}`,
    title: def.title?.text ?? null,
    description: def.description?.text.trim() ?? null,
    formula: def.formula?.text.trim() ?? null,
    values: field.values ?? [],
    references: to === undefined ? null : names.link('dataset', to),
    optional: field.optional,
  };
}

function timeInWords({ time, plan }: Dataset, rows: string): string {
  const planned = plan ? '; a plan, which is known before its time' : '';
  switch (time.kind) {
    case 'undeclared':
      return `nothing says when ${rows} happen`;
    case 'none':
      return 'true at all times';
    case 'event':
      return `events, at ${pathText(time.at)}${planned}`;
    case 'snapshot':
      return `states, each as of the end of ${pathText(time.at)}${planned}`;
    case 'interval': {
      const until =
        time.until === null
          ? time.each === null
            ? 'without an end'
            : `until the next one of the same ${pathText(time.each)}`
          : `until ${pathText(time.until)}`;
      return `valid from ${pathText(time.from)} ${until}${planned}`;
    }
  }
}

function pathText({ path, field }: FieldTyped): string {
  return [...path.map(({ to }) => to), field].join('.');
}
