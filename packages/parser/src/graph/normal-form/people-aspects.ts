// What goals, owners and incentives say.
import type { OwnerDef } from '../../shape/definitions.js';
import type { Goal, Incentive } from '../kpi.js';
import { byCode, listed, type Aspects } from './aspect.js';
import { curveShown, curveText, plainNumber } from './kpi-aspects.js';

export function goalAspects({ def, ...goal }: Goal, to: Aspects): void {
  const { say, sayText, nameOf } = to;
  if (goal.parent !== null) say('parent', 'target', nameOf(`goal:${goal.parent}`), goal.parent);
  sayText('period', 'target', def.period);
  say('weight', 'target', plainNumber(goal.weight, to), goal.weight);
  say('status', 'target', goal.status);
  if (goal.status === 'from_score') {
    say('on_track', 'target', plainNumber(goal.onTrack, to), goal.onTrack);
    say('at_risk', 'target', plainNumber(goal.atRisk, to), goal.atRisk);
  }
  say('missing', 'target', goal.missing);
  if (def.owner !== null) say('owner', 'ownership', nameOf(`owner:${def.owner.text}`), def.owner.text);
  to.sayDescribed(def);
}

export function ownerAspects(def: OwnerDef, to: Aspects): void {
  to.say('kind', 'ownership', def.kind?.value);
  if (def.team !== null) to.say('team', 'ownership', to.nameOf(`owner:${def.team.text}`), def.team.text);
  to.sayText('contact', 'metadata', def.contact);
  to.sayDescribed(def);
}

export function incentiveAspects({ def, ...incentive }: Incentive, to: Aspects): void {
  const { say, nameOf } = to;
  for (const { kind, name, weight } of incentive.components)
    say(`component ${nameOf(`${kind}:${name}`)}`, 'target', plainNumber(weight, to), `${name}, weight ${weight}`);
  to.sayFormula('amount', 'target', incentive.amount, def.amount);
  say('curve', 'target', curveText(incentive.curve, def.curve, to), curveShown(def.curve));
  const { gate } = incentive;
  if (gate !== null)
    say(
      'gate',
      'target',
      `${nameOf(`kpi:${gate.kpi}`)} ${gate.atLeast ?? ''}`,
      `${gate.kpi} ${gate.atLeast ?? ''}`.trim(),
    );
  to.sayFormula('cap', 'target', incentive.cap, def.cap);
  const participants = incentive.participants.map((name) => nameOf(`owner:${name}`)).toSorted(byCode);
  say('participants', 'ownership', listed(participants), listed(incentive.participants));
  to.sayDescribed(def);
}
