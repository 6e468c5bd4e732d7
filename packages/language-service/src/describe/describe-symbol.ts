// What a name is, for whoever points at it: its type, what it means in plain words, what it is made of and what uses it.
import { definitionInWords, kpiInWords, type Graph } from '@sextant/parser';
import { idOf, sayKind, type Symbol } from '@sextant/parser';
import { definitionOf } from '../symbols/definition-of.js';
import { describeLibrary, originText } from './describe-library.js';
import { neighboursOf } from './lineage.js';
import { code, names, paragraphs, plain } from './markdown.js';
import { typeOf } from './type-text.js';

/** `value` is the current value of a metric or a KPI, where there is data. */
export function describeSymbol(graph: Graph, of: Symbol, value: string | null): string | null {
  const definition = definitionOf(graph, of);
  if (definition === null) return null;
  const { title, description } = definition;
  return paragraphs(
    code(headOf(graph, of)),
    title === null ? null : `**${plain(title)}**`,
    description === null ? null : plain(description),
    meaningOf(graph, of),
    value === null ? null : `now: **${plain(value)}**`,
    lineageText(graph, of),
  );
}

/** `metric revenue: decimal(2) EUR`. */
export function headOf(graph: Graph, of: Symbol): string {
  const type = typeOf(graph, of);
  const name = of.kind === 'field' || of.kind === 'role' ? `${of.dataset ?? ''}.${of.name}` : of.name;
  return `${sayKind(of.kind)} ${name}${type === null ? '' : `: ${type}`}`;
}

function meaningOf(graph: Graph, { kind, name, dataset }: Symbol): string | null {
  switch (kind) {
    case 'metric': {
      const metric = graph.metrics.get(name);
      return metric === undefined || metric.type.value.kind === 'unknown'
        ? null
        : paragraphs(
            metric.def.origin === null ? null : code(metric.def.formula.text),
            plain(definitionInWords(graph, metric)),
            metric.def.origin === null ? null : originText(graph, metric.def.origin),
          );
    }
    case 'kpi':
      return kpiText(graph, name);
    case 'dataset':
      return datasetText(graph, name);
    case 'field':
      return fieldText(graph, dataset ?? '', name);
    case 'dimension': {
      const fields = graph.dimensions.get(name)?.def.fields.map(({ text }) => text) ?? [];
      return fields.length === 0
        ? null
        : `the field ${names(fields)}`.replace('field', fields.length === 1 ? 'field' : 'fields');
    }
    case 'parameter': {
      const value = graph.parameters.get(name)?.def.value.text;
      return value === undefined ? null : `\`${value}\` where a question says nothing else`;
    }
    case 'owner':
      return ownerText(graph, name);
    case 'goal': {
      const goal = graph.goals.get(name);
      if (goal === undefined) return null;
      const parts = [...goal.goals, ...goal.kpis];
      return parts.length === 0 ? 'nothing serves it' : `served by ${names(parts)}`;
    }
    case 'role': {
      const to = graph.datasets.get(dataset ?? '')?.references.find(({ role }) => role === name)?.to;
      return to === undefined ? null : `a reference to \`${to}\``;
    }
    case 'thing':
      return `what is counted: \`${name}\``;
    case 'connection': {
      const def = graph.project.def.connections.find((one) => one.name.text === name);
      return def?.file === undefined || def.file === null ? null : `the database \`${def.file.text}\``;
    }
    case 'question': {
      const asked = graph.questions.get(name)?.metrics.map(({ text }) => text) ?? [];
      return asked.length === 0 ? null : `asks ${names(asked)}`;
    }
    case 'library': {
      const library = graph.uses.get(name)?.library ?? null;
      return library === null ? null : describeLibrary(library);
    }
    case 'test':
    case 'incentive':
      return null;
  }
}

function kpiText(graph: Graph, name: string): string | null {
  const kpi = graph.kpis.get(name);
  if (kpi === undefined) return null;
  const words = kpiInWords(graph, kpi);
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ['measures', words.measure],
    ['goal', words.goal],
    ['target', words.target],
    ['pacing', words.pacing],
    ['status', words.status],
    ['guardrails', words.guardrails],
    ['trend', words.trend],
  ];
  return lines
    .filter(([, said]) => said.length > 0)
    .map(([what, said]) => `- ${what}: ${plain(said.join('; '))}`)
    .join('\n');
}

function datasetText(graph: Graph, name: string): string | null {
  const dataset = graph.datasets.get(name);
  if (dataset === undefined) return null;
  const { key, one, time, references, fields } = dataset;
  const when =
    time.kind === 'event' || time.kind === 'snapshot'
      ? `\`${time.at.field}\``
      : time.kind === 'none'
        ? 'at all times'
        : null;
  return [
    `- a row is one ${one}${key.length === 0 ? '' : `, by ${names(key)}`}`,
    when === null ? null : `- time: ${when}`,
    ...references.map(
      ({ field, to, role }) => `- \`${field}\` refers to \`${to}\`${role === null ? '' : ` as \`${role}\``}`,
    ),
    `- fields: ${names([...fields.keys()], 20)}`,
  ]
    .filter((line) => line !== null)
    .join('\n');
}

function fieldText(graph: Graph, dataset: string, name: string): string | null {
  const field = graph.datasets.get(dataset)?.fields.get(name);
  if (field === undefined) return null;
  const to = graph.datasets.get(dataset)?.references.find((one) => one.field === name);
  return paragraphs(
    field.def.formula === null ? null : code(field.def.formula.text),
    [
      field.optional ? 'a row may have no value' : null,
      field.values === null ? null : `one of ${names(field.values, 12)}`,
      to === undefined ? null : `refers to \`${to.to}\``,
      field.column !== null && field.column !== name ? `the column \`${field.column}\`` : null,
    ]
      .filter((line) => line !== null)
      .join('; '),
  );
}

function ownerText(graph: Graph, name: string): string | null {
  const owner = graph.owners.get(name);
  if (owner === undefined) return null;
  const owned = [...graph.kpis.values()].filter(({ def }) => def.owner?.text === name).map((kpi) => kpi.name);
  return [
    [owner.kind?.value, owner.team === null ? null : `of \`${owner.team.text}\``].filter(Boolean).join(' '),
    owner.contact === null ? null : plain(owner.contact.text),
    owned.length === 0 ? null : `answers for ${names(owned)}`,
  ]
    .filter((line) => line !== null && line !== '')
    .join('; ');
}

/** One step either way; the rest is the answer to a question of its own. */
function lineageText(graph: Graph, of: Symbol): string | null {
  if (!['metric', 'field', 'dataset', 'kpi', 'dimension', 'parameter'].includes(of.kind)) return null;
  const { needs, users } = neighboursOf(graph, idOf(of));
  const shown = (ids: readonly string[]): readonly string[] =>
    ids.filter((id) => of.kind !== 'dataset' || !id.startsWith('field:')).map((id) => id.slice(id.indexOf(':') + 1));
  const made = shown(needs.filter((id) => !/^(?:owner|goal):/.test(id)));
  const used = shown(users);
  return [made.length === 0 ? null : `from ${names(made)}`, used.length === 0 ? null : `used by ${names(used)}`]
    .filter((line) => line !== null)
    .join('; ');
}

export function levelText(graph: Graph, text: string): string {
  const { fiscalYearStarts, weekStarts } = graph.project;
  const level = text.toLowerCase().replace(/s$/, '');
  if (level.startsWith('fiscal')) return `a level of the calendar; fiscal years begin in month ${fiscalYearStarts}`;
  return level === 'week' ? `a level of the calendar; weeks begin on ${weekStarts}` : 'a level of the calendar';
}
