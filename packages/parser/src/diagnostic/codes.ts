// Every diagnostic code, grouped by the stage that finds it.
import { syntaxCodes } from './codes/1-syntax.js';
import { nameCodes } from './codes/2-names.js';
import { typeCodes } from './codes/3-types.js';
import { joinCodes } from './codes/4-joins.js';
import { graphCodes } from './codes/5-graph.js';
import { aimCodes } from './codes/6-aims.js';
import { kpiCodes } from './codes/6-kpis.js';
import { dataCodes } from './codes/7-data.js';
import { testCodes } from './codes/8-tests.js';
import { internalCodes } from './codes/9-internal.js';

export const codes = {
  ...syntaxCodes,
  ...nameCodes,
  ...typeCodes,
  ...joinCodes,
  ...graphCodes,
  ...kpiCodes,
  ...aimCodes,
  ...dataCodes,
  ...testCodes,
  ...internalCodes,
};

export type Code = keyof typeof codes;
