// Many-to-one paths between datasets, from the references that are declared.
import type { JoinStep } from './typed.js';

/** What path search needs to know of a reference; types/model.ts has the whole. */
export interface PathEdge extends JoinStep {
  readonly role: string | null;
}

export type PathSearch =
  | { readonly kind: 'one'; readonly path: readonly JoinStep[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly paths: readonly (readonly JoinStep[])[] };

export interface JoinPaths {
  /** The only many-to-one path between two datasets; a dataset reaches itself by the empty path. */
  find(from: string, to: string): PathSearch;
  /** Datasets that `from` reaches, itself first. */
  reachable(from: string): readonly string[];
  /** The step of `from` whose role is `name`; else the one to `name` without a role, else the only one to `name`. */
  step(from: string, name: string): PathEdge | 'several' | null;
  /** The steps that `from` has, in the order written. */
  steps(from: string): readonly PathEdge[];
}

const MAX_PATHS = 3;
const MAX_STEPS = 12;

export function joinPaths(edges: readonly PathEdge[]): JoinPaths {
  const from = new Map<string, PathEdge[]>();
  for (const edge of edges) {
    const list = from.get(edge.from);
    if (list === undefined) from.set(edge.from, [edge]);
    else list.push(edge);
  }
  // Simple paths only: a reference back to where the path came from (a manager who is an employee) needs its role.
  const cache = new Map<string, ReadonlyMap<string, readonly (readonly JoinStep[])[]>>();
  const pathsFrom = (start: string): ReadonlyMap<string, readonly (readonly JoinStep[])[]> => {
    const known = cache.get(start);
    if (known !== undefined) return known;
    const found = new Map<string, (readonly JoinStep[])[]>([[start, [[]]]]);
    let frontier: (readonly JoinStep[])[] = [[]];
    for (let depth = 0; depth < MAX_STEPS && frontier.length > 0; depth++) {
      const next: (readonly JoinStep[])[] = [];
      for (const path of frontier) {
        const at = path.at(-1)?.to ?? start;
        for (const edge of from.get(at) ?? []) {
          if (edge.to === start || path.some((step) => step.to === edge.to)) continue;
          const longer = [...path, { from: edge.from, field: edge.field, to: edge.to }];
          const list = found.get(edge.to);
          if (list !== undefined && list.length >= MAX_PATHS) continue;
          if (list === undefined) found.set(edge.to, [longer]);
          else list.push(longer);
          next.push(longer);
        }
      }
      frontier = next;
    }
    cache.set(start, found);
    return found;
  };
  return {
    find(start, to) {
      const paths = pathsFrom(start).get(to) ?? [];
      const [first] = paths;
      if (first === undefined) return { kind: 'none' };
      return paths.length === 1 ? { kind: 'one', path: first } : { kind: 'several', paths };
    },
    reachable: (start) => [...pathsFrom(start).keys()],
    step(start, name) {
      const own = from.get(start) ?? [];
      const byRole = own.find((edge) => edge.role === name);
      if (byRole !== undefined) return byRole;
      const byTarget = own.filter((edge) => edge.to === name);
      const plain = byTarget.filter((edge) => edge.role === null);
      const [only, second] = plain.length > 0 ? plain : byTarget;
      return second === undefined ? (only ?? null) : 'several';
    },
    steps: (start) => from.get(start) ?? [],
  };
}

/** `orders.billing.regions`: a path as a formula names it, by roles where there are some. */
export function dottedPath(from: string, path: readonly JoinStep[], joins: JoinPaths): string {
  const names = path.map((step) => {
    const edge = joins.steps(step.from).find((one) => one.field === step.field && one.to === step.to);
    return edge?.role ?? step.to;
  });
  return [from, ...names].join('.');
}

/** `orders.customer_id -> customers.region_id -> regions`. */
export function showPath(path: readonly JoinStep[]): string {
  const last = path.at(-1);
  return [
    ...path.map((step) => (step.reverse === true ? step.from : `${step.from}.${step.field}`)),
    last?.to ?? '',
  ].join(' -> ');
}
