// The owners for a terminal: each with a line for everything that they answer for, members below their teams.
import { visibleLine } from '../reporters/visible-text.js';
import { overdueWords, type Named, type OwnerEntry } from './owner-list.js';

export function ownersText(owners: readonly OwnerEntry[], asOf: string): string {
  if (owners.length === 0) return 'no owners are defined\n';
  const lines = owners.flatMap((owner) => {
    const indent = '  '.repeat(owner.depth);
    const about = [owner.kind, owner.contact].flatMap((one) => one ?? []).join(', ');
    const said = [
      ...owner.kpis.map((kpi) => {
        const overdue = overdueWords(kpi);
        return `KPI ${shown(kpi)}${overdue === null ? '' : `: ${overdue}`}`;
      }),
      ...owner.contributesTo.map((kpi) => `contributes to KPI ${shown(kpi)}`),
      ...owner.goals.map((goal) => `goal ${shown(goal)}`),
      ...owner.metrics.map((metric) => `metric ${shown(metric)}`),
      ...owner.incentives.map((incentive) => `incentive ${shown(incentive)}`),
    ];
    const head = `${indent}${shown(owner)}${about === '' ? '' : ` (${about})`}`;
    return [head, ...said.map((line) => `${indent}  - ${line}`)].map(visibleLine);
  });
  return `${[`as of ${asOf}`, ...lines].join('\n')}\n`;
}

function shown({ name, title }: Named): string {
  return title === null ? name : `${name} "${title}"`;
}
