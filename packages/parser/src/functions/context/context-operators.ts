// What changes the context or spans several rows, in the order of the reference.
import type { ContextSpec } from '../function-spec.js';
import { changeSpec } from './change.js';
import { closingSpec } from './closing.js';
import { conversionSpec } from './conversion.js';
import { conversionsSpec } from './conversions.js';
import { convertSpec } from './convert.js';
import { cumulativeSpec } from './cumulative.js';
import { daysSpec } from './days.js';
import { growthSpec } from './growth.js';
import { hoursSpec } from './hours.js';
import { openingSpec } from './opening.js';
import { priorSpec } from './prior.js';
import { retentionSpec } from './retention.js';
import { rollingSpec } from './rolling.js';
import { shareSpec } from './share.js';
import { targetSpec } from './target.js';
import { toDateSpec } from './to-date.js';
import { topShareSpec } from './top-share.js';
import { wholeSpec } from './whole.js';

export const contextOperators: readonly ContextSpec[] = [
  priorSpec,
  changeSpec,
  growthSpec,
  toDateSpec,
  wholeSpec,
  rollingSpec,
  cumulativeSpec,
  openingSpec,
  closingSpec,
  shareSpec,
  conversionSpec,
  conversionsSpec,
  retentionSpec,
  topShareSpec,
  convertSpec,
  targetSpec,
  daysSpec,
  hoursSpec,
];
