// A small shop: two facts that share dimensions, a dimension table behind a reference, a plan.
import { parseProject, type Graph } from '@sextant/parser';
import { checkQuestion } from '../../../packages/engine/src/question/check-question.js';
import type { CheckedQuestion, Question } from '../../../packages/engine/src/question/question.js';

export const SHOP = `
datasets:
  customers:
    one: customer
    key: customer_id
    time: joined_on
    from: customers.csv
    fields: { customer_id: text, region: text, joined_on: date }
  orders:
    one: order
    key: order_id
    time: ordered_on
    from: orders.csv
    fields:
      order_id: text
      customer_id: { type: text, references: customers }
      ordered_on: date
      channel: text
      status: { type: text, values: [paid, cancelled] }
      amount: decimal(2) EUR
  spend:
    time: day
    from: spend.csv
    fields: { day: date, channel: text, cost: decimal(2) EUR }
  budget:
    time: month
    plan: true
    from: budget.csv
    fields: { month: date, channel: text, planned: decimal(2) EUR }
  rules_of_the_house:
    from: rules.csv
    fields: { rule: text, weight: integer }
dimensions:
  channel: [orders.channel, spend.channel, budget.channel]
  region: customers.region
parameters:
  threshold: 100 EUR
metrics:
  revenue: sum(orders.amount where status = 'paid')
  orders_placed: count(orders where status = 'paid')
  aov: revenue / orders_placed
  cost: { formula: sum(spend.cost), empty: 0 }
  roas: revenue / cost
  last_year: prior(revenue, 1 year)
  yoy: growth(revenue, 1 year)
  planned: sum(budget.planned)
  smooth: rolling(revenue, 28 days)
  buyers: count(distinct orders.customer_id)
  rules: count(rules_of_the_house)
  web_share: (revenue where channel = 'web') / revenue
  of_all: revenue / (revenue across channel)
  unfiltered_share: revenue / (revenue across channel unfiltered)
  mean_region: avg(revenue per region)
  best_month: max(revenue per month)
  big: count(per customers.customer_id where revenue >= threshold)
`;

export function shop(): Graph {
  const { value, diagnostics } = parseProject([
    {
      path: 'kpi.project.yaml',
      text: 'project: shop\ncalendar: { timezone: Europe/Berlin, fiscal_year_starts: february }\n',
    },
    { path: 'shop.kpi.yaml', text: SHOP },
  ]);
  const errors = diagnostics.filter((one) => one.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((one) => `${one.code} ${one.message}`).join('\n'));
  return value;
}

/** The question checked, or the codes of what is wrong with it. */
export function checked(graph: Graph, question: Question): CheckedQuestion {
  const { value, diagnostics } = checkQuestion(graph, question);
  if (value === null) throw new Error(diagnostics.map((one) => `${one.code} ${one.message}`).join('\n'));
  return value;
}
