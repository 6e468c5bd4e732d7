// The formulas that a KPI is held against, each with the text that it was read from.
import type { Typed } from '../types/typed.js';
import type { ScalarNode } from '../yaml/tree.js';
import type { Kpi } from './kpi.js';

export interface AimFormula {
  /** `target`, `baseline`, ... as in the definition. */
  readonly key: string;
  readonly node: ScalarNode;
  readonly typed: Typed;
}

/** Those that are computed in the context of a period: target, baseline, limit, worst, range. */
export function aimFormulas({ def, aim }: Pick<Kpi, 'def' | 'aim'>): readonly AimFormula[] {
  const found: AimFormula[] = [];
  const add = (key: string, node: ScalarNode | null, typed: Typed | null | undefined): void => {
    if (node !== null && typed !== null && typed !== undefined) found.push({ key, node, typed });
  };
  switch (aim?.kind) {
    case undefined:
    case 'curve':
      break;
    case 'target': {
      const { target } = aim;
      add('baseline', def.baseline, aim.baseline);
      if (def.target?.kind === 'formula' && target.kind === 'formula')
        add('target', def.target.formula, target.formula);
      if (def.target?.kind !== 'periods' || target.kind !== 'periods') break;
      for (const { period, value, groups } of def.target.periods) {
        const typed = target.periods.get(period.text);
        if (typed?.kind === 'formula') add('target', value, typed.formula);
        if (typed?.kind !== 'groups') continue;
        for (const one of groups) add('target', one.value, typed.groups.get(one.group.text));
      }
      break;
    }
    case 'limit':
      add(aim.side, def.atMost ?? def.atLeast, aim.bound);
      add('worst', def.worst, aim.worst);
      break;
    case 'range':
      add('range', def.range?.[0] ?? null, aim.low);
      add('range', def.range?.[1] ?? null, aim.high);
      break;
  }
  return found;
}
