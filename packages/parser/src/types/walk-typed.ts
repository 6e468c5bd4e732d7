// The parts of a typed node, and all nodes below one.
import type { Typed } from './typed.js';

export function typedChildren(typed: Typed): readonly Typed[] {
  switch (typed.kind) {
    case 'const':
    case 'null':
    case 'parameter':
    case 'field':
    case 'member':
    case 'metric':
    case 'target':
    case 'window_length':
    case 'unknown':
      return [];
    case 'call':
      return typed.args;
    case 'case':
      return [
        ...typed.branches.flatMap((branch) => [branch.when, branch.then]),
        ...(typed.otherwise === null ? [] : [typed.otherwise]),
      ];
    case 'convert':
      return typed.from.kind === 'field' ? [typed.of, typed.from.field, typed.at] : [typed.of, typed.at];
    case 'child':
      return [typed.aggregate];
    case 'aggregate':
      return [typed.value, typed.where, typed.dated].flatMap((part) => (part === null ? [] : [part]));
    case 'filtered':
      return [typed.of, typed.condition];
    case 'across':
    case 'window':
    case 'state':
    case 'top_share':
      return [typed.of];
    case 'per':
      return [typed.of, typed.where].flatMap((part) => (part === null ? [] : [part]));
    case 'conversion':
      return [typed.from.entity, typed.from.where, typed.to.entity, typed.to.where].flatMap((part) =>
        part === null ? [] : [part],
      );
    case 'retention':
      return [typed.of.entity, typed.of.where].flatMap((part) => (part === null ? [] : [part]));
  }
}

/** Calls `visit` for the node and everything below it, outermost first. Not through metrics: those are nodes of the graph. */
export function walkTyped(typed: Typed, visit: (node: Typed) => void): void {
  visit(typed);
  // The kinds that most nodes are of, without a list for each: every formula is walked several times.
  switch (typed.kind) {
    case 'const':
    case 'field':
    case 'metric':
    case 'member':
      return;
    case 'aggregate':
      if (typed.value !== null) walkTyped(typed.value, visit);
      if (typed.where !== null) walkTyped(typed.where, visit);
      if (typed.dated !== null) walkTyped(typed.dated, visit);
      return;
    default:
      for (const child of typedChildren(typed)) walkTyped(child, visit);
  }
}
