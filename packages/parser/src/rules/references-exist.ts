// Every name by which one definition points at another outside a formula is defined.
import { unknownName } from '../names/errors.js';
import { missesFields } from '../names/symbols.js';
import type { Located, SectionName } from '../shape/definitions.js';
import type { Rule } from './rule.js';

/** Where a name of each kind would be defined: what is broken there was reported there. */
const SECTIONS: Readonly<Record<string, readonly SectionName[]>> = {
  owner: ['owners'],
  goal: ['goals'],
  KPI: ['kpis'],
  dataset: ['datasets'],
  metric: ['metrics'],
  parameter: ['parameters'],
};

export const referencesExist: Rule = {
  name: 'references-exist',
  check(graph, report) {
    const need = (kind: string, located: Located | null, table: ReadonlyMap<string, unknown>): void => {
      if (
        located === null ||
        table.has(located.text) ||
        SECTIONS[kind]?.some((section) => graph.broken.has(`${section}/${located.text}`))
      )
        return;
      report(unknownName(kind, located.text, located.span, table.keys()));
    };
    const { owners, goals, kpis, datasets, metrics, parameters } = graph;
    for (const { def } of metrics.values()) {
      need('owner', def.owner, owners);
      for (const guardrail of def.guardrails ?? []) need('metric', guardrail, metrics);
    }
    for (const owner of owners.values()) need('owner', owner.team, owners);
    for (const { def: goal } of goals.values()) {
      need('goal', goal.parent, goals);
      need('owner', goal.owner, owners);
    }
    for (const { def } of kpis.values()) {
      need('goal', def.goal, goals);
      need('owner', def.owner, owners);
      for (const contributor of def.contributors) need('owner', contributor, owners);
      for (const guardrail of def.guardrails) need('KPI', guardrail.kpi, kpis);
      if (def.target?.kind === 'dataset') need('dataset', def.target.dataset, datasets);
      if (def.pacing?.kind === 'working_days') need('dataset', def.pacing.holidays, datasets);
    }
    for (const { def: incentive } of graph.incentives.values()) {
      for (const participant of incentive.participants) need('owner', participant, owners);
      for (const component of incentive.components) {
        need('KPI', component.kpi, kpis);
        need('goal', component.goal, goals);
      }
      need('KPI', incentive.gate?.kpi ?? null, kpis);
    }
    for (const test of graph.tests.values()) {
      for (const given of test.given) {
        need('dataset', given.dataset, datasets);
        const dataset = datasets.get(given.dataset.text);
        if (dataset === undefined || missesFields(graph.broken, dataset.name)) continue;
        const known = new Map([...dataset.fields].filter(([, field]) => field.formula === null));
        if (given.source.kind === 'file') continue;
        for (const row of given.source.rows)
          for (const cell of row) need(`field of \`${dataset.name}\``, cell.field, known);
      }
      for (const expectation of test.expect) {
        need('metric', expectation.metric, metrics);
        for (const metric of expectation.metrics) need('metric', metric, metrics);
        need('KPI', expectation.kpi, kpis);
      }
      for (const parameter of test.parameters) need('parameter', parameter.name, parameters);
    }
    for (const question of graph.questions.values())
      for (const parameter of question.parameters) need('parameter', parameter.name, parameters);
    const { def } = graph.project;
    const connections = new Map(def.connections.map((connection) => [connection.name.text, connection]));
    for (const dataset of datasets.values()) {
      if (dataset.def.from?.kind === 'table') need('connection', dataset.def.from.connection, connections);
    }
    const rates = def.exchangeRates;
    if (rates === null) return;
    need('dataset', rates.dataset, datasets);
    const fields = datasets.get(rates.dataset.text)?.fields;
    if (fields !== undefined && !missesFields(graph.broken, rates.dataset.text))
      for (const part of [rates.from, rates.to, rates.at, rates.rate])
        need(`field of \`${rates.dataset.text}\``, part, fields);
  },
};
