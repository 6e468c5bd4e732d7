// The least that planning can do: text pieces put together for the definitions asked for, nothing checked.
import type { Body, DefinitionModel, Filter } from '../definitions/model.js';

/** A writer of one SELECT for named definitions, each expanded to its leaves. */
export function textOnlyPlanner(model: DefinitionModel): (names: readonly string[], by: readonly string[]) => string {
  const bodies = new Map(model.measures.map((measure) => [measure.name, measure.body]));
  const expand = (name: string): string => {
    const body = bodies.get(name);
    return body === undefined ? 'NULL' : write(body);
  };
  const write = (body: Body): string => {
    switch (body.kind) {
      case 'sum':
        return body.where === null
          ? `sum(${body.column})`
          : `sum(CASE WHEN ${test(body.where)} THEN ${body.column} END)`;
      case 'count':
        return `count(CASE WHEN ${test(body.where)} THEN 1 END)`;
      case 'distinct':
        return `count(DISTINCT CASE WHEN ${test(body.where)} THEN ${body.column} END)`;
      case 'ratio':
        return `(${expand(body.over)}) / nullif(${expand(body.under)}, 0)`;
      case 'expression':
        return `(${expand(body.plus[0])}) + (${expand(body.plus[1])}) - (${expand(body.minus)})`;
    }
  };
  return (names, by) =>
    `SELECT ${[...by, ...names.map((name) => `${expand(name)} AS "${name}"`)].join(', ')} FROM orders GROUP BY ALL`;
}

function test(filter: Filter): string {
  const text = filter.text === null ? '' : `${filter.text.column} = '${filter.text.value}' AND `;
  return `${text}${filter.above.column} > ${(filter.above.cents / 100).toFixed(2)}`;
}
