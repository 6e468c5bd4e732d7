// Rules about a set of definitions: what it lacks, or says twice. They speak only where no definition has an error, for what
// seems to be missing may be what was written wrongly. In the order in which their findings read best.
import { companyIncentives } from './company-incentives.js';
import { crowdedGoals } from './crowded-goals.js';
import { directionsOfMetrics } from './directions-of-metrics.js';
import { departmentsHaveKpis } from './departments-have-kpis.js';
import { descriptions } from './descriptions.js';
import { goalsOfSeveralDepartments } from './goals-of-several-departments.js';
import { goalsServed } from './goals-served.js';
import { meansOfQuotients } from './means-of-quotients.js';
import { oldBenchmarks } from './old-benchmarks.js';
import { oneFormulaOneName } from './one-formula-one-name.js';
import { oneKpiForOneThing } from './one-kpi-for-one-thing.js';
import { oneTitleOneFormula } from './one-title-one-formula.js';
import { oneWordOneMeaning } from './one-word-one-meaning.js';
import { ownContributors } from './own-contributors.js';
import { ownersAnswer } from './owners-answer.js';
import { payJumps } from './pay-jumps.js';
import { playbooks } from './playbooks.js';
import { ratesAreParts } from './rates-are-parts.js';
import type { Rule } from './rule.js';
import { usedMetrics } from './used-metrics.js';
import { volumeGuardrails } from './volume-guardrails.js';
import { weightsAddUp } from './weights-add-up.js';

export const setRules: readonly Rule[] = [
  // What is missing.
  goalsServed,
  ownersAnswer,
  departmentsHaveKpis,
  goalsOfSeveralDepartments,
  volumeGuardrails,
  companyIncentives,
  usedMetrics,
  descriptions,
  playbooks,
  // What is said twice.
  oneFormulaOneName,
  oneKpiForOneThing,
  oneWordOneMeaning,
  oneTitleOneFormula,
  directionsOfMetrics,
  // What is doubtful.
  weightsAddUp,
  ratesAreParts,
  meansOfQuotients,
  crowdedGoals,
  oldBenchmarks,
  ownContributors,
  payJumps,
];
