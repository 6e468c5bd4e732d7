// What was written inside the parentheses of a call beside its plain arguments.
import type { CallExpr, Clause, ClauseWord } from '../expression/tree.js';
import { misplaced } from './errors.js';
import type { Scope } from './scope.js';

/** True where nothing but plain arguments was written; says so otherwise. */
export function plainArguments(expr: CallExpr, scope: Scope): boolean {
  const [clause] = expr.clauses;
  const [flag] = expr.flags;
  if (clause !== undefined)
    scope.report(
      misplaced(`\`${clause.word}\``, `\`${expr.name}\` takes no \`${clause.word}\``, scope.at(clause.wordRange)),
    );
  if (flag !== undefined)
    scope.report(misplaced(`\`${flag.word}\``, `\`${expr.name}\` takes no \`${flag.word}\``, scope.at(flag.range)));
  return clause === undefined && flag === undefined;
}

/** The clause of a call, or null. */
export function clauseOf(expr: CallExpr, word: ClauseWord): Clause | null {
  return expr.clauses.find((clause) => clause.word === word) ?? null;
}
