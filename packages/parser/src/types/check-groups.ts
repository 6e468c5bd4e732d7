// Conditions on groups name what is the same in a whole group: a metric, or one of the dimensions that make it.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Range, Span } from '../source/source-file.js';
import { showMember } from './bind-member.js';
import { notGrouped } from './join-errors.js';
import type { Typed } from './typed.js';
import { typedChildren } from './walk-typed.js';

/** Reports each dimension of a condition behind `per` that is not among the keys around it. */
export function checkGroups(typed: Typed, at: (range: Range) => Span, report: (diagnostic: Diagnostic) => void): void {
  const visit = (node: Typed, groups: ReadonlySet<string>): void => {
    switch (node.kind) {
      case 'member':
        if (!groups.has(showMember(node.member)))
          report(notGrouped(showMember(node.member), [...groups], at(node.range)));
        return;
      case 'filtered':
        // Its condition is one on rows.
        visit(node.of, groups);
        return;
      case 'across': {
        const gone = new Set(node.keys.map(showMember));
        visit(node.of, new Set(node.all ? [] : [...groups].filter((name) => !gone.has(name))));
        return;
      }
      case 'per': {
        const keys = node.keys.flatMap((key) => (key.kind === 'member' ? [showMember(key.member)] : []));
        const inside = new Set([...groups, ...keys]);
        if (node.of !== null) visit(node.of, inside);
        if (node.where !== null) visit(node.where, inside);
        return;
      }
      default:
        for (const child of typedChildren(node)) visit(child, groups);
    }
  };
  visit(typed, new Set());
}
