// Contributors are others than the owner.
import { ownContributor } from './set-errors.js';
import type { Rule } from './rule.js';

export const ownContributors: Rule = {
  name: 'own-contributors',
  check({ kpis }, report) {
    for (const { def } of kpis.values()) {
      const own = def.contributors.find(({ text }) => text === def.owner?.text);
      if (own !== undefined) report(ownContributor(def.name, own));
    }
  },
};
