// The words of the rules.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { makeDiagnostic } from '../diagnostic/make-diagnostic.js';
import type { Located } from '../shape/definitions.js';
import type { Span } from '../source/source-file.js';

export function kpiWithoutGoal(kpi: Located): Diagnostic {
  return makeDiagnostic('KPI6001', `the KPI \`${kpi.text}\` has no goal`, kpi.span, {
    label: 'serves no goal',
    notes: ['a KPI is a metric that somebody answers for because a goal needs it'],
    help: 'name a goal with `goal:`, or make it a metric',
  });
}

export function kpiWithoutOwner(kpi: Located): Diagnostic {
  return makeDiagnostic('KPI6002', `nobody answers for the KPI \`${kpi.text}\``, kpi.span, {
    label: 'has no owner',
    help: 'name exactly one accountable owner with `owner:`',
  });
}

export function kpiWithoutDirection(kpi: Located): Diagnostic {
  return makeDiagnostic('KPI6003', `the KPI \`${kpi.text}\` does not say which way is better`, kpi.span, {
    label: 'has no direction',
    help: 'write `direction: up`, `down` or `range`',
  });
}

export function kpiWithoutTarget(kpi: Located): Diagnostic {
  return makeDiagnostic('KPI6004', `the KPI \`${kpi.text}\` has no target`, kpi.span, {
    label: 'has no target',
    help: 'write `target:`, `at_most:`, `at_least:` or `range:`',
  });
}

export function goalCycle(goals: readonly Located[]): Diagnostic | null {
  const [first, ...rest] = goals;
  if (first === undefined) return null;
  const path = [...goals, first].map((goal) => `\`${goal.text}\``).join(' is part of ');
  return makeDiagnostic('KPI6006', `goals are parts of each other: ${path}`, first.span, {
    label: 'on the cycle',
    related: rest.map((goal) => ({ span: goal.span, label: 'on the cycle' })),
    help: 'take away the `parent:` of one of them',
  });
}

export function sideCanBeEmpty(op: '+' | '-', name: string | null, span: Span): Diagnostic {
  return makeDiagnostic('KPI3025', `a side of \`${op}\` has no value where it has no rows`, span, {
    label: 'can be empty',
    notes: ['no value in a sum makes the whole no value: a day without refunds would have no net revenue'],
    help:
      name === null
        ? 'write `coalesce(..., 0)`'
        : `declare \`empty: 0\` on \`${name}\`, or write \`coalesce(${name}, 0)\``,
  });
}

export function teamCycle(owners: readonly Located[]): Diagnostic | null {
  const [first, ...rest] = owners;
  if (first === undefined) return null;
  const path = [...owners, first].map((owner) => `\`${owner.text}\``).join(' is part of ');
  return makeDiagnostic('KPI6063', `teams are parts of each other: ${path}`, first.span, {
    label: 'on the cycle',
    related: rest.map((owner) => ({ span: owner.span, label: 'on the cycle' })),
    help: 'take away the `team:` of one of them',
  });
}

export function noTeam(team: Located, kind: string, declared: Span): Diagnostic {
  return makeDiagnostic('KPI6064', `\`${team.text}\` is a ${kind}, not a team`, team.span, {
    label: 'nobody can belong to it',
    related: [{ span: declared, label: `a ${kind}` }],
    help: 'name an owner of the kind `team`',
  });
}
