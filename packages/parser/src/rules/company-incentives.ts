// An incentive pays for the whole too: a goal that is part of no other is among its components.
import { withoutCompanyGoal } from './set-errors.js';
import type { Rule } from './rule.js';

export const companyIncentives: Rule = {
  name: 'company-incentives',
  says: ['KPI6057'],
  check({ incentives, goals }, report) {
    for (const { def, components } of incentives.values()) {
      const company = components.some(({ kind, name }) => kind === 'goal' && goals.get(name)?.parent === null);
      if (!company) report(withoutCompanyGoal(def.name));
    }
  },
};
