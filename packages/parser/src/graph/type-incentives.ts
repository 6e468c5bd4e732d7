// Incentives: what reaching KPIs and goals pays, in money.
import type { Symbols } from '../names/symbols.js';
import type { IncentiveDef } from '../shape/definitions.js';
import { isUnknown } from '../types/make-typed.js';
import type { Typed } from '../types/typed.js';
import { NO_UNIT, type Unit } from '../types/unit.js';
import { isNumeric } from '../types/value-type.js';
import type { ScalarNode } from '../yaml/tree.js';
import { notMoney } from './errors.js';
import type { Incentive } from './kpi.js';
import { numberReaders, type KpiStage } from './kpi-stage.js';
import { typeCurve } from './type-aim.js';
import { guardrailOf } from './type-kpi.js';

export function incentivesOf(
  { incentives }: Pick<Symbols, 'incentives'>,
  stage: KpiStage,
): ReadonlyMap<string, Incentive> {
  return new Map([...incentives].map(([name, def]) => [name, typeIncentive(def, stage)]));
}

function typeIncentive(def: IncentiveDef, stage: KpiStage): Incentive {
  const name = def.name.text;
  const amount = def.amount === null ? null : money(def.amount, 'the amount', stage);
  // The cap is in the currency of the amount.
  const span = def.amount?.span ?? def.name.span;
  const paid = { unit: amount?.type.unit ?? null, words: `the incentive \`${name}\``, span };
  const { constant, plain } = numberReaders(paid, stage);
  return {
    name,
    def,
    participants: def.participants.map((one) => one.text),
    components: def.components.flatMap(({ kpi, goal, weight }) => {
      const named = kpi ?? goal;
      if (named === null) return [];
      return [{ kind: kpi === null ? 'goal' : 'kpi', name: named.text, weight: weight?.text ?? '1' } as const];
    }),
    amount,
    curve: typeCurve(def.curve, plain, plain, 'paid share') ?? [],
    gate: def.gate === null ? null : guardrailOf(def.gate),
    cap: def.cap === null ? null : constant(def.cap, 'the cap'),
  };
}

function money(node: ScalarNode, what: string, { reader, world, report }: KpiStage): Typed | null {
  const typed = reader.type(node, { kind: 'constant' }, world);
  if (isUnknown(typed)) return null;
  const { unit, value } = typed.type;
  if (isNumeric(value) && isMoney(unit)) return typed;
  report(notMoney(what, isNumeric(value) ? unit : NO_UNIT, node.span));
  return null;
}

function isMoney(unit: Unit): boolean {
  const [only] = unit;
  return unit.length === 1 && only?.kind === 'currency' && only.power === 1;
}
