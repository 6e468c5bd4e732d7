// The operators that change a context: where, across, per, windows, states, entities.
import { formulas } from '../expect-diagnostics.js';
import { asMetric } from './shop.js';

formulas(
  'where on metrics',
  asMetric,
  `
  revenue where channel = 'web' : decimal(2) EUR
  (revenue where channel = 'web') / revenue : exact quotient
  revenue where orders.status = 'paid' : decimal(2) EUR
  revenue where customers.region = 'EU' : decimal(2) EUR
  revenue where region in ('EU', 'US') and channel = 'web' : decimal(2) EUR
  revenue where chanel = 'web' ! KPI2001 @ chanel
  revenue where status = 'paid' ! KPI2005 @ status
  revenue where amount > 5 EUR ! KPI2005 @ amount
  revenue where orders.amount > 5 EUR : decimal(2) EUR
  revenue where orders_placed > 5 ! KPI2003 @ orders_placed
  revenue where channel ! KPI3007 @ channel
  revenue where orders ! KPI2003 @ orders
  revenue where channel = 5 ! KPI3006 @ 5
  revenue where sum(orders.amount) > 5 EUR ! KPI3024 @ sum(orders.amount)
  visit_count where channel = 'web' ! KPI4004 @ channel
  revenue + visit_count where channel = 'web' ! KPI3012 @ visit_count
  (orders_placed / visit_count) where channel = 'web' ! KPI4004 @ channel
  revenue where lines.price > 5 EUR ! KPI4004 @ lines.price
  5 where channel = 'web' ! KPI3017 @ 5
  prior(5, 1 year) ! KPI3017 @ 5
  rate across channel ! KPI3017 @ rate
  revenue dated due_on ! KPI3024 @ due_on
  `,
);

formulas(
  'across',
  asMetric,
  `
  revenue across channel : decimal(2) EUR
  revenue / (revenue across channel) : exact quotient
  revenue across (channel, region) : decimal(2) EUR
  revenue across all : decimal(2) EUR
  revenue across time : decimal(2) EUR
  revenue across channel unfiltered : decimal(2) EUR
  revenue across orders.status : decimal(2) EUR
  revenue across chanel ! KPI2001 @ chanel
  revenue across orders_placed ! KPI2003 @ orders_placed
  revenue across all unfiltered ! KPI3024 @ revenue across all unfiltered
  revenue across (channel, channel) ! KPI3017 @ channel
  revenue across (all, channel) ! KPI3017 @ channel
  revenue across (channel, all) ! KPI3017 @ channel
  `,
);

formulas(
  'per',
  asMetric,
  `
  avg(revenue per region) : exact quotient EUR
  max(revenue per month) : decimal(2) EUR
  sum(orders_placed per (region, month)) : integer order
  avg(revenue per customers.customer_id) : exact quotient EUR
  count(per customers.customer_id where orders_placed >= 2) : integer customer
  count(per region) ! KPI3024 @ count(per region)
  count(per customers.customer_id) ! KPI3024 @ count(per customers.customer_id)
  count(per (region, month)) ! KPI3024 @ count(per (region, month))
  count(per region where region = 'EU') ! KPI3024 @ count(per region where region = 'EU')
  avg(days() per region) ! KPI3024 @ avg(days() per region)
  count(per month) : integer
  count(revenue per region) : integer
  count(per region where revenue > 0) : integer
  count(per month where revenue > 100 EUR) : integer
  count(per orders.customer_id where orders_placed >= 2) : integer customer
  avg(revenue per month skip) : exact quotient EUR
  median(revenue per day) : exact quotient EUR
  quantile(revenue per day, 0.5) : exact quotient EUR
  avg(revenue per region where orders_placed > 3) : exact quotient EUR
  avg(revenue per region where region <> 'EU') : exact quotient EUR
  avg(revenue per region where channel = 'web') ! KPI4025 @ channel
  avg(revenue per month where channel = 'web') ! KPI4025 @ channel
  avg(revenue per (region, channel) where channel = 'web') : exact quotient EUR
  avg(avg(revenue per channel where region = 'EU') per region) : exact quotient EUR
  avg((avg(revenue per channel where region = 'EU') across region) per region) ! KPI4025 @ region
  avg((revenue where channel = 'web') per region) : exact quotient EUR
  avg(avg(revenue per day) per month) : exact quotient EUR
  avg(closing(balance) per day) : exact quotient EUR
  first(revenue per month) : decimal(2) EUR
  last(revenue per month) : decimal(2) EUR
  revenue per region ! KPI3024 @ revenue per region
  avg(revenue per) ! KPI1203 @ )
  avg(per region) ! KPI3024 @ per region
  sum(per region where revenue > 0) ! KPI3024 @ per region
  avg(revenue per mouth) ! KPI2001 @ mouth
  avg(revenue per status) ! KPI2005 @ status
  avg(first_channel per region) ! KPI3001 @ first_channel
  avg(revenue per region where revenue) ! KPI3007 @ revenue
  avg(revenue per region where orders.amount > 5 EUR) ! KPI4025 @ orders.amount
  avg(visit_count per region) ! KPI4004 @ avg(visit_count per region)
  avg(revenue per region skip) ! KPI3017 @ revenue per region skip
  avg(revenue per (region, region)) ! KPI3017 @ region
  count(distinct revenue per region) ! KPI3024 @ count
  first(revenue per region) ! KPI3024 @ first
  `,
);

formulas(
  'windows',
  asMetric,
  `
  prior(revenue, 1 year) : decimal(2) EUR
  prior(revenue, 1 month, full) : decimal(2) EUR
  prior(revenue, 28 days, partial) : decimal(2) EUR
  prior(revenue, 1 fiscal_quarter) : decimal(2) EUR
  change(revenue, 1 year) : decimal(2) EUR
  growth(revenue, 1 year) : exact quotient
  growth(rolling(orders_placed / visit_count, 28 days), 1 year) : exact quotient
  growth(weight, 1 year) : float
  growth(rating, 1 year) ! KPI3022 @ rating
  change(rating, 1 year) : exact quotient point
  change(first_channel, 1 year) ! KPI3024 @ first_channel
  prior(first_channel, 1 year) : text
  rolling(revenue, 28 days) : decimal(2) EUR
  rolling(revenue, 28 days, partial) : decimal(2) EUR
  to_date(revenue, fiscal_year) : decimal(2) EUR
  to_date(revenue, month) : decimal(2) EUR
  whole(revenue, year) : decimal(2) EUR
  cumulative(revenue) : decimal(2) EUR
  revenue / whole(revenue, year) : exact quotient
  prior(revenue) ! KPI3002 @ prior(revenue)
  prior(revenue, month) ! KPI3001 @ month
  prior(revenue, 12) ! KPI3001 @ 12
  prior(revenue, 0 months) ! KPI3001 @ 0 months
  prior(revenue, 1.5 months) ! KPI3001 @ 1.5 months
  prior(revenue, 1 mouth) ! KPI4008 @ mouth
  prior(revenue, 5 EUR) ! KPI4008 @ EUR
  to_date(revenue, yaer) ! KPI4008 @ yaer
  to_date(revenue, 1 year) ! KPI3001 @ 1 year
  rolling(revenue, 28 days, full) ! KPI3024 @ full
  cumulative(revenue, partial) ! KPI3024 @ partial
  prior(orders.amount, 1 year) ! KPI3003 @ orders.amount
  prior(sum(orders.amount), 1 year) : decimal(2) EUR
  share(revenue, channel) : exact quotient
  share(revenue, channel, region) : exact quotient
  share(revenue, all) : exact quotient
  share(orders_placed, channel) : exact quotient
  share(revenue - costs, channel) : exact quotient
  share(revenue * 2, channel) : exact quotient
  share(buyers, channel) ! KPI3019 @ buyers
  share(revenue / orders_placed, channel) ! KPI3019 @ revenue / orders_placed
  share(rating, channel) ! KPI3019 @ rating
  share(revenue, chanel) ! KPI2001 @ chanel
  share(revenue, channel, channel) ! KPI3017 @ channel
  share(revenue, all, channel) ! KPI3017 @ channel
  share(revenue) ! KPI3002 @ share(revenue)
  share(prior(revenue, 1 year), channel) : exact quotient
  days(1) ! KPI3002 @ days(1)
  across(revenue) ! KPI3024 @ across(revenue)
  `,
);

formulas(
  'entities',
  asMetric,
  `
  conversion(customers to orders by customer_id within 7 days) : exact quotient
  conversion(orders to orders by customer_id within 7 days) : exact quotient
  conversions(orders where status = 'paid' to orders where gift by customer_id within 1 month) : integer order
  conversion(orders to orders by customer_id) ! KPI3002 @ conversion(orders to orders by customer_id)
  conversion(orders to ordres by customer_id within 7 days) ! KPI2001 @ ordres
  conversion(orders to orders by customerid within 7 days) ! KPI2001 @ customerid
  conversion(orders to orders by customer_id within 7) ! KPI3001 @ 7
  conversion(orders where amount to orders by customer_id within 7 days) ! KPI3007 @ amount
  conversion(revenue to orders by customer_id within 7 days) ! KPI2003 @ revenue
  retention(orders by customer_id at 1 month) : exact quotient
  retention(orders by customer_id) ! KPI3002 @ retention(orders by customer_id)
  retention(accounts by account_id at 1 month) ! KPI4007 @ accounts
  top_share(revenue per customers.customer_id, 10%) : exact quotient
  top_share(revenue per customers.customer_id, 10% of customers) : exact quotient
  top_share(revenue per customers.customer_id, 0%) ! KPI3001 @ 0%
  top_share(revenue per customers.customer_id, 101%) ! KPI3001 @ 101%
  top_share(revenue per customers.customer_id, 100%) : exact quotient
  top_share(revenue per month, 10%) ! KPI3024 @ revenue per month
  top_share(revenue, 10%) ! KPI3024 @ top_share(revenue, 10%)
  top_share(revenue per customers.customer_id, 10% of revenue) ! KPI2003 @ revenue
  `,
);
