// The functions of dates and times, in the order of the reference.
import type { ScalarSpec } from '../function-spec.js';
import { asOfSpec } from './as-of.js';
import { dateAddSpec } from './date-add.js';
import { dateDiffSpec } from './date-diff.js';
import { dateTruncSpec } from './date-trunc.js';
import { daySpec } from './day.js';
import { dayOfWeekSpec } from './day-of-week.js';
import { elapsedSpec } from './elapsed.js';
import { hourSpec } from './hour.js';
import { monthSpec } from './month.js';
import { quarterSpec } from './quarter.js';
import { weekSpec } from './week.js';
import { yearSpec } from './year.js';

export const timeFunctions: readonly ScalarSpec[] = [
  yearSpec,
  quarterSpec,
  monthSpec,
  weekSpec,
  daySpec,
  dayOfWeekSpec,
  hourSpec,
  dateTruncSpec,
  dateDiffSpec,
  elapsedSpec,
  dateAddSpec,
  asOfSpec,
];
