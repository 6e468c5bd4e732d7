// and, or, not and `is null`, in the three-valued logic of SQL.
import type { Value } from '../value.js';
import { FALSE, TRUE, booleanValue } from '../value.js';
import type { ScalarImplementation } from './scalar-context.js';
import { strict, wrongKind } from './scalar-context.js';

/** False as soon as one argument is false, whatever has no value. */
export const and: ScalarImplementation = (args) => decidedBy(false, args);

/** True as soon as one argument is true, whatever has no value. */
export const or: ScalarImplementation = (args) => decidedBy(true, args);

function decidedBy(decisive: boolean, args: readonly Value[]): Value {
  let missing: Value | null = null;
  for (const arg of args) {
    if (arg.kind === 'none') missing ??= arg;
    else if (arg.kind !== 'boolean') wrongKind('a boolean', arg);
    else if (arg.value === decisive) return arg;
  }
  return missing ?? booleanValue(!decisive);
}

export const not: ScalarImplementation = strict(([arg]) =>
  arg?.kind === 'boolean' ? booleanValue(!arg.value) : wrongKind('a boolean', arg ?? FALSE),
);

export const isNull: ScalarImplementation = (args) => (args[0]?.kind === 'none' ? TRUE : FALSE);
