// The rules of what KPIs are held against, in the order in which a definition says it.
import type { Rule } from '../rule.js';
import { bands } from './bands.js';
import { baselines } from './baselines.js';
import { benchmarks } from './benchmarks.js';
import { caps } from './caps.js';
import { comparisons } from './comparisons.js';
import { curves } from './curves.js';
import { guardrailCycles } from './guardrail-cycles.js';
import { limits } from './limits.js';
import { pacingSteps } from './pacing-steps.js';
import { aimPeriods } from './periods.js';
import { ranges } from './ranges.js';
import { spreads } from './spreads.js';
import { targetCycles } from './target-cycles.js';
import { targetDatasets } from './target-datasets.js';
import { targetPeriods } from './target-periods.js';
import { weights } from './weights.js';

export const aimRules: readonly Rule[] = [
  aimPeriods,
  targetPeriods,
  targetDatasets,
  targetCycles,
  baselines,
  limits,
  ranges,
  curves,
  caps,
  spreads,
  pacingSteps,
  bands,
  weights,
  guardrailCycles,
  comparisons,
  benchmarks,
];
