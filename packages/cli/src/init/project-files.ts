// The small project that `kpi init` writes: each file shows one thing, and all of it runs.

export interface NewFile {
  readonly path: string;
  readonly text: string;
}

const project = (
  name: string,
): string => `# A folder with this file is a project; definitions are all *.kpi.yaml files below it.
project: ${name}
calendar: { timezone: UTC, week_starts: monday }
currency: EUR
data: data
`;

const definitions = `# What there is: tables, and what is counted and summed in them.
datasets:
  orders:
    from: orders.csv
    one: order
    key: order_id
    time: ordered_on
    fields:
      order_id: text
      ordered_on: date
      channel: { type: text, values: [web, store] }
      status: { type: text, values: [paid, cancelled] }
      amount: decimal(2) EUR

dimensions:
  channel: orders.channel

metrics:
  revenue:
    title: Revenue
    description: What customers paid. Cancelled orders bring nothing.
    formula: sum(orders.amount where status = 'paid')
    decimals: 2
  orders_placed:
    description: All orders, paid or not.
    formula: count(orders)
  aov:
    title: Average order value
    description: What a paid order brings.
    formula: revenue / count(orders where status = 'paid')
    decimals: 2
  cancellation_rate:
    description: The share of orders that were cancelled.
    formula: count(orders where status = 'cancelled') / orders_placed
    format: percent
    decimals: 1

# What somebody answers for, and why.
owners:
  sales: { kind: team }

goals:
  growth: { title: Sell more every month, owner: sales }

kpis:
  monthly_revenue:
    title: Revenue of the month
    metric: revenue
    goal: growth
    owner: sales
    direction: up
    every: month
    target: 500 EUR
    guardrails: [few_cancellations] # more revenue is no success where orders are cancelled for it
  few_cancellations:
    title: Cancelled orders
    metric: cancellation_rate
    goal: growth
    owner: sales
    direction: down
    every: month
    at_most: 30%
    worst: 60%

# Questions with a name: kpi eval --question monthly_sales
questions:
  monthly_sales:
    title: How sales develop
    metrics: [revenue, orders_placed, aov, cancellation_rate]
    grain: month

# Rows and what must come out of them.
tests:
  cancelled orders bring no revenue:
    given:
      orders:
        - { order_id: a, ordered_on: 2026-03-01, channel: web, status: paid, amount: 10.10 }
        - { order_id: b, ordered_on: 2026-03-02, channel: web, status: cancelled, amount: 99.00 }
    expect:
      - { metric: revenue, over: 2026-03, value: 10.10 EUR }
      - { metric: orders_placed, over: 2026-03, value: 2 order }
`;

const orders = `order_id,ordered_on,channel,status,amount
1001,2026-01-04,web,paid,120.50
1002,2026-01-09,store,paid,89.90
1003,2026-01-17,web,cancelled,45.00
1004,2026-01-28,web,paid,210.00
1005,2026-02-02,store,paid,75.25
1006,2026-02-11,web,paid,310.10
1007,2026-02-19,web,paid,99.99
1008,2026-02-24,store,cancelled,150.00
1009,2026-03-03,web,paid,180.00
1010,2026-03-08,store,paid,64.40
1011,2026-03-15,web,paid,255.75
1012,2026-03-27,web,cancelled,20.00
`;

/** `name` is a plain word of letters, digits and `_`. */
export function newProject(name: string): readonly NewFile[] {
  return [
    { path: 'kpi.project.yaml', text: project(name) },
    { path: 'sales.kpi.yaml', text: definitions },
    { path: 'data/orders.csv', text: orders },
  ];
}
