// The typed edges of the graph: who needs, serves, owns and tests whom.
import type { Member, Typed } from '../types/typed.js';
import { spanIn } from '../types/span-in.js';
import { walkTyped } from '../types/walk-typed.js';
import { aimFormulas } from './aim-formulas.js';
import type { Edge, Graph, Metric } from './graph.js';

// The edges of metrics follow from their formulas and owners alone. Remembering them changes nothing but the time of the next
// check; in parts, so that an edit makes one of them anew. A part begins at names of a kind and not at numbers, so that a metric
// that is put in or taken out changes its part alone.
const PART = 64;

// In parts that have changed once, of each metric.
const edgesOfMetric = new WeakMap<Metric['formula'], { readonly metric: Metric; readonly edges: readonly Edge[] }>();

function beginsPart(name: string): boolean {
  let sum = 0;
  for (let i = 0; i < name.length; i++) sum = (sum * 31 + name.charCodeAt(i)) % 65_521;
  return sum % PART === 0;
}

const edgesOfPart = new WeakMap<
  Metric['formula'],
  { readonly metrics: readonly Metric[]; readonly edges: readonly Edge[] }
>();

export function collectEdges(graph: Omit<Graph, 'edges'>): readonly Edge[] {
  const edges: Edge[] = [];
  // The edges of one formula follow each other, and only those can come twice.
  let first = 0;
  let last: string | null = null;
  const add = (from: string, kind: Edge['kind'], to: string): void => {
    if (from !== last) {
      last = from;
      first = edges.length;
    }
    for (let i = first; i < edges.length; i++) {
      const edge = edges[i];
      if (edge !== undefined && edge.to === to && edge.kind === kind) return;
    }
    edges.push({ from, to, kind });
  };
  const member = (from: string, kind: Edge['kind'], one: Member): void =>
    add(
      from,
      kind,
      one.kind === 'dimension'
        ? `dimension:${one.dimension}`
        : `field:${one.path.at(-1)?.to ?? one.dataset}.${one.field}`,
    );
  const formula = (from: string, typed: Typed): void => {
    walkTyped(typed, (node) => {
      const length = spanIn(node)?.parameter;
      if (length !== undefined) add(from, 'uses', `parameter:${length}`);
      switch (node.kind) {
        case 'metric':
          return add(from, 'uses', `metric:${node.metric}`);
        case 'parameter':
          return add(from, 'uses', `parameter:${node.parameter}`);
        case 'field':
          return add(from, 'computes_from', `field:${node.dataset}.${node.field}`);
        case 'aggregate':
          return add(from, 'aggregates', `dataset:${node.dataset}`);
        case 'conversion':
          add(from, 'aggregates', `dataset:${node.from.dataset}`);
          return add(from, 'aggregates', `dataset:${node.to.dataset}`);
        case 'retention':
          return add(from, 'aggregates', `dataset:${node.of.dataset}`);
        case 'member':
          return member(from, 'filters_by', node.member);
        case 'across':
          for (const key of node.keys) member(from, 'groups', key);
          return;
        case 'per':
          for (const key of node.keys) if (key.kind === 'member') member(from, 'groups', key.member);
          return;
        case 'top_share':
          return member(from, 'groups', node.key);
        case 'target':
          return add(from, 'targets', `kpi:${node.kpi}`);
        case 'convert': {
          const rates = graph.project.def.exchangeRates;
          if (rates !== null) add(from, 'converts_with', `dataset:${rates.dataset.text}`);
          return;
        }
        default:
      }
    });
  };
  for (const dataset of graph.datasets.values()) {
    const from = `dataset:${dataset.name}`;
    for (const field of dataset.fields.values()) {
      const id = `field:${dataset.name}.${field.name}`;
      edges.push({ from, to: id, kind: 'contains' });
      if (field.formula !== null) formula(id, field.formula);
    }
    for (const reference of dataset.references)
      add(`field:${reference.from}.${reference.field}`, 'references', `dataset:${reference.to}`);
  }
  for (const dimension of graph.dimensions.values()) {
    for (const field of dimension.fields)
      add(`dimension:${dimension.name}`, 'groups', `field:${field.dataset}.${field.field}`);
  }
  const before = edges.splice(0);
  const parts: (readonly Edge[])[] = [];
  for (const part of partsOf(graph.metrics.values())) {
    const [lead] = part;
    const known = lead === undefined ? undefined : edgesOfPart.get(lead.formula);
    if (known !== undefined && samePart(known.metrics, part)) {
      parts.push(known.edges);
      continue;
    }
    for (const metric of part) {
      const own = known === undefined ? undefined : edgesOfMetric.get(metric.formula);
      if (own !== undefined && sameMetric(own.metric, metric)) {
        for (const edge of own.edges) edges.push(edge);
        continue;
      }
      const start = edges.length;
      const from = `metric:${metric.name}`;
      formula(from, metric.formula);
      if (metric.def.owner !== null) add(from, 'owned_by', `owner:${metric.def.owner.text}`);
      if (known !== undefined) edgesOfMetric.set(metric.formula, { metric, edges: edges.slice(start) });
    }
    const made = edges.splice(0);
    last = null;
    if (lead !== undefined) edgesOfPart.set(lead.formula, { metrics: part, edges: made });
    parts.push(made);
  }
  collectKpiEdges(graph, add, formula);
  for (const test of graph.tests.values()) {
    const id = `test:${test.name.text}`;
    for (const given of test.given) add(id, 'tests', `dataset:${given.dataset.text}`);
    for (const expectation of test.expect) {
      if (expectation.metric !== null) add(id, 'tests', `metric:${expectation.metric.text}`);
      if (expectation.kpi !== null) add(id, 'tests', `kpi:${expectation.kpi.text}`);
    }
  }
  for (const question of graph.questions.values()) {
    const id = `question:${question.name.text}`;
    for (const metric of question.metrics) if (graph.metrics.has(metric.text)) add(id, 'asks', `metric:${metric.text}`);
    for (const by of question.by) if (graph.dimensions.has(by.text)) add(id, 'groups', `dimension:${by.text}`);
  }
  return before.concat(...parts, edges);
}

function partsOf(metrics: Iterable<Metric>): readonly (readonly Metric[])[] {
  const parts: Metric[][] = [];
  let part: Metric[] = [];
  for (const metric of metrics) {
    if (part.length === 0 || beginsPart(metric.name)) parts.push((part = []));
    part.push(metric);
  }
  return parts;
}

function samePart(a: readonly Metric[], b: readonly Metric[]): boolean {
  return a.length === b.length && a.every((one, i) => sameMetric(one, b[i]));
}

function sameMetric(one: Metric, other: Metric | undefined): boolean {
  if (one === other) return true;
  return one.formula === other?.formula && one.name === other.name && one.def.owner?.text === other.def.owner?.text;
}

function collectKpiEdges(
  graph: Omit<Graph, 'edges'>,
  add: (from: string, kind: Edge['kind'], to: string) => void,
  formula: (from: string, typed: Typed) => void,
): void {
  for (const kpi of graph.kpis.values()) {
    const id = `kpi:${kpi.name}`;
    const { def } = kpi;
    if (def.metric !== null) {
      add(id, 'measures', `metric:${def.metric.text}`);
      if (kpi.formula?.kind === 'filtered') formula(id, kpi.formula.condition);
    } else if (kpi.formula !== null) formula(id, kpi.formula);
    if (def.goal !== null) add(id, 'serves', `goal:${def.goal.text}`);
    if (def.owner !== null) add(id, 'owned_by', `owner:${def.owner.text}`);
    for (const contributor of def.contributors) add(id, 'contributed_by', `owner:${contributor.text}`);
    for (const guardrail of def.guardrails) add(id, 'guarded_by', `kpi:${guardrail.kpi.text}`);
    if (def.target?.kind === 'dataset') add(id, 'targets', `dataset:${def.target.dataset.text}`);
    for (const { typed } of aimFormulas(kpi)) formula(id, typed);
    if (kpi.pacing?.kind === 'working_days' && kpi.pacing.holidays !== null)
      add(id, 'uses', `dataset:${kpi.pacing.holidays}`);
  }
  for (const { name, def, components } of graph.incentives.values()) {
    const id = `incentive:${name}`;
    for (const component of components) add(id, 'pays', `${component.kind}:${component.name}`);
    for (const participant of def.participants) add(id, 'owned_by', `owner:${participant.text}`);
    if (def.gate !== null) add(id, 'guarded_by', `kpi:${def.gate.kpi.text}`);
  }
  for (const goal of graph.goals.values()) {
    if (goal.parent !== null) add(`goal:${goal.name}`, 'part_of', `goal:${goal.parent}`);
    if (goal.def.owner !== null) add(`goal:${goal.name}`, 'owned_by', `owner:${goal.def.owner.text}`);
  }
  for (const owner of graph.owners.values()) {
    if (owner.team !== null) add(`owner:${owner.name.text}`, 'part_of', `owner:${owner.team.text}`);
  }
}
