// The aggregates, in the order of the reference.
import type { AggregateSpec } from '../function-spec.js';
import { avgSpec } from './avg.js';
import { countSpec } from './count.js';
import { firstSpec } from './first.js';
import { lastSpec } from './last.js';
import { maxSpec } from './max.js';
import { medianSpec } from './median.js';
import { minSpec } from './min.js';
import { quantileSpec } from './quantile.js';
import { stddevSpec } from './stddev.js';
import { sumSpec } from './sum.js';
import { varianceSpec } from './variance.js';

export const aggregates: readonly AggregateSpec[] = [
  sumSpec,
  avgSpec,
  minSpec,
  maxSpec,
  countSpec,
  medianSpec,
  quantileSpec,
  stddevSpec,
  varianceSpec,
  firstSpec,
  lastSpec,
];
