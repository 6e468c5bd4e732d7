// A set of definitions that no rule about sets has a word for; tests change it.
import { parseProject } from '@sextant/parser';

export const whole = `
datasets:
  orders:
    one: order
    key: order_id
    time: day
    fields:
      order_id: text
      day: date
      paid_on: { type: date, optional: true }
      status: { type: text, values: [new, paid, cancelled] }
      channel: text
      score: integer
      returned: boolean
      amount: decimal(2) EUR
      cost: decimal(2) EUR
      is_paid: { formula: status = 'paid' }
      margin: { formula: cost / amount }
  visits: { one: visit, time: day, fields: { day: date, channel: text } }
dimensions:
  channel: [orders.channel, visits.channel]
metrics:
  revenue: { formula: sum(orders.amount), description: What customers paid. }
  placed: { formula: count(orders), description: All orders. }
  return_rate: { formula: count(orders where returned) / placed, format: percent, description: What comes back. }
owners:
  sales: { kind: team }
  head: { kind: role, team: sales }
  support: { kind: team }
goals:
  company: { title: Grow, description: Grow., owner: head }
  care: { title: Care, description: Care., parent: company, owner: support }
kpis:
  revenue_month: { metric: revenue, goal: company, owner: sales, direction: up, every: month, target: 100 EUR, guardrails: [returns] }
  returns: { metric: return_rate, goal: care, owner: support, every: month, at_most: 5%, worst: 20% }
`;

/** `CODE @ characters` of the set with texts in the place of others, and settings for the project. */
export function saidOf(changes: readonly (readonly [string, string])[], severity = ''): readonly string[] {
  const text = changes.reduce((now, [find, put]) => {
    if (!now.includes(find)) throw new Error(`the set has no ${find}`);
    return now.replace(find, () => put);
  }, whole);
  const project = `project: p\n${severity === '' ? '' : `severity: ${severity}\n`}`;
  const { diagnostics } = parseProject([
    { path: 'kpi.project.yaml', text: project },
    { path: 'a.kpi.yaml', text },
  ]);
  return diagnostics.map(
    ({ code, span }) => `${code} @ ${(span.file === 'a.kpi.yaml' ? text : project).slice(span.start, span.end)}`,
  );
}

/** ... with definitions added to a section. */
export function saidWith(section: string, text: string, severity = ''): readonly string[] {
  return saidOf([[`${section}:\n`, `${section}:\n${text.replace(/^(?=.)/gm, '  ')}\n`]], severity);
}
