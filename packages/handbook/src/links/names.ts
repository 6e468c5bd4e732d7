// What things are called, and where their pages are.
import {
  capitalised,
  datasetName,
  goalName,
  kpiName,
  memberName,
  metricName,
  ownerName,
  type Graph,
  type NodeKind,
} from '@sextant/parser';
import type { Link } from '../model/handbook.js';

/** Kinds with a page for each, and the folder of these. */
const FOLDERS: Partial<Record<NodeKind, string>> = {
  metric: 'metrics',
  kpi: 'kpis',
  goal: 'goals',
  owner: 'owners',
  dataset: 'datasets',
};

/** Kinds whose entries are rows of one page. */
const LISTS: Partial<Record<NodeKind, string>> = { dimension: 'dimensions.html', parameter: 'parameters.html' };

/** Links of one part of a handbook. Null for kinds that have no page. */
export interface Names {
  readonly link: (kind: NodeKind, name: string) => Link | null;
  readonly links: (kind: NodeKind, names: Iterable<string>) => readonly Link[];
}

export function namesOf(graph: Graph, folder: string): Names {
  const files = new Map<NodeKind, ReadonlyMap<string, string>>();
  const link = (kind: NodeKind, name: string): Link | null => {
    const inFolder = FOLDERS[kind];
    const list = LISTS[kind];
    const title = titleOf(graph, kind, name);
    if (inFolder !== undefined) {
      const known = files.get(kind) ?? fileNames(tableOf(graph, kind));
      files.set(kind, known);
      const file = known.get(name);
      return file === undefined ? null : { href: `${folder}${inFolder}/${file}`, kind, name, title };
    }
    return list === undefined ? null : { href: `${folder}${list}#${plain(name)}`, kind, name, title };
  };
  return {
    link,
    links: (kind, names) =>
      [...names].flatMap((name) => {
        const found = link(kind, name);
        return found === null ? [] : [found];
      }),
  };
}

/** An id, or the name of a file: other characters than plain ones are written by their numbers. */
export function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9_.-]/gu, (one) => `~${(one.codePointAt(0) ?? 0).toString(16)}~`);
}

/** Two names that differ in case alone are two files wherever the handbook is put. */
function fileNames(names: Iterable<string>): ReadonlyMap<string, string> {
  const taken = new Map<string, number>();
  const files = new Map<string, string>();
  for (const name of names) {
    const file = plain(name);
    const before = taken.get(file.toLowerCase()) ?? 0;
    taken.set(file.toLowerCase(), before + 1);
    files.set(name, `${file}${before === 0 ? '' : `~${before + 1}`}.html`);
  }
  return files;
}

function tableOf(graph: Graph, kind: NodeKind): Iterable<string> {
  switch (kind) {
    case 'metric':
      return graph.metrics.keys();
    case 'kpi':
      return graph.kpis.keys();
    case 'goal':
      return graph.goals.keys();
    case 'owner':
      return graph.owners.keys();
    case 'dataset':
      return graph.datasets.keys();
    default:
      return [];
  }
}

function titleOf(graph: Graph, kind: NodeKind, name: string): string {
  switch (kind) {
    case 'metric':
      return metricName(graph, name);
    case 'kpi':
      return kpiName(graph, name);
    case 'goal':
      return goalName(graph, name);
    case 'owner':
      return ownerName(graph, name);
    case 'dataset':
      return datasetName(graph, name);
    case 'dimension':
      return capitalised(memberName(graph, { kind: 'dimension', dimension: name }));
    default:
      return capitalised(name.replaceAll('_', ' '));
  }
}
