// Filters and groups, held against every dataset that the metric inside them aggregates.
import { bindMember, showMember, type BindWorld } from './bind-member.js';
import { checkGroups } from './check-groups.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { overlappingAdded, unreachableMember } from './join-errors.js';
import type { Range, Span } from '../source/source-file.js';
import { hasKind } from './has-kind.js';
import type { Member, Typed } from './typed.js';
import { typedChildren, walkTyped } from './walk-typed.js';

/** The nodes that name members. */
const GROUPING: ReadonlySet<Typed['kind']> = new Set(['filtered', 'per', 'top_share', 'state']);

type Report = (diagnostic: Diagnostic) => void;

/** Datasets that a formula aggregates, itself or through metrics. */
export function datasetsOf(typed: Typed, ofMetric: (name: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: Typed): void => {
    switch (node.kind) {
      case 'aggregate':
        found.add(node.dataset);
        return;
      case 'metric':
        for (const dataset of ofMetric(node.metric)) found.add(dataset);
        return;
      case 'conversion':
        found.add(node.from.dataset);
        return;
      case 'retention':
        found.add(node.of.dataset);
        return;
      default:
        for (const child of typedChildren(node)) visit(child);
    }
  };
  visit(typed);
  return found;
}

/** The first of the datasets whose rows belong to several groups of a member; null where there is none. */
export function sharedRows(member: Member, inside: Iterable<string>, world: BindWorld): string | null {
  for (const dataset of inside) {
    const binding = bindMember(member, dataset, world);
    if (binding.kind === 'bound' && binding.overlapping) return dataset;
  }
  return null;
}

/** Reports a member that the rows of some dataset cannot reach. */
function hold(member: Member, inside: Iterable<string>, world: BindWorld, span: Span, report: Report): void {
  for (const dataset of inside) {
    const binding = bindMember(member, dataset, world);
    if (binding.kind !== 'bound') report(unreachableMember(showMember(member), dataset, binding, span, null));
  }
}

/** Reports each member of a condition that the rows of some dataset cannot reach. */
export function checkFilter(
  condition: Typed,
  inside: ReadonlySet<string>,
  world: BindWorld,
  at: (range: Range) => Span,
  report: Report,
): void {
  walkTyped(condition, (part) => {
    if (part.kind === 'member') hold(part.member, inside, world, at(part.range), report);
  });
}

/** Reports each filter, key or state member that some aggregate inside cannot reach. */
export function checkMembers(
  typed: Typed,
  ofMetric: (name: string) => readonly string[],
  world: BindWorld,
  at: (range: Range) => Span,
  report: Report,
): void {
  const holdApart = (op: string, member: Member, inside: ReadonlySet<string>, range: Range): void => {
    const shared = sharedRows(member, inside, world);
    if (shared !== null) report(overlappingAdded(op, showMember(member), shared, at(range)));
  };
  if (!hasKind(typed, GROUPING)) return;
  checkGroups(typed, at, report);
  walkTyped(typed, (node) => {
    if (node.kind === 'filtered') {
      checkFilter(node.condition, datasetsOf(node.of, ofMetric), world, at, report);
    } else if (node.kind === 'per') {
      // A key that only some aggregates reach groups those; none that do is a mistake.
      const inside = new Set([
        ...(node.of === null ? [] : datasetsOf(node.of, ofMetric)),
        ...(node.where === null ? [] : datasetsOf(node.where, ofMetric)),
      ]);
      for (const key of node.keys) {
        if (key.kind !== 'member') continue;
        hold(key.member, inside, world, at(node.range), report);
        if (node.fn === 'sum') holdApart('sum', key.member, inside, node.range);
      }
    } else if (node.kind === 'top_share') {
      const inside = datasetsOf(node.of, ofMetric);
      hold(node.key, inside, world, at(node.range), report);
      holdApart('top_share', node.key, inside, node.range);
    } else if (node.kind === 'state' && node.each !== null)
      hold(node.each, datasetsOf(node.of, ofMetric), world, at(node.range), report);
  });
}
