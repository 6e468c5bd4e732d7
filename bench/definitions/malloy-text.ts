// Writes the same tables and models in Malloy.
import { TABLES, type StarTable } from './tables.js';
import type { Body, DefinitionModel, Filter, Measure } from './model.js';

export interface MalloyOptions {
  /** Declarations added to a source, by the table's name. */
  readonly extra?: Readonly<Record<string, string>>;
  /** What stands in `duckdb.table('..')`; default the table's name. */
  readonly path?: (table: string) => string;
}

/** One source per table with its many-to-one joins. */
export function malloyModel(model: DefinitionModel | null, options: MalloyOptions = {}): string {
  const path = options.path ?? ((table: string): string => table);
  return TABLES.map((table) => source(table, path(table.name), model, options.extra?.[table.name] ?? '')).join('\n');
}

function source(table: StarTable, path: string, model: DefinitionModel | null, extra: string): string {
  const joins = table.columns.flatMap(({ name, references }) =>
    references === undefined ? [] : [`  join_one: ${references} with ${name}`],
  );
  const measures = (model?.measures ?? []).filter((measure) => measure.table === table.name).map(declaration);
  return [
    `source: ${table.name} is duckdb.table('${path}') extend {`,
    `  primary_key: ${table.key}`,
    ...joins,
    ...(measures.length === 0 ? [] : ['  measure:', ...measures]),
    ...(extra === '' ? [] : [extra]),
    '}',
  ].join('\n');
}

function declaration(measure: Measure): string {
  const comments = [`    # label="${measure.title}"`, `    #" ${measure.description}`];
  return [...comments, `    ${measure.name} is ${formula(measure.body)}`].join('\n');
}

function formula(body: Body): string {
  switch (body.kind) {
    case 'sum':
      return `${body.column}.sum()${condition(body.where)}`;
    case 'count':
      return `count()${condition(body.where)}`;
    case 'distinct':
      return `count(${body.column})${condition(body.where)}`;
    case 'ratio':
      return `${body.over} / ${body.under}`;
    case 'expression':
      return `${body.plus[0]} + ${body.plus[1]} - ${body.minus}`;
  }
}

function condition(filter: Filter | null): string {
  if (filter === null) return '';
  const text = filter.text === null ? '' : `${filter.text.column} = '${filter.text.value}' and `;
  return ` { where: ${text}${filter.above.column} > ${(filter.above.cents / 100).toFixed(2)} }`;
}
