// Definitions in the order of their needs, and the cycles among them (Tarjan 1972, without recursion).

export interface DependencyOrder {
  /** Each name after what it needs; names on a cycle are left out. */
  readonly order: readonly string[];
  /** Each cycle as a path: every name needs the next, the last one the first. */
  readonly cycles: readonly (readonly string[])[];
}

interface Frame {
  readonly at: number;
  /** Which of its needs is looked at next. */
  next: number;
}

/** `needs` gives, for each name, the names it needs; names without an entry are leaves and left out. */
export function dependencyOrder(needs: ReadonlyMap<string, readonly string[]>): DependencyOrder {
  const order: string[] = [];
  const cycles: (readonly string[])[] = [];
  // Names are numbers here, in the order of `needs`: there may be tens of thousands.
  const names = [...needs.keys()];
  const numbers = new Map<string, number>();
  for (const name of names) numbers.set(name, numbers.size);
  const index = new Int32Array(names.length).fill(-1);
  const low = new Int32Array(names.length);
  const isOnStack = new Uint8Array(names.length);
  const stack: number[] = [];
  const frames: Frame[] = [];
  let opened = 0;
  const open = (at: number): void => {
    index[at] = opened;
    low[at] = opened++;
    isOnStack[at] = 1;
    stack.push(at);
    frames.push({ at, next: 0 });
  };
  const lower = (at: number, to: number): void => {
    if (to < (low[at] ?? 0)) low[at] = to;
  };
  for (let root = 0; root < names.length; root++) {
    if (index[root] !== -1) continue;
    open(root);
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const { at } = frame;
      const name = names[at] ?? '';
      const wanted = needs.get(name)?.[frame.next++];
      if (wanted !== undefined) {
        const to = numbers.get(wanted);
        if (to === undefined) continue;
        if (index[to] === -1) open(to);
        else if (isOnStack[to] === 1) lower(at, index[to] ?? 0);
        continue;
      }
      frames.pop();
      const parent = frames.at(-1);
      if (parent !== undefined) lower(parent.at, low[at] ?? 0);
      if (low[at] !== index[at]) continue;
      const group = stack.splice(stack.lastIndexOf(at));
      for (const member of group) isOnStack[member] = 0;
      if (group.length === 1 && !(needs.get(name) ?? []).includes(name)) order.push(name);
      else
        cycles.push(
          shortestCycle(
            group.map((member) => names[member] ?? ''),
            needs,
          ),
        );
    }
  }
  return { order, cycles };
}

/** A shortest cycle through the first name (in code-point order) of a strongly connected group. */
function shortestCycle(group: readonly string[], needs: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const members = new Set(group);
  const start = [...group].sort((a, b) => (a < b ? -1 : 1))[0] ?? '';
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const next of needs.get(at) ?? []) {
      if (next === start) {
        const path = [at];
        for (let back = cameFrom.get(at); back !== undefined; back = cameFrom.get(back)) path.unshift(back);
        return path;
      }
      if (!members.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      queue.push(next);
    }
  }
  return [start];
}
