// A KPI whose target is added up from those of its groups, while groups without one are part of its value.
import { makeDiagnostic, type Diagnostic, type Kpi } from '@sextant/parser';
import type { KpiReading } from './scorecard.js';

/** So many are named. */
const NAMED = 3;

/** Null where every group that brings something has a target, or none has. */
export function groupsWithoutTarget(
  kpi: Pick<Kpi, 'def' | 'name'>,
  { slices, standing, period }: Pick<KpiReading, 'slices' | 'standing' | 'period'>,
): Diagnostic | null {
  const { aim } = standing;
  const isAdded = aim.kind === 'target' && (aim.source.kind === 'groups' || aim.source.kind === 'dataset');
  if (!isAdded || aim.target.value === null) return null;
  const brings = slices.filter((slice) => !/^-?0*(?:\.0*)?$/.test(slice.standing.value.value ?? ''));
  const without = brings.filter(
    (slice) => slice.standing.aim.kind === 'target' && slice.standing.aim.target.value === null,
  );
  if (without.length === 0 || without.length === slices.length) return null;
  const names = without.map(({ keys }) => keys.map((key) => (key === null ? 'no value' : `\`${key}\``)).join(', '));
  const more = names.length > NAMED ? [`${names.length - NAMED} more`] : [];
  const said = [...names.slice(0, NAMED), ...more].join('; ');
  const groups = without.length === 1 ? 'a group without a target' : `${without.length} groups without a target`;
  return makeDiagnostic('KPI7034', `\`${kpi.name}\` counts ${groups} in ${period.label}: ${said}`, kpi.def.name.span, {
    notes: ['its target is that of the other groups, and its value that of all of them'],
    help: 'give each group a target, or narrow the KPI with `where:` to those that have one',
  });
}
