// A small company for tests of words and reports: nine KPIs of every kind, three departments, one incentive.
import type { SourceFile } from '@sextant/parser';

export const exampleFiles: readonly SourceFile[] = [
  {
    path: 'kpi.project.yaml',
    text: `
project: trailhead
calendar: { timezone: Europe/Berlin, week_starts: monday, fiscal_year_starts: february }
currency: EUR
exchange_rates: { dataset: fx, from: ccy, to: quote, at: day, rate: rate }
`,
  },
  {
    path: 'goals.kpi.yaml',
    text: `
# Who answers for what, and why.
owners:
  sales: { kind: team, contact: "#sales" }
  marketing: { kind: team, contact: "#marketing" }
  support: { kind: team, title: Support desk, contact: support@example.com }
  head_of_sales: { kind: role, team: sales, title: Head of sales }
  dana: { kind: person, team: marketing, title: Dana Novak }

goals:
  company:
    title: Grow profitably
    description: Sell more without paying more for it, and keep the people who buy.
    owner: head_of_sales
    period: FY2027
    status: from_score
    missing: renormalise
  more_sales: { title: Sell more in every country, parent: company, weight: 2, owner: head_of_sales, period: FY2027, status: worst }
  efficient_growth: { title: Win customers at a sane price, parent: company, weight: 2, owner: marketing, period: FY2027, status: worst }
  happy_customers: { title: Keep the people who buy, parent: company, weight: 1, owner: support, period: FY2027, status: from_score, missing: strict }

kpis:
  revenue_fy27:
    title: Revenue by country
    description: Every country has its own target; they add up to the company's.
    metric: revenue
    by: country
    goal: more_sales
    owner: head_of_sales
    contributors: [marketing]
    direction: up
    every: fiscal_quarter
    target: { from: revenue_targets, period: quarter, value: target }
    pacing: { working_days: { holidays: holidays } }
    status: { basis: pace, on_track: 0.95, at_risk: 0.85 }
    guardrails: [ { kpi: refunds_fy27, at_least: at_risk }, nps_fy27 ]
    materiality: 500 EUR
    compare: 1 year
    review: { every: 6 months, last: 2026-02-02 }
  orders_monthly:
    title: Orders a month
    metric: orders_placed
    where: segment = 'consumer'
    goal: more_sales
    owner: sales
    direction: up
    every: month
    target: { 2026-04: 25 orders, 2026-05: 28 orders, 2026-06: 30 orders }
    pacing: linear
    status: { basis: forecast, on_track: 28 orders, at_risk: 24 orders }
    guardrails: [cancellations_fy27]
  cac_fy27:
    title: Cost to win a customer
    metric: cac
    goal: efficient_growth
    owner: marketing
    contributors: [sales]
    direction: down
    every: fiscal_quarter
    baseline: 80 EUR/customer
    target: { FY2027-Q1: 62 EUR/customer, FY2027-Q2: 60 EUR/customer, FY2027-Q3: 58 EUR/customer, FY2027-Q4: 55 EUR/customer }
    cap: 1.2
    weight: 2
    status: { basis: score, on_track: 0.95, at_risk: 0.85 }
    guardrails: [nps_fy27]
    benchmark: { population: "outdoor retailers in Europe, under 5 million EUR", year: 2025, source: an invented survey, percentiles: { p25: 71 EUR/customer, p50: 58 EUR/customer, p75: 44 EUR/customer } }
  ad_budget_fy27:
    title: Keep to the budget
    formula: budget_used where department = 'marketing'
    goal: efficient_growth
    owner: dana
    direction: range
    every: fiscal_quarter
    range: [50%, 70%]
    tolerance: 20%
    status: { basis: score, on_track: 0.9, at_risk: 0.5 }
  nps_fy27:
    title: Recommendation
    metric: nps
    goal: happy_customers
    owner: support
    direction: up
    every: fiscal_quarter
    baseline: 5 points
    target: 25 points
    status: { basis: score, on_track: 0.9, at_risk: 0.6 }
    benchmark: { population: web shops in Europe, year: 2019, source: an invented survey, value: 31 points }
  reply_fy27:
    title: Answer within an hour
    metric: reply_time
    goal: happy_customers
    owner: support
    direction: down
    every: month
    at_most: 60 minutes
    worst: 240 minutes
    status: { basis: score, on_track: 1, at_risk: 0.8 }
  refunds_fy27:
    title: Refunds
    metric: refund_rate
    goal: happy_customers
    owner: sales
    direction: down
    every: fiscal_quarter
    at_most: 5%
    curve: [[0%, 1], [5%, 1], [10%, 0]]
    status: { basis: score, on_track: 1, at_risk: 0.5 }
  cancellations_fy27:
    title: Cancelled orders
    metric: cancellation_rate
    goal: happy_customers
    owner: sales
    direction: down
    every: fiscal_quarter
    at_most: 4%
    worst: 12%
    status: { basis: value, on_track: 4%, at_risk: 6% }
  repeat_fy27:
    title: Buyers come again
    metric: repeat_rate
    goal: happy_customers
    owner: marketing
    direction: up
    every: fiscal_year
    baseline: 40%
    target: prior(repeat_rate, 1 year) * 1.05
    status: { basis: score, on_track: 0.9, at_risk: 0.6 }
`,
  },
  {
    path: 'incentives.kpi.yaml',
    text: `
# What reaching the goals pays.
incentives:
  sales_bonus:
    title: Bonus of the sales team
    description: Half by the company's goal, half by revenue; nothing while customers are unhappy.
    participants: [sales, head_of_sales]
    components:
      - { kpi: revenue_fy27, weight: 2 }
      - { kpi: orders_monthly, weight: 1 }
      - { goal: company, weight: 3 }
    amount: 2_000 EUR
    curve: [[0.8, 0], [0.8, 0.5], [1, 1], [1.2, 1.5]]
    gate: { kpi: nps_fy27, at_least: at_risk }
    cap: 3_000 EUR
`,
  },
  {
    path: 'plan.kpi.yaml',
    text: `
# What is spent, and what was planned.
datasets:
  ad_spend:
    title: Advertising spend
    from: ad_spend.csv
    one: spend_day
    key: [day, channel]
    time: day
    fields: { day: date, channel: text, cost: decimal(2) EUR }
  costs:
    title: Costs of departments
    from: costs.csv
    one: cost_entry
    key: [paid_on, department]
    time: paid_on
    fields: { paid_on: date, department: { type: text, values: [marketing, sales, support] }, amount: decimal(2) EUR }
  budgets:
    title: Budgets
    from: budgets.csv
    one: budget
    key: [month, department]
    time: month
    plan: true
    grain: month
    fields: { month: date, department: { type: text, values: [marketing, sales, support] }, amount: decimal(2) EUR }
  revenue_targets:
    title: Revenue targets
    from: revenue_targets.csv
    one: revenue_target
    key: [quarter, country]
    time: starts_on
    plan: true
    grain: fiscal_quarter
    fields: { quarter: text, starts_on: date, country: { type: text, values: [DE, US, GB, JP] }, target: decimal(2) EUR }
  holidays:
    title: Public holidays
    from: holidays.csv
    one: holiday
    key: day
    time: day
    plan: true
    fields: { day: date, name: text }
dimensions:
  department: [costs.department, budgets.department]
metrics:
  ad_cost: { title: Advertising cost, formula: sum(ad_spend.cost), empty: 0, decimals: 2 }
  department_costs: { formula: sum(costs.amount), empty: 0, decimals: 2 }
  marketing_costs: { formula: sum(costs.amount where department = 'marketing'), empty: 0, decimals: 2 }
  budget: { formula: sum(budgets.amount), empty: 0, decimals: 2 }
  budget_used: { title: Budget used, formula: department_costs / budget, format: percent, decimals: 1 }
  cac:
    title: Cost to win a customer
    description: Advertising and the marketing department, per new customer.
    formula: (ad_cost + marketing_costs) / new_customers
    unit: EUR/customer
    decimals: 2
`,
  },
  {
    path: 'sales.kpi.yaml',
    text: `
# What is sold, and to whom.
datasets:
  orders:
    title: Orders
    from: orders.csv
    one: order
    key: order_id
    time: ordered_at
    fresh_within: 3 days
    fields:
      order_id: text
      customer_id: { type: text, references: customers }
      ordered_at: timestamp
      channel: { type: text, values: [organic, paid_search, paid_social, email, referral, direct] }
      status: { type: text, values: [paid, cancelled] }
      currency: text
      amount: { type: decimal(2), currency: currency }
      coupon: { type: decimal(2), currency: currency, optional: true }
      net: { formula: "amount - coalesce(coupon, 0)" }
  refunds:
    title: Refunds
    from: refunds.csv
    one: refund
    key: refund_id
    time: refunded_on
    fields:
      refund_id: text
      order_id: { type: text, references: orders }
      refunded_on: date
      currency: text
      amount: { type: decimal(2), currency: currency }
  customers:
    title: Customers
    from: customers.csv
    one: customer
    key: customer_id
    time: joined_on
    fields:
      customer_id: text
      joined_on: date
      country: { type: text, values: [DE, US, GB, JP] }
      segment: { type: text, values: [consumer, business, school] }
  surveys:
    title: Surveys
    from: surveys.csv
    one: answer
    key: survey_id
    time: answered_on
    fields:
      survey_id: text
      customer_id: { type: text, references: customers }
      answered_on: date
      score: { type: integer, optional: true }
  tickets:
    title: Tickets
    from: tickets.csv
    one: ticket
    key: ticket_id
    time: opened_at
    timezone: America/New_York
    fresh_within: 3 days
    fields: { ticket_id: text, customer_id: { type: text, references: customers }, opened_at: datetime, reply_minutes: integer minutes }
  fx:
    from: fx.csv
    key: [day, ccy, quote]
    time: day
    plan: true
    fields: { day: date, ccy: text, quote: text, rate: decimal(6) }

dimensions:
  channel: [orders.channel, ad_spend.channel]
  country: [customers.country, revenue_targets.country]
  segment: customers.segment

metrics:
  revenue:
    title: Revenue
    description: What customers pay for orders that were not cancelled, in euro at the rate of the day, before refunds.
    formula: sum(convert(orders.net to EUR at ordered_at) where status = 'paid')
    empty: 0
    decimals: 2
    owner: sales
  orders_placed:
    title: Orders placed
    description: Orders that were not cancelled.
    formula: count(orders where status = 'paid')
  buyers: { title: Buyers, formula: "count(distinct orders.customer_id where status = 'paid')" }
  cancellation_rate:
    title: Cancellation rate
    formula: count(orders where status = 'cancelled') / count(orders)
    format: percent
    decimals: 1
  refunds_paid: { title: Refunds, formula: sum(convert(refunds.amount to EUR at refunded_on)), empty: 0, decimals: 2 }
  refund_rate: { title: Refund rate, formula: refunds_paid / revenue, format: percent, decimals: 2 }
  new_customers: { title: New customers, formula: count(customers) }
  repeat_rate:
    title: Repeat rate
    formula: count(per customers.customer_id where orders_placed >= 2) / buyers
    format: percent
    decimals: 1
  answers: { title: Valid answers, formula: count(surveys where score between 0 and 10) }
  promoters: { formula: "count(surveys where score in (9, 10))" }
  detractors: { formula: count(surveys where score between 0 and 6) }
  nps:
    title: Net promoter score
    formula: 100 points * (promoters - detractors) / answers
    unit: point
    decimals: 1
  reply_time: { title: Reply time, formula: median(tickets.reply_minutes), unit: minutes }
`,
  },
];
