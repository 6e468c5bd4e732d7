// What a node of the graph means, without places, comments, order of writing and layout.
import { hasKind } from '../../types/has-kind.js';
import type { Graph, NodeId } from '../graph.js';
import { questionAspects, projectAspects, testAspects, useAspects } from './asking-aspects.js';
import { collectAspects, type Aspects, type NormalForm } from './aspect.js';
import { datasetAspects, dimensionAspects, fieldAspects } from './data-aspects.js';
import { kpiAspects } from './kpi-aspects.js';
import { metricAspects, parameterAspects } from './metric-aspects.js';
import type { NameOf } from './normal-formula.js';
import { goalAspects, incentiveAspects, ownerAspects } from './people-aspects.js';

/** The node that stands for the project's own settings. */
export const PROJECT_NODE: NodeId = 'project:settings';

/** Every node that a graph defines, in the order of kinds and of definition. */
export function nodeIds(graph: Graph): readonly NodeId[] {
  const ids = (kind: string, names: Iterable<string>): readonly NodeId[] => [...names].map((name) => `${kind}:${name}`);
  return [
    PROJECT_NODE,
    ...[...graph.datasets.values()].flatMap(({ name, fields }) => [
      `dataset:${name}`,
      ...[...fields.keys()].map((field) => `field:${name}.${field}`),
    ]),
    ...ids('dimension', graph.dimensions.keys()),
    ...ids('parameter', graph.parameters.keys()),
    ...ids('metric', graph.metrics.keys()),
    ...ids('kpi', graph.kpis.keys()),
    ...ids('goal', graph.goals.keys()),
    ...ids('owner', graph.owners.keys()),
    ...ids('incentive', graph.incentives.keys()),
    ...ids('question', graph.questions.keys()),
    ...ids('test', graph.tests.keys()),
    ...ids('use', graph.uses.keys()),
  ];
}

/** Null where the graph has no such node. `nameOf` says what is written for nodes that it names; by default their ids. */
export function normalForm(graph: Graph, id: NodeId, nameOf: NameOf = (name) => name): NormalForm | null {
  const to = collectAspects(graph, nameOf);
  if (!addAspects(id, to)) return null;
  const colon = id.indexOf(':');
  const unknown = to.all.some(
    ({ key, value, formula }) =>
      (key === 'type' && value === 'unknown') ||
      (formula !== null && (formula.type.value.kind === 'unknown' || hasKind(formula, UNKNOWN))),
  );
  return { id, kind: id.slice(0, colon), name: id.slice(colon + 1), aspects: to.all, unknown };
}

const UNKNOWN = new Set(['unknown'] as const);

function addAspects(id: NodeId, to: Aspects): boolean {
  const { graph } = to;
  const colon = id.indexOf(':');
  const name = id.slice(colon + 1);
  const add = <T>(found: T | undefined, aspects: (node: T, to: Aspects) => void): boolean => {
    if (found !== undefined) aspects(found, to);
    return found !== undefined;
  };
  switch (id.slice(0, colon)) {
    case 'project':
      return add(id === PROJECT_NODE ? graph.project : undefined, projectAspects);
    case 'dataset':
      return add(graph.datasets.get(name), datasetAspects);
    case 'field': {
      const dataset = graph.datasets.get(name.slice(0, name.indexOf('.')));
      const field = dataset?.fields.get(name.slice(name.indexOf('.') + 1));
      const references = (dataset?.references ?? []).filter((one) => one.field === field?.name);
      return add(field, (one) => fieldAspects(one, references, to));
    }
    case 'dimension':
      return add(graph.dimensions.get(name), dimensionAspects);
    case 'parameter':
      return add(graph.parameters.get(name), parameterAspects);
    case 'metric':
      return add(graph.metrics.get(name), metricAspects);
    case 'kpi':
      return add(graph.kpis.get(name), kpiAspects);
    case 'goal':
      return add(graph.goals.get(name), goalAspects);
    case 'owner':
      return add(graph.owners.get(name), ownerAspects);
    case 'incentive':
      return add(graph.incentives.get(name), incentiveAspects);
    case 'question':
      return add(graph.questions.get(name), questionAspects);
    case 'test':
      return add(graph.tests.get(name), testAspects);
    case 'use':
      return add(graph.uses.get(name), useAspects);
    default:
      return false;
  }
}
