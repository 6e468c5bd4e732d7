// Writes tables, models and the measures of the workloads as a project of ours.
import type { Format } from '../data/open-facts.js';
import type { Column, StarTable } from './tables.js';
import { TABLES } from './tables.js';
import type { Body, DefinitionModel, Filter, Measure } from './model.js';

export interface NamedText {
  readonly path: string;
  readonly text: string;
}

export interface ProjectPlace {
  /** Path of the data folder, relative to the project's folder or absolute. */
  readonly data: string;
  readonly format: Format;
}

export function projectFile(place: ProjectPlace): NamedText {
  const lines = ['project: bench', 'calendar: { timezone: UTC }', 'currency: EUR', `data: ${place.data}`];
  if (place.format === 'duckdb') lines.push('connections:', '  facts: { type: duckdb, file: facts.duckdb }');
  return { path: 'kpi.project.yaml', text: `${lines.join('\n')}\n` };
}

export function datasetsFile(place: ProjectPlace): NamedText {
  const lines = ['datasets:', ...TABLES.flatMap((table) => dataset(table, place.format))];
  lines.push('dimensions:', '  channel: [orders.channel, returns.channel, sessions.channel]');
  lines.push('  category: categories.category_name', '  region: regions.region_name');
  return { path: 'datasets.kpi.yaml', text: `${lines.join('\n')}\n` };
}

function dataset(table: StarTable, format: Format): readonly string[] {
  const from = format === 'duckdb' ? `{ connection: facts, table: ${table.name} }` : `${table.name}.parquet`;
  return [
    `  ${table.name}:`,
    `    from: ${from}`,
    `    one: ${table.one}`,
    `    key: ${table.key}`,
    `    time: ${table.time ?? 'none'}`,
    '    fields:',
    ...table.columns.map((column) => `      ${column.name}: ${field(column)}`),
  ];
}

function field(column: Column): string {
  const types: Readonly<Record<Column['type'], string>> = {
    integer: 'integer',
    money: 'decimal(2) EUR',
    money4: 'decimal(4) EUR',
    text: 'text',
    date: 'date',
    datetime: 'datetime',
  };
  const type = types[column.type];
  const parts = [`type: ${type}`];
  if (column.references !== undefined) parts.push(`references: ${column.references}`);
  if (column.optional === true) parts.push('optional: true');
  return parts.length === 1 ? type : `{ ${parts.join(', ')} }`;
}

export function metricsFile(model: DefinitionModel): NamedText {
  return { path: 'metrics.kpi.yaml', text: `metrics:\n${model.measures.map(metric).join('')}` };
}

function metric(measure: Measure): string {
  const lines = [
    `  ${measure.name}:`,
    `    title: ${measure.title}`,
    `    description: ${measure.description}`,
    `    formula: ${formula(measure.table, measure.body)}`,
  ];
  // Sums are added to one another below: an empty one says that it counts as nothing.
  if (measure.body.kind === 'sum') lines.push('    empty: 0');
  return `${lines.join('\n')}\n`;
}

function formula(table: string, body: Body): string {
  switch (body.kind) {
    case 'sum':
      return `sum(${table}.${body.column}${condition(body.where)})`;
    case 'count':
      return `count(${table}${condition(body.where)})`;
    case 'distinct':
      return `count(distinct ${table}.${body.column}${condition(body.where)})`;
    case 'ratio':
      return `${body.over} / ${body.under}`;
    case 'expression':
      return `${body.plus[0]} + ${body.plus[1]} - ${body.minus}`;
  }
}

function condition(filter: Filter | null): string {
  if (filter === null) return '';
  const text = filter.text === null ? '' : `${filter.text.column} = '${filter.text.value}' and `;
  return ` where ${text}${filter.above.column} > ${(filter.above.cents / 100).toFixed(2)} EUR`;
}

/** Metrics that a workload names itself, `name: formula`. */
export function namedMetricsFile(metrics: readonly (readonly [string, string])[]): NamedText {
  const lines = metrics.map(([name, text]) => `  ${name}: ${JSON.stringify(text)}`);
  return { path: 'workload.kpi.yaml', text: `metrics:\n${lines.join('\n')}\n` };
}
