// Definitions in the order of their needs, and the cycles among them (Tarjan 1972, without recursion).

export interface DependencyOrder {
  /** Each name after what it needs; names on a cycle are left out. */
  readonly order: readonly string[];
  /** Each cycle as a path: every name needs the next, the last one the first. */
  readonly cycles: readonly (readonly string[])[];
}

/** `needs` gives, for each name, the names it needs; names without an entry are leaves and left out. */
export function dependencyOrder(needs: ReadonlyMap<string, readonly string[]>): DependencyOrder {
  const order: string[] = [];
  const cycles: (readonly string[])[] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const open = (name: string, frames: { name: string; next: number }[]): void => {
    index.set(name, index.size);
    low.set(name, index.size - 1);
    stack.push(name);
    onStack.add(name);
    frames.push({ name, next: 0 });
  };
  for (const root of needs.keys()) {
    if (index.has(root)) continue;
    const frames: { name: string; next: number }[] = [];
    open(root, frames);
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const { name } = frame;
      const wanted = needs.get(name)?.[frame.next++];
      if (wanted !== undefined) {
        if (!needs.has(wanted)) continue;
        if (!index.has(wanted)) open(wanted, frames);
        else if (onStack.has(wanted)) low.set(name, Math.min(low.get(name) ?? 0, index.get(wanted) ?? 0));
        continue;
      }
      frames.pop();
      const parent = frames.at(-1);
      if (parent !== undefined) low.set(parent.name, Math.min(low.get(parent.name) ?? 0, low.get(name) ?? 0));
      if (low.get(name) !== index.get(name)) continue;
      const group = stack.splice(stack.lastIndexOf(name));
      for (const member of group) onStack.delete(member);
      if (group.length > 1 || (needs.get(name) ?? []).includes(name)) cycles.push(shortestCycle(group, needs));
      else order.push(name);
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
