// Targets by period: the keys are periods of `every`, the groups those of the one dimension in `by:`.
import { plainLevel, type PlainLevel } from '../../types/calendar-level.js';
import { isCivilDay } from '../../types/infer-literal.js';
import type { Rule } from '../rule.js';
import { groupsWithoutDimension, notAPeriod } from './errors.js';

const LABELS: Readonly<Record<PlainLevel, { readonly pattern: RegExp; readonly example: string }>> = {
  hour: { pattern: /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):\d{2}(Z|[+-]\d{2}:\d{2})$/, example: '2026-03-01T10:00+01:00' },
  day: { pattern: /^\d{4}-\d{2}-\d{2}$/, example: '2026-03-01' },
  week: { pattern: /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, example: '2026-W05' },
  month: { pattern: /^\d{4}-(0[1-9]|1[0-2])$/, example: '2026-03' },
  quarter: { pattern: /^\d{4}-Q[1-4]$/, example: '2026-Q1' },
  year: { pattern: /^\d{4}$/, example: '2026' },
  fiscal_quarter: { pattern: /^FY\d{4}-Q[1-4]$/, example: 'FY2027-Q1' },
  fiscal_year: { pattern: /^FY\d{4}$/, example: 'FY2027' },
};

export const targetPeriods: Rule = {
  name: 'target-periods',
  check(graph, report) {
    for (const { def } of graph.kpis.values()) {
      if (def.target?.kind !== 'periods') continue;
      // The periods of a calendar dataset are named as its rows name them.
      const level = def.every === null ? null : plainLevel(def.every.text);
      for (const { period, groups } of def.target.periods) {
        if (level !== null && !isLabel(period.text, level, graph.project.weekStarts === 'monday'))
          report(notAPeriod(period, level, exampleOf(level, graph.project.weekStarts === 'monday')));
        if (groups.length > 0 && def.by.length !== 1)
          report(groupsWithoutDimension(period, def.by.length, def.by[0]?.span ?? null));
      }
    }
  },
};

/** Weeks that do not start on Mondays have no number: their first day names them. */
function isLabel(text: string, level: PlainLevel, isoWeeks: boolean): boolean {
  const named = level === 'week' && !isoWeeks ? 'day' : level;
  return LABELS[named].pattern.test(text) && (named !== 'day' || isCivilDay(text));
}

function exampleOf(level: PlainLevel, isoWeeks: boolean): string {
  return LABELS[level === 'week' && !isoWeeks ? 'day' : level].example;
}
