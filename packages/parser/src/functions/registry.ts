// Finds a function by its name; functions are case-insensitive, names of definitions are not.
import { functionGroups } from './function-groups.js';
import type { FunctionSpec } from './function-spec.js';

export const allFunctions: readonly FunctionSpec[] = functionGroups.flatMap((group) => group.specs);

const byName: ReadonlyMap<string, FunctionSpec> = new Map(allFunctions.map((spec) => [spec.name, spec]));

export function findFunction(name: string): FunctionSpec | null {
  return byName.get(name.toLowerCase()) ?? null;
}

/** What may stand before `(`: the candidates for a misspelt name. */
export function functionNames(): readonly string[] {
  return allFunctions.filter((spec) => spec.kind !== 'context' || spec.form === 'call').map((spec) => spec.name);
}
