// Units: what combines, what must be the same, what a bare number may meet.
import { formulas } from '../expect-diagnostics.js';
import { asDeclared, asMetric } from './shop.js';

formulas(
  'products and quotients combine units',
  asMetric,
  `
  revenue : decimal(2) EUR
  orders_placed : integer order
  revenue / orders_placed : exact quotient EUR/order
  orders_placed / revenue : exact quotient order/EUR
  revenue / revenue : exact quotient
  orders_placed / buyers : exact quotient order/customer
  paid_orders / orders_placed : exact quotient
  revenue * revenue : decimal(4) EUR^2
  revenue / orders_placed * orders_placed : exact quotient EUR
  revenue * 2 : decimal(2) EUR
  revenue / 2 : exact quotient EUR
  2 * 3 : constant integer
  revenue * costs / usd_revenue : exact quotient EUR^2/USD
  revenue / prep_time : exact quotient EUR/hour
  revenue * 10% : decimal(4) EUR
  revenue * rate : decimal(4) EUR
  revenue * (1 + rate) : decimal(4) EUR
  orders_placed * 45 EUR/order : integer EUR
  45.50 EUR/customer * customer_count : decimal(2) EUR
  1 / orders_placed : exact quotient 1/order
  -revenue : decimal(2) EUR
  +revenue : decimal(2) EUR
  - - revenue : decimal(2) EUR
  rating / 2 : exact quotient point
  `,
);

formulas(
  'addition and comparison need one unit',
  asMetric,
  `
  revenue + costs : decimal(4) EUR
  revenue - costs : decimal(4) EUR
  revenue > costs : boolean
  orders_placed + paid_orders : integer order
  revenue + orders_placed ! KPI3012 @ orders_placed
  orders_placed + revenue ! KPI3012 @ revenue
  orders_placed - buyers ! KPI3012 @ buyers
  orders_placed > buyers ! KPI3013 @ buyers
  revenue + usd_revenue ! KPI3012 @ usd_revenue
  revenue > usd_revenue ! KPI3013 @ usd_revenue
  revenue / orders_placed + revenue ! KPI3012 @ revenue
  revenue + (costs + orders_placed) ! KPI3012 @ orders_placed
  revenue between costs and usd_revenue ! KPI3013 @ usd_revenue
  revenue in (costs, orders_placed) ! KPI3013 @ orders_placed
  revenue in (costs, 5 EUR) : boolean
  paid_rate + paid_rate : exact quotient
  revenue / orders_placed > 45 EUR/order : boolean
  revenue / orders_placed > 45 EUR ! KPI3013 @ 45 EUR
  revenue + 5 USD ! KPI3012 @ 5 USD
  rating + rating : exact quotient point
  rating > 3 points : boolean
  rating + 3 customer ! KPI3012 @ 3 customer
  `,
);

formulas(
  'a bare number takes a counted unit, a bare zero any; money, time and points take none',
  asMetric,
  `
  orders_placed + 5 : integer order
  5 + orders_placed : integer order
  orders_placed - 0.5 : decimal(1) order
  orders_placed > 5 : boolean
  5 < orders_placed : boolean
  orders_placed between 5 and 10 : boolean
  orders_placed in (1, 2) : boolean
  orders_placed + 2 * 3 : integer order
  orders_placed / buyers > 2 : boolean
  revenue + 0 : decimal(2) EUR
  0 + revenue : decimal(2) EUR
  revenue > 0 : boolean
  revenue > 0.00 : boolean
  revenue > -0 : boolean
  revenue <> 0 : boolean
  revenue / orders_placed > 0 : boolean
  prep_time > 0 : boolean
  rating > 0 : boolean
  revenue + 5 ! KPI3009 @ 5
  5 + revenue ! KPI3009 @ 5
  revenue > 5 ! KPI3009 @ 5
  5 < revenue ! KPI3009 @ 5
  revenue > 5% ! KPI3009 @ 5%
  revenue - 2 * 3 ! KPI3009 @ 2 * 3
  revenue + rate ! KPI3009 @ rate
  revenue between 0 and 10 ! KPI3009 @ 10
  revenue in (0, 10) ! KPI3009 @ 10
  revenue / orders_placed > 45 ! KPI3009 @ 45
  prep_time > 3 ! KPI3009 @ 3
  rating > 3 ! KPI3009 @ 3
  revenue > floor : boolean
  revenue + paid_rate ! KPI3012 @ paid_rate
  orders_placed + paid_rate ! KPI3012 @ paid_rate
  -- not every zero is bare
  revenue + 0 USD ! KPI3012 @ 0 USD
  revenue + 0 * 1 ! KPI3009 @ 0 * 1
  `,
);

formulas(
  'lengths of time convert exactly',
  asMetric,
  `
  prep_time + slack_time : decimal(1) hour
  slack_time + prep_time : exact quotient day
  prep_time > slack_time : boolean
  prep_time + 30 minutes : exact quotient hour
  prep_time > 90 minutes : boolean
  prep_time + 1 week : decimal(1) hour
  prep_time + 7 days : decimal(1) hour
  prep_time / slack_time : exact quotient
  revenue / prep_time * slack_time : exact quotient EUR
  revenue / prep_time + revenue / slack_time : exact quotient EUR/hour
  revenue + prep_time ! KPI3012 @ prep_time
  prep_time * slack_time : decimal(1) day*hour
  prep_time * slack_time > 2 day*hour : boolean
  days() : integer day
  hours() : integer hour
  revenue / days() : exact quotient EUR/day
  hours() + days() : integer hour
  prep_time + 1 month ! KPI3020 @ month
  prep_time > 1 year ! KPI3020 @ year
  revenue / 2 quarters ! KPI3020 @ quarters
  `,
);

formulas(
  'units that are written',
  asMetric,
  `
  5 EUR : constant integer EUR
  5 EUR/order : constant integer EUR/order
  5 EUR/orders : constant integer EUR/order
  5 hours : constant integer hour
  5 point : constant integer point
  5 EUR*hour : constant integer EUR*hour
  5 EUR/hour*order : constant integer EUR*order/hour
  5 coupons : constant integer coupon
  5 items : constant integer item
  5 pages : constant integer page
  5 eur ! KPI3015 @ eur
  5 EUR/costumer ! KPI3015 @ costumer
  5 EURO ! KPI3015 @ EURO
  5 orders/eur ! KPI3015 @ eur
  1.50 EUR/order : constant decimal(2) EUR/order
  `,
);

formulas(
  'what a metric declares is held against its formula',
  asDeclared,
  `
  formula: revenue / orders_placed, unit: EUR/order : exact quotient EUR/order
  formula: revenue / orders_placed, unit: EUR/orders : exact quotient EUR/order
  formula: revenue / orders_placed, unit: EUR ! KPI3010 @ EUR
  formula: revenue / orders_placed, unit: EUR/customer ! KPI3010 @ EUR/customer
  formula: revenue, unit: 1 ! KPI3010 @ 1
  formula: orders_placed, unit: 1 : integer
  formula: orders_placed / buyers, unit: 1 : exact quotient
  formula: orders_placed / buyers, unit: order/customer : exact quotient order/customer
  formula: orders_placed, unit: customer ! KPI3010 @ customer
  formula: orders_placed / buyers, format: percent : exact quotient
  formula: paid_orders / orders_placed, format: percent : exact quotient
  formula: revenue / costs, format: percent : exact quotient
  formula: revenue, format: percent ! KPI3011 @ revenue
  formula: revenue / orders_placed, format: percent ! KPI3011 @ revenue / orders_placed
  formula: prep_time, format: percent ! KPI3011 @ prep_time
  formula: rating, format: percent ! KPI3011 @ rating
  formula: revenue, unit: EUR, format: percent ! KPI3011 @ revenue
  formula: prep_time, unit: days : exact quotient day
  formula: slack_time, unit: hours : integer hour
  formula: revenue / prep_time, unit: EUR/day : exact quotient EUR/day
  formula: revenue, unit: EURR ! KPI3015 @ EURR
  formula: revenue, unit: EUR / order ! KPI3015 @ EUR / order
  formula: revenue, unit: month ! KPI3020 @ month
  formula: "5", unit: EUR : integer EUR
  formula: first_order, unit: EUR ! KPI3017 @ EUR
  formula: first_order, decimals: 2 ! KPI3017 @ 2
  formula: is_open, format: percent ! KPI3017 @ percent
  formula: first_channel, format: number ! KPI3017 @ number
  `,
);

formulas(
  'empty: 0 is for one aggregate',
  asDeclared,
  `
  formula: sum(orders.amount), empty: 0 : decimal(2) EUR
  formula: avg(orders.amount), empty: 0 : exact quotient EUR
  formula: (sum(orders.amount) where region = 'EU'), empty: 0 : decimal(2) EUR
  formula: closing(sum(accounts.balance)), empty: 0 : decimal(2) EUR
  formula: opening(sum(accounts.balance)), empty: 0 : decimal(2) EUR
  formula: closing(count(accounts)), empty: 0 ! KPI3017 @ 0
  formula: closing(sum(accounts.balance)) - opening(sum(accounts.balance)), empty: 0 ! KPI3021 @ 0
  formula: revenue, empty: 0 ! KPI3021 @ 0
  formula: revenue / orders_placed, empty: 0 ! KPI3021 @ 0
  formula: sum(orders.amount) * 2, empty: 0 ! KPI3021 @ 0
  formula: count(orders), empty: 0 ! KPI3017 @ 0
  formula: count(distinct orders.customer_id), empty: 0 ! KPI3017 @ 0
  formula: (count(orders) where region = 'EU'), empty: 0 ! KPI3017 @ 0
  formula: min(orders.channel), empty: 0 ! KPI3017 @ 0
  formula: min(orders.ordered_at), empty: 0 ! KPI3017 @ 0
  `,
);
