// Time zones have names that the calendar knows.
import type { Located } from '../shape/definitions.js';
import { unknownZone } from '../types/join-errors.js';
import type { Rule } from './rule.js';

export const timeZones: Rule = {
  name: 'time-zones',
  check(graph, report) {
    const check = (zone: Located | null): void => {
      if (zone !== null && !isZone(zone.text)) report(unknownZone(zone.text, zone.span, zoneNames()));
    };
    check(graph.project.def.calendar.timezone);
    for (const dataset of graph.datasets.values()) check(dataset.def.timezone);
  },
};

// Remembered, because asking costs more than all else that is said of a small project.
const known = new Map<string, boolean>([['UTC', true]]);

/** What the calendar of the engine asks, which computes with the same names. */
function isZone(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  let is = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
  } catch {
    is = false;
  }
  known.set(name, is);
  return is;
}

function zoneNames(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')];
}
