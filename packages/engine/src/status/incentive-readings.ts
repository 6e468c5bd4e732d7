// Incentives as a scorecard shows them: what they pay as things stand.
import { isJudged, minorUnits, type Graph, type Incentive, type Status } from '@sextant/parser';
import { fromDecimalText, ONE } from '../value/rational.js';
import { roundedText } from '../value/to-text.js';
import { noValue } from '../value/value.js';
import type { Amount } from './amount.js';
import type { ReadConstant } from './constants.js';
import { exactFigure, exactText } from './figure.js';
import { kpisBelow } from './needed.js';
import { payoutOf } from './payout.js';
import type { Figure, IncentiveReading } from './scorecard.js';
import { curvePoints } from './targets.js';

export interface ScoredKpi {
  /** What counts in a goal counts here too. */
  readonly counting: Amount;
  /** After guardrails. */
  readonly status: Status;
  /** Its period is over, and nothing of it is stale. */
  readonly final: boolean;
}

export interface IncentiveFacts {
  readonly graph: Graph;
  readonly kpis: ReadonlyMap<string, ScoredKpi>;
  readonly goals: ReadonlyMap<string, { readonly score: Amount }>;
  readonly constant: ReadConstant;
}

const UNKNOWN = noValue('no_value');

/** Null for an incentive whose amount could not be read, which was reported. */
export function readIncentive(incentive: Incentive, facts: IncentiveFacts): IncentiveReading | null {
  const { graph, kpis, goals, constant } = facts;
  const currency = incentive.amount?.type.unit[0]?.base ?? null;
  if (incentive.amount === null || currency === null) return null;
  const amount = constant(incentive.amount);
  const cap = incentive.cap === null ? null : constant(incentive.cap);
  const components = incentive.components.map((component) => ({
    ...component,
    score:
      component.kind === 'kpi' ? scoreOfKpi(kpis.get(component.name)) : (goals.get(component.name)?.score ?? UNKNOWN),
  }));
  const { gate } = incentive;
  const gateStatus = gate === null ? null : (kpis.get(gate.kpi)?.status ?? 'no_data');
  const atLeast = gate?.atLeast ?? 'at_risk';
  const { score, share, passed, payout } = payoutOf({
    components: components.map((one) => ({ score: one.score, weight: fromDecimalText(one.weight) ?? ONE })),
    curve: curvePoints(incentive.curve, constant),
    amount,
    cap,
    gate: gateStatus === null ? null : { atLeast, status: gateStatus },
  });
  const rest = components.flatMap(({ kind, name }) => (kind === 'kpi' ? [name] : kpisBelow(graph, [name])));
  const gated = gate === null ? rest : [...rest, gate.kpi];
  return {
    incentive: incentive.name,
    title: incentive.def.title?.text ?? incentive.name,
    participants: incentive.participants,
    components: components.map((one) => ({ ...one, score: exactFigure(one.score) })),
    score: exactFigure(score),
    gate: gate === null || gateStatus === null ? null : { kpi: gate.kpi, atLeast, status: gateStatus, passed },
    share: exactFigure(share),
    currency,
    amount: exactText(amount),
    cap: cap === null ? null : exactText(cap),
    payout: money(payout, currency),
    provisional: gated.some((name) => kpis.get(name)?.final !== true),
  };
}

/** As in a goal, what is not judged does not count: of an open period without pacing the score compares a part with a whole. */
function scoreOfKpi(kpi: ScoredKpi | undefined): Amount {
  if (kpi === undefined) return UNKNOWN;
  if (isJudged(kpi.status)) return kpi.counting;
  return kpi.status === 'not_due' ? noValue('not_due') : UNKNOWN;
}

/** Rounded once, half-even, to the smallest amount of the currency. */
function money(amount: Amount, currency: string): Figure {
  if (amount.kind === 'none') return exactFigure(amount);
  return {
    value: roundedText(amount.value, minorUnits(currency)),
    reason: null,
    approximate: amount.approximate,
  };
}
