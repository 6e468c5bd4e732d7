// A graph as text, for comparing two of them.
import type { Graph } from '@sextant/parser';

/** All of a graph; maps as lists of entries in their order. */
export function graphText(graph: Graph): string {
  return JSON.stringify(graph, (_, value: unknown) => {
    if (value instanceof Map) return { map: [...value] };
    if (value instanceof Set) return { set: [...value].map(String).toSorted(byCode) };
    return value instanceof Uint32Array ? [...value] : value;
  });
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a graph means: without places, files and the order in which definitions are written. */
export function meaningText(graph: Graph): string {
  return JSON.stringify(meaning(graph));
}

function meaning(value: unknown): unknown {
  if (value instanceof Map) return meaning(Object.fromEntries(value));
  if (value instanceof Set) return [...value].map(String).toSorted(byCode);
  if (Array.isArray(value)) return value.map(meaning);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key]) => !['span', 'map', 'ends', 'files', 'edges', 'order', 'range', 'place', 'withPlace'].includes(key),
      )
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      // The children of a goal stand in the order of definition.
      .map(([key, part]) => [key, isListOfNames(key, part) ? part.toSorted(byCode) : meaning(part)]),
  );
}

function isListOfNames(key: string, value: unknown): value is readonly string[] {
  return (key === 'goals' || key === 'kpis') && Array.isArray(value) && value.every((one) => typeof one === 'string');
}
