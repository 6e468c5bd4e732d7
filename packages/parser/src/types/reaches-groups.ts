// The groups of a key are those that an aggregate inside reaches: without an aggregate there is no group at all.
import { datasetsOf } from './check-members.js';
import { showMember } from './bind-member.js';
import { groupsOfNothing } from './errors.js';
import type { Range } from '../source/source-file.js';
import type { Scope } from './scope.js';
import type { Member, PerKey, Typed } from './typed.js';

/** False, and reported, where nothing inside reads rows. Buckets of time are there without any. */
export function reachesGroups(
  fn: string,
  keys: readonly PerKey[],
  parts: readonly (Typed | null)[],
  range: Range,
  scope: Scope,
): boolean {
  const [member] = keys.flatMap((key) => (key.kind === 'member' ? [key.member] : []));
  if (member === undefined) return true;
  const ofMetric = (name: string): readonly string[] => scope.world.metric(name)?.datasets ?? [];
  if (parts.some((part) => part !== null && datasetsOf(part, ofMetric).size > 0)) return true;
  const counted = fn === 'count' ? fieldOf(member, scope) : null;
  scope.report(groupsOfNothing(showMember(member), counted, scope.at(range)));
  return false;
}

/** A field that could be counted in its place. */
function fieldOf(member: Member, scope: Scope): string | null {
  if (member.kind === 'field') return showMember(member);
  const [first] = scope.world.dimensions.get(member.dimension)?.fields ?? [];
  return first === undefined ? null : [first.base, ...first.path.map((step) => step.to), first.field].join('.');
}
