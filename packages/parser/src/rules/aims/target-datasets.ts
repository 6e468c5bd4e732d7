// Datasets of targets and of holidays lie ahead of `as_of`: they are plans.
import { ownTime } from '../../types/own-time.js';
import type { Rule } from '../rule.js';
import { hiddenRows, holidaysWithoutDay } from './errors.js';

export const targetDatasets: Rule = {
  name: 'target-datasets',
  check(graph, report) {
    for (const { def } of graph.kpis.values()) {
      const targets = def.target?.kind === 'dataset' ? graph.datasets.get(def.target.dataset.text) : undefined;
      // Rows without a time are true at all times, and never hidden.
      if (targets !== undefined && def.target?.kind === 'dataset' && !targets.plan && ownTime(targets) !== null)
        report(hiddenRows(targets.name, def.target.dataset.span, 'targets of periods to come are hidden'));
      const named = def.pacing?.kind === 'working_days' ? def.pacing.holidays : null;
      const holidays = named === null ? undefined : graph.datasets.get(named.text);
      if (named === null || holidays === undefined) continue;
      const day = ownTime(holidays);
      const kind = day?.type.value.kind;
      if (kind === 'unknown') continue;
      // A time that was declared, and is none, was reported where it is declared.
      if (kind !== 'date') {
        if (day !== null || holidays.def.time === null || holidays.time.kind === 'none')
          report(holidaysWithoutDay(named));
      } else if (!holidays.plan) report(hiddenRows(holidays.name, named.span, 'holidays to come are hidden'));
    }
  },
};
