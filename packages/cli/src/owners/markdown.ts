// The owners as a page: a table for each of them, for a wiki or a report.
import { escapeMarkdown } from '../results/markdown.js';
import { overdueWords, type Named, type OwnerEntry } from './owner-list.js';

export function ownersMarkdown(owners: readonly OwnerEntry[], asOf: string): string {
  const sections = owners.map((owner) => {
    const about = [owner.kind, owner.contact, owner.team === null ? null : `in ${owner.team}`];
    const row = (what: string, { name, title }: Named, note: string | null = null): string =>
      `| ${what} | ${escapeMarkdown(name)} | ${escapeMarkdown(title ?? '')} | ${note ?? ''} |`;
    const rows = [
      ...owner.kpis.map((kpi) => row('KPI', kpi, overdueWords(kpi))),
      ...owner.contributesTo.map((kpi) => row('contributes to', kpi)),
      ...owner.goals.map((goal) => row('goal', goal)),
      ...owner.metrics.map((metric) => row('metric', metric)),
      ...owner.incentives.map((incentive) => row('incentive', incentive)),
    ];
    const table = ['| what | name | title | review |', '| :--- | :--- | :--- | :--- |', ...rows, ''];
    return [
      `## ${escapeMarkdown(owner.title ?? owner.name)}`,
      '',
      [owner.name, ...about].flatMap((one) => (one === null ? [] : [escapeMarkdown(one)])).join(', '),
      '',
      ...(rows.length === 0 ? [] : table),
    ];
  });
  return `${['# Who answers for what', '', `As of ${asOf}.`, '', ...sections.flat()].join('\n').trimEnd()}\n`;
}
