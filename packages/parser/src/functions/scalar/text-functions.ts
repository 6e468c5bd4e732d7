// The functions of text, in the order of the reference.
import type { ScalarSpec } from '../function-spec.js';
import { concatSpec } from './concat.js';
import { containsSpec } from './contains.js';
import { lengthSpec } from './length.js';
import { lowerSpec } from './lower.js';
import { startsWithSpec } from './starts-with.js';
import { substringSpec } from './substring.js';
import { trimSpec } from './trim.js';
import { upperSpec } from './upper.js';

export const textFunctions: readonly ScalarSpec[] = [
  lowerSpec,
  upperSpec,
  trimSpec,
  substringSpec,
  concatSpec,
  lengthSpec,
  startsWithSpec,
  containsSpec,
];
