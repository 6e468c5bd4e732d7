// What has a syntax of its own, in the order of the reference.
import type { ContextSpec } from '../function-spec.js';
import { acrossSpec } from './across.js';
import { caseSpec } from './case.js';
import { castSpec } from './cast.js';
import { datedSpec } from './dated.js';
import { ifSpec } from './if.js';
import { perSpec } from './per.js';
import { whereSpec } from './where.js';

export const contextWords: readonly ContextSpec[] = [
  whereSpec,
  datedSpec,
  acrossSpec,
  perSpec,
  caseSpec,
  ifSpec,
  castSpec,
];
