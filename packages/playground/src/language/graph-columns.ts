// In which column of the picture each node stands: data first, then metrics, KPIs and goals, each after what it is made of.

export interface Placed {
  readonly id: string;
  readonly kind: string;
}

export interface Link {
  readonly from: string;
  readonly to: string;
}

/** Kinds that share a band share its columns; a kind that is not named stands with the metrics. */
const BANDS: readonly (readonly string[])[] = [
  ['dataset', 'field', 'parameter'],
  ['dimension'],
  ['metric'],
  ['kpi', 'question', 'test'],
  ['goal'],
  ['incentive', 'owner'],
];
const METRICS = 2;

export function columnsOf(nodes: readonly Placed[], links: readonly Link[]): ReadonlyMap<string, number> {
  const bandOf = ({ kind }: Placed): number => {
    const at = BANDS.findIndex((kinds) => kinds.includes(kind));
    return at < 0 ? METRICS : at;
  };
  const columns = new Map<string, number>();
  let next = 0;
  BANDS.forEach((_, band) => {
    const own = nodes.filter((node) => bandOf(node) === band);
    const ids = new Set(own.map(({ id }) => id));
    const before = new Map<string, string[]>();
    for (const { from, to } of links) {
      if (ids.has(from) && ids.has(to)) before.set(to, [...(before.get(to) ?? []), from]);
    }
    const depths = new Map<string, number>();
    const depthOf = (id: string): number => {
      const known = depths.get(id);
      if (known !== undefined) return known;
      // A circle, which has been reported, ends here.
      depths.set(id, 0);
      const depth = Math.max(-1, ...(before.get(id) ?? []).map(depthOf)) + 1;
      depths.set(id, depth);
      return depth;
    };
    for (const { id } of own) columns.set(id, next + depthOf(id));
    if (own.length > 0) next += Math.max(...depths.values()) + 1;
  });
  return columns;
}
