// Conditions on dimensions, bound to the rows of one dataset.
import { bindIn, type FieldTyped, type Graph, type Member, type Typed } from '@sextant/parser';

/** The field that a member means on a dataset's rows; the checker has refused members that mean none. */
export function bindField(
  graph: Graph,
  member: Member,
  dataset: string,
): { readonly field: FieldTyped; readonly overlapping: boolean } {
  const binding = bindIn(graph, member, dataset);
  if (binding.kind !== 'bound') throw new Error(`internal: a member was not bound to ${dataset}`);
  return binding;
}

export function bindCondition(graph: Graph, condition: Typed, dataset: string): Typed {
  switch (condition.kind) {
    case 'member':
      return { ...bindField(graph, condition.member, dataset).field, range: condition.range };
    case 'call':
      return { ...condition, args: condition.args.map((arg) => bindCondition(graph, arg, dataset)) };
    case 'case':
      return {
        ...condition,
        branches: condition.branches.map((branch) => ({
          when: bindCondition(graph, branch.when, dataset),
          then: bindCondition(graph, branch.then, dataset),
        })),
        otherwise: condition.otherwise === null ? null : bindCondition(graph, condition.otherwise, dataset),
      };
    default:
      return condition;
  }
}

const KEYS = new WeakMap<object, string>();

/** A text that two typed trees share if and only if they mean the same; where they stand in the text is no part of it. */
export function meaningKey(part: unknown): string {
  if (typeof part !== 'object' || part === null) return JSON.stringify(part) ?? '';
  // Trees are frozen, and one aggregate is lowered in many windows.
  const known = KEYS.get(part);
  if (known !== undefined) return known;
  const key = JSON.stringify(part, (name, value: unknown) => (name === 'range' ? undefined : value));
  KEYS.set(part, key);
  return key;
}

/** The same of several parts. */
export function meaningKeys(parts: readonly unknown[]): string {
  return JSON.stringify(parts.map(meaningKey));
}
