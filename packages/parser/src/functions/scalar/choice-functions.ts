// The functions that choose one of their arguments, in the order of the reference.
import type { ScalarSpec } from '../function-spec.js';
import { coalesceSpec } from './coalesce.js';
import { greatestSpec } from './greatest.js';
import { leastSpec } from './least.js';
import { nullifSpec } from './nullif.js';

export const choiceFunctions: readonly ScalarSpec[] = [coalesceSpec, nullifSpec, leastSpec, greatestSpec];
