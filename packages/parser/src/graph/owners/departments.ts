// Departments: the teams at the top. A person, a role or a smaller team belongs to the one that its chain of teams leads to.
import type { OwnerDef } from '../../shape/definitions.js';

type Owners = ReadonlyMap<string, OwnerDef>;

/** The owner and the teams that it is part of, smallest first. A chain that leads back ends before it does. */
export function teamsAbove(owner: string, owners: Owners): readonly string[] {
  const chain: string[] = [];
  for (let name: string | undefined = owner; name !== undefined && !chain.includes(name);) {
    const def: OwnerDef | undefined = owners.get(name);
    if (def === undefined) break;
    chain.push(name);
    name = def.team?.text;
  }
  return chain;
}

/** Null for one who belongs to no team. */
export function departmentOf(owner: string, owners: Owners): string | null {
  const top = teamsAbove(owner, owners).at(-1);
  return top !== undefined && owners.get(top)?.kind?.value === 'team' ? top : null;
}

/** In the order of definition. */
export function departmentsOf(owners: Owners): readonly string[] {
  return [...owners.keys()].filter((name) => departmentOf(name, owners) === name);
}
