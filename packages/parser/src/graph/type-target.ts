// The target of a KPI: a formula, formulas by period and group, or the rows of a dataset.
import { unknownName } from '../names/errors.js';
import type { Located, TargetDef, TargetPeriodDef } from '../shape/definitions.js';
import { bindMember, showMember } from '../types/bind-member.js';
import { ownTime } from '../types/own-time.js';
import { isNumeric } from '../types/value-type.js';
import type { Field } from '../types/model.js';
import {
  otherUnit,
  targetsWithoutGroup,
  targetsWithoutNumber,
  targetsWithoutPeriod,
  targetsWithoutTime,
} from './errors.js';
import type { KpiSlice, PeriodTarget, Target } from './kpi.js';
import { fitUnit, type KpiStage, type Measured, type NumberReaders } from './kpi-stage.js';

export function typeTarget(
  def: TargetDef,
  slices: readonly KpiSlice[],
  measured: Measured,
  numbers: NumberReaders,
  stage: KpiStage,
): Target | null {
  switch (def.kind) {
    case 'formula': {
      const formula = numbers.inContext(def.formula, 'the target');
      return formula === null ? null : { kind: 'formula', formula };
    }
    case 'periods': {
      const periods = new Map<string, PeriodTarget>();
      for (const one of def.periods) {
        const target = typePeriod(one, numbers);
        if (target !== null) periods.set(one.period.text, target);
      }
      return periods.size === def.periods.length ? { kind: 'periods', periods } : null;
    }
    case 'dataset':
      return fromDataset(def, slices, measured, stage);
  }
}

function typePeriod({ period, value, groups }: TargetPeriodDef, numbers: NumberReaders): PeriodTarget | null {
  if (value !== null) {
    const formula = numbers.inContext(value, `the target for ${period.text}`);
    return formula === null ? null : { kind: 'formula', formula };
  }
  const typed = groups.flatMap((one) => {
    const formula = numbers.inContext(one.value, `the target of \`${one.group.text}\` for ${period.text}`);
    return formula === null ? [] : [[one.group.text, formula] as const];
  });
  return typed.length === groups.length ? { kind: 'groups', groups: new Map(typed) } : null;
}

function fromDataset(
  def: Extract<TargetDef, { kind: 'dataset' }>,
  slices: readonly KpiSlice[],
  measured: Measured,
  stage: KpiStage,
): Target | null {
  const { world, bindWorld, report } = stage;
  const name = def.dataset.text;
  const dataset = world.dataset(name);
  // A dataset that nobody defines is reported with the other names.
  if (dataset === null || def.value === null) return null;
  const value = fieldOf(name, def.value, stage);
  const period = def.period === null ? null : fieldOf(name, def.period, stage);
  let ok = value !== null && (def.period === null || period !== null);
  if (value !== null && value.type.value.kind !== 'unknown') {
    const typed = { kind: 'member', member: { kind: 'field', dataset: name, field: value.name, path: [] } } as const;
    // A column of plain numbers counts what the KPI counts.
    const number = {
      ...typed,
      type: { ...value.type, bare: value.type.unit.length === 0 },
      range: { start: 0, end: 0 },
    };
    const fitted = measured.unit === null ? number : fitUnit(number, measured.unit);
    if (!isNumeric(value.type.value)) report(targetsWithoutNumber(value.name, value.type.value, def.value.span));
    else if (fitted?.kind !== 'member' && measured.unit !== null)
      report(otherUnit('the target', number, measured.unit, def.value.span, measured));
    ok &&= isNumeric(value.type.value) && fitted?.kind === 'member';
  }
  if (period !== null && def.period !== null && period.type.value.kind !== 'text') {
    if (period.type.value.kind !== 'unknown')
      report(targetsWithoutPeriod(period.name, period.type.value, def.period.span));
    ok = false;
  }
  if (def.period === null && ownTime(dataset) === null) {
    report(targetsWithoutTime(name, def.dataset.span));
    ok = false;
  }
  for (const slice of slices) {
    if (bindMember(slice.member, name, bindWorld).kind === 'bound') continue;
    report(targetsWithoutGroup(showMember(slice.member), name, def.dataset.span));
    ok = false;
  }
  return ok ? { kind: 'dataset', dataset: name, period: def.period?.text ?? null, value: def.value.text } : null;
}

function fieldOf(dataset: string, located: Located, { world, report }: KpiStage): Field | null {
  const field = world.field(dataset, located.text);
  if (field === null && !world.missesFields(dataset))
    report(unknownName(`field of \`${dataset}\``, located.text, located.span, world.fieldNames(dataset)));
  return field;
}
