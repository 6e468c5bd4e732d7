// A KPI says what to do when it is off track.
import { withoutPlaybook } from './set-errors.js';
import type { Rule } from './rule.js';

export const playbooks: Rule = {
  name: 'playbooks',
  says: ['KPI6054'],
  check({ kpis }, report) {
    for (const { def } of kpis.values())
      if (def.playbook?.some(({ status }) => status.text === 'off_track') !== true) report(withoutPlaybook(def.name));
  },
};
