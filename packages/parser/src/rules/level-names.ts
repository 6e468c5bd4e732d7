// Calendar levels that stand in YAML: the grain of a dataset, the period of a KPI.
import { plainLevel, PLAIN_LEVELS } from '../types/calendar-level.js';
import { unknownLevel } from '../types/join-errors.js';
import type { Rule } from './rule.js';

export const levelNames: Rule = {
  name: 'level-names',
  check(graph, report) {
    const own = [...graph.datasets.values()].flatMap(({ name, def }) =>
      (def.calendar?.levels ?? []).flatMap((level) => [level.text, `${name}.${level.text}`]),
    );
    const written = [
      ...[...graph.datasets.values()].map(({ def }) => def.grain),
      ...[...graph.kpis.values()].map(({ def }) => def.every),
    ];
    for (const level of written) {
      if (level === null || plainLevel(level.text) !== null || own.includes(level.text)) continue;
      report(unknownLevel(level.text, level.span, [...PLAIN_LEVELS, ...own]));
    }
  },
};
