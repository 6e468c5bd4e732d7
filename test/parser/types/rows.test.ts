// Rows, aggregates and constants are different kinds of value; each stands at its places only.
import { formulas } from '../expect-diagnostics.js';
import { asCustomerField, asField, asMetric } from './shop.js';

formulas(
  'aggregates over rows',
  asMetric,
  `
  sum(orders.amount) : decimal(2) EUR
  sum(orders.amount * orders.quantity) : decimal(2) EUR
  sum(amount where orders.status = 'paid') : decimal(2) EUR
  sum(orders.amount where status = 'paid') : decimal(2) EUR
  sum(orders.amount where orders.status = 'paid' and gift) : decimal(2) EUR
  sum(orders.amount where customers.region = 'EU') : decimal(2) EUR
  sum(lines.price * lines.number) : decimal(2) EUR
  sum(lines.price - orders.cost) : decimal(4) EUR
  avg(orders.amount) : exact quotient EUR
  min(orders.amount) : decimal(2) EUR
  max(orders.due_on) : date
  min(orders.channel) : text
  median(orders.amount) : exact quotient EUR
  quantile(orders.amount, 0.9) : exact quotient EUR
  quantile(orders.amount, 90%) : exact quotient EUR
  stddev(orders.amount) : float EUR
  variance(orders.amount) : exact quotient EUR^2
  first(orders.channel) : text
  last(orders.amount) : decimal(2) EUR
  avg(orders.rating) : exact quotient point
  sum(orders.weight) : float
  sum(orders.net) : decimal(2) EUR
  sum(orders.prep) : decimal(1) hour
  sum(1 where orders.gift) : integer
  sum(case when orders.gift then 1 else 0 end) : integer
  sum(orders.amount dated due_on) : decimal(2) EUR
  sum(orders.amount dated shipped_at) : decimal(2) EUR
  sum(orders.amount where status = 'paid' dated due_on) : decimal(2) EUR
  sum(orders.amount dated status) ! KPI4006 @ status
  sum(orders.amount dated nowhere) ! KPI2001 @ nowhere
  SUM(orders.amount) : decimal(2) EUR
  sum(ORDERS.amount) ! KPI2001 @ ORDERS
  `,
);

formulas(
  'counts and their units',
  asMetric,
  `
  count(orders) : integer order
  count(orders where status = 'paid') : integer order
  count(orders.discount) : integer order
  count(accounts) : integer accounts
  count(distinct orders.customer_id) : integer customer
  count(distinct orders.order_id) : integer order
  count(distinct customers.customer_id) : integer customer
  count(distinct orders.coupon) : integer coupon
  count(distinct orders.channel) : integer
  count(distinct orders.customer_id where status = 'paid') : integer customer
  count(distinct customers.region) : integer
  count(distinct lines.order_id) : integer order
  count(distinct orders.customers.customer_id) : integer customer
  count(distinct orders.amount) : integer
  count(distinct accounts.account_id) : integer
  count(distinct orders) ! KPI2003 @ orders
  count(revenue) ! KPI3004 @ revenue
  count(customer) ! KPI2001 @ customer
  count(5) ! KPI3024 @ 5
  count() ! KPI3002 @ count()
  `,
);

formulas(
  'what cannot be aggregated',
  asMetric,
  `
  sum(orders.channel) ! KPI3001 @ orders.channel
  sum(orders.customer_id) ! KPI3001 @ orders.customer_id
  avg(orders.order_id) ! KPI3001 @ orders.order_id
  sum(orders.due_on) ! KPI3001 @ orders.due_on
  sum(orders.gift) ! KPI3001 @ orders.gift
  avg(orders.gift) ! KPI3001 @ orders.gift
  min(orders.gift) ! KPI3001 @ orders.gift
  sum(orders) ! KPI2003 @ orders
  sum(amount) ! KPI2005 @ amount
  sum(price) ! KPI2005 @ price
  sum(amonut) ! KPI2001 @ amonut
  sum(orders.amonut) ! KPI2001 @ amonut
  sum(order.amount) ! KPI2001 @ order
  sum(revenue) ! KPI3004 @ revenue
  sum(sum(orders.amount)) ! KPI3004 @ sum(orders.amount)
  sum(orders.amount / revenue) ! KPI3004 @ revenue
  sum(orders.amount - avg(orders.amount)) ! KPI3004 @ avg(orders.amount)
  sum(orders.amount where revenue > 0) ! KPI3004 @ revenue
  sum(5) ! KPI3024 @ 5
  sum(orders.amount, 2) ! KPI3002 @ sum(orders.amount, 2)
  sum(distinct orders.amount) ! KPI3024 @ sum
  quantile(orders.amount) ! KPI3002 @ quantile(orders.amount)
  quantile(orders.amount, 2) ! KPI3001 @ 2
  quantile(orders.amount, rate) ! KPI3023 @ rate
  sum(orders.amount where quantity) ! KPI3007 @ quantity
  sum(orders.amount where status) ! KPI3007 @ status
  sum(customers.credit * orders.quantity) : decimal(2) EUR
  sum(customers.credit where orders.gift) ! KPI4003 @ orders.gift
  sum(orders.amount * visits.pages) ! KPI4001 @ visits.pages
  sum(orders.amount where visits.pages > 3) ! KPI4001 @ visits.pages
  sum(orders.amount where region = 'EU') ! KPI2003 @ region
  `,
);

formulas(
  'row values stay inside aggregates',
  asMetric,
  `
  orders.amount ! KPI3003 @ orders.amount
  orders.amount / revenue ! KPI3003 @ orders.amount
  revenue / orders.amount ! KPI3003 @ orders.amount
  orders.amonut ! KPI2001 @ amonut
  orders.customers.region ! KPI3003 @ orders.customers.region
  orders ! KPI2003 @ orders
  region ! KPI2003 @ region
  revenu ! KPI2001 @ revenu
  Revenue ! KPI2001 @ Revenue
  nothing.at.all ! KPI2001 @ nothing.at.all
  rate : constant decimal(2)
  revenue * nothing ! KPI2001 @ nothing
  nothing + nowhere ! KPI2001 @ nothing; KPI2001 @ nowhere
  summ(orders.amount) ! KPI2004 @ summ
  `,
);

formulas(
  'a row formula sees its row, and what its references reach',
  asField,
  `
  amount - cost : decimal(4) EUR
  orders.amount : decimal(2) EUR
  net * 2 : decimal(2) EUR
  customers.region : text
  orders.customers.region : text
  customers.credit + amount : decimal(2) EUR
  rate * amount : decimal(4) EUR
  amonut ! KPI2001 @ amonut
  customers.regio ! KPI2001 @ regio
  customer.region ! KPI2001 @ customer
  lines.price ! KPI4003 @ lines.price
  visits.pages ! KPI4001 @ visits.pages
  revenue ! KPI3004 @ revenue
  amount / revenue ! KPI3004 @ revenue
  sum(amount) ! KPI2005 @ amount
  sum(orders.amount) ! KPI3024 @ sum(orders.amount)
  sum(lines.price) : decimal(2) EUR
  sum(lines.price where number > 1) : decimal(2) EUR
  sum(lines.price) - amount : decimal(2) EUR
  sum(lines.price where lines.price > orders.amount) : decimal(2) EUR
  count(lines) : integer line
  sum(customers.credit) ! KPI3024 @ sum(customers.credit)
  sum(visits.pages) ! KPI4001 @ sum(visits.pages)
  orders_placed ! KPI3004 @ orders_placed
  prior(amount, 1 month) ! KPI3024 @ prior(amount, 1 month)
  (amount where gift) ! KPI3024 @ (amount where gift)
  amount across channel ! KPI3024 @ amount across channel
  days() ! KPI3024 @ days()
  target(x) ! KPI2001 @ x
  `,
);

formulas(
  'derived fields over children',
  asCustomerField,
  `
  min(orders.ordered_at) : timestamp
  sum(orders.amount) : decimal(2) EUR
  sum(orders.amount where status = 'paid') : decimal(2) EUR
  sum(orders.amount where orders.due_on > customers.joined_on) : decimal(2) EUR
  count(distinct orders.channel) : integer
  count(orders) / count(distinct orders.channel) : exact quotient order
  sum(lines.price) : decimal(2) EUR
  first(orders.channel) : text
  sum(orders.amount) > credit : boolean
  count(orders) > 2 : boolean
  order_count > 2 : boolean
  case when sum(orders.amount) > 100 EUR then 'big' else 'small' end : text
  sum(orders.amount where count(lines) > 1) ! KPI3004 @ count(lines)
  sum(orders.amount per orders.channel) ! KPI3024 @ orders.amount per orders.channel
  max(orders.amount where customers.vip) : decimal(2) EUR
  `,
);
