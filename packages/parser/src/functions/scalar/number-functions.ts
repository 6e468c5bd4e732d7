// The functions of numbers, in the order of the reference.
import type { ScalarSpec } from '../function-spec.js';
import { absSpec } from './abs.js';
import { approxSpec } from './approx.js';
import { ceilSpec } from './ceil.js';
import { expSpec } from './exp.js';
import { floorSpec } from './floor.js';
import { lnSpec } from './ln.js';
import { modSpec } from './mod.js';
import { powerSpec } from './power.js';
import { roundSpec } from './round.js';
import { sqrtSpec } from './sqrt.js';

export const numberFunctions: readonly ScalarSpec[] = [
  absSpec,
  roundSpec,
  floorSpec,
  ceilSpec,
  modSpec,
  powerSpec,
  sqrtSpec,
  expSpec,
  lnSpec,
  approxSpec,
];
