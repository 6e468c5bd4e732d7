// What things are called in descriptions: titles where there are some, else their names without underscores.
import type { Graph } from '../graph/graph.js';
import type { MetricDef, ParameterDef } from '../shape/definitions.js';
import { showLevel } from '../types/calendar-level.js';
import type { CalendarLevel, CalendarSpan, ClockLevel, FieldTyped, JoinStep, Member } from '../types/typed.js';
import { capitalised, humanName, inSentence, plural, singular } from './english.js';

/** Metrics are written with a capital, as the defined terms of a contract are. */
export function metricName(graph: Graph, name: string): string {
  return definedName(graph.metrics.get(name)?.def, name);
}

/** What a library makes is called as it is called there. */
function definedName(def: MetricDef | ParameterDef | undefined, name: string): string {
  return def?.title?.text ?? capitalised(humanName(def?.origin?.name ?? name));
}

export function kpiName(graph: Graph, name: string): string {
  return graph.kpis.get(name)?.def.title?.text ?? capitalised(humanName(name));
}

export function goalName(graph: Graph, name: string): string {
  return graph.goals.get(name)?.def.title?.text ?? capitalised(humanName(name));
}

export function ownerName(graph: Graph, name: string): string {
  return graph.owners.get(name)?.title?.text ?? capitalised(humanName(name));
}

export function datasetName(graph: Graph, name: string): string {
  return graph.datasets.get(name)?.def.title?.text ?? capitalised(humanName(name));
}

export function parameterName(graph: Graph, name: string): string {
  return definedName(graph.parameters.get(name)?.def, name);
}

/** What one row of a dataset is: `order line`. */
export function rowName(graph: Graph, dataset: string): string {
  const found = graph.datasets.get(dataset);
  // Where nothing says what one row is, it is called as the dataset, mostly in the plural.
  return found === undefined || found.def.one === null ? singular(humanName(dataset)) : humanName(found.one);
}

export function rowsName(graph: Graph, dataset: string): string {
  return plural(rowName(graph, dataset));
}

/** `status`, `the order's status`, `the billing address's region`. */
export function fieldName(graph: Graph, field: Pick<FieldTyped, 'path' | 'dataset' | 'field'>): string {
  const { path, dataset } = field;
  const def = graph.datasets.get(dataset)?.fields.get(field.field)?.def;
  const own = def?.title === undefined || def.title === null ? humanName(field.field) : inSentence(def.title.text);
  const last = path.at(-1);
  if (last === undefined) return own;
  return path.some((step) => step.reverse === true)
    ? `${own} of any ${stepName(graph, last)}`
    : `the ${stepName(graph, last)}’s ${own}`;
}

/** The row that a reference leads to, with the role that tells it from another one to the same dataset. */
function stepName(graph: Graph, step: JoinStep): string {
  const one = rowName(graph, step.to);
  const role = graph.datasets
    .get(step.from)
    ?.references.find(({ field, to }) => field === step.field && to === step.to)?.role;
  return role === undefined || role === null || role === one ? one : `${humanName(role)} ${one}`;
}

/** A dimension, or a field that stands for one: `channel`, `the customer’s region`. */
export function memberName(graph: Graph, member: Member): string {
  if (member.kind === 'dimension') {
    const title = graph.dimensions.get(member.dimension)?.def.title;
    return title === undefined || title === null ? humanName(member.dimension) : inSentence(title.text);
  }
  const { dataset, field, path } = member;
  const target = path.at(-1)?.to ?? dataset;
  const keyed = path.length === 0 ? entityOf(graph, { dataset, field }) : null;
  return keyed ?? fieldName(graph, { path, dataset: target, field });
}

/** The thing that a field identifies, itself or by a reference: `customer` for `orders.customer_id`; null for another field. */
export function entityOf(graph: Graph, { dataset, field }: Pick<FieldTyped, 'dataset' | 'field'>): string | null {
  const own = graph.datasets.get(dataset);
  if (own === undefined) return null;
  const reference = own.references.find((one) => one.field === field);
  if (own.key.length === 1 && own.key[0] === field) return humanName(own.one);
  if (reference !== undefined) return rowName(graph, reference.to);
  const counts = own.fields.get(field)?.def.counts;
  return counts === undefined || counts === null ? null : humanName(counts.text);
}

export function levelName(level: CalendarLevel | ClockLevel): string {
  return humanName(showLevel(level));
}

/** `28 days`, `1 fiscal year`. */
export function spanName({ amount, level }: CalendarSpan): string {
  return `${amount} ${amount === 1 ? levelName(level) : plural(levelName(level))}`;
}
