// A calendar dataset names fields of its own: the day of a row, and the bucket of each level.
import { unknownName } from '../names/errors.js';
import { missesFields } from '../names/symbols.js';
import { notATime } from '../types/join-errors.js';
import { showValueType } from '../types/value-type.js';
import type { Rule } from './rule.js';

export const calendarDatasets: Rule = {
  name: 'calendar-datasets',
  check(graph, report) {
    for (const { name, def, fields } of graph.datasets.values()) {
      if (def.calendar === null) continue;
      const { day, levels } = def.calendar;
      for (const part of [day, ...levels]) {
        if (fields.has(part.text) || missesFields(graph.broken, name)) continue;
        report(unknownName(`field of \`${name}\``, part.text, part.span, fields.keys()));
      }
      const type = fields.get(day.text)?.type.value;
      if (type !== undefined && type.kind !== 'date' && type.kind !== 'unknown')
        report(notATime(day.text, showValueType(type), day.span));
    }
  },
};
