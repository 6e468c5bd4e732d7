// The project's settings with their defaults.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { ProjectDef } from '../shape/definitions.js';
import { unknownUnit } from '../types/errors.js';
import { currencyCodes } from '../types/currencies.js';
import type { Project } from './graph.js';

export function resolveProject(def: ProjectDef, report: (diagnostic: Diagnostic) => void): Project {
  if (def.currency !== null && !currencyCodes().has(def.currency.text))
    report(unknownUnit(def.currency.text, def.currency.span, currencyCodes()));
  return {
    def,
    name: def.name?.text ?? 'project',
    timezone: def.calendar.timezone?.text ?? 'UTC',
    weekStarts: def.calendar.weekStarts?.value ?? 'monday',
    fiscalYearStarts: def.calendar.fiscalYearStarts?.value ?? 1,
    currency: def.currency?.text ?? null,
    data: def.data?.text ?? '.',
  };
}
