// What is asked, as SQL: each query gives the group's columns, the bucket if there is a grain, and one or two numbers.
import { bucketOf } from './tables.js';

export interface Asked {
  readonly metric: string;
  /** Names of dimensions, in the order of the query's first columns. */
  readonly by?: readonly string[];
  readonly grain?: string;
  readonly sql: string;
  /**
   * How the numbers become the value: `ratio` of `n` and `d`, the single number `n`, or a function of all values in `n`,
   * which then come in one row each, ascending.
   */
  readonly make: 'number' | 'ratio' | 'median' | 'p90' | 'variance';
}

const plain = (metric: string, n: string): Asked => ({ metric, sql: `select ${n}`, make: 'number' });
const ratio = (metric: string, n: string, d: string): Asked => ({ metric, sql: `select ${n}, ${d}`, make: 'ratio' });

/** One number per bucket of a table; `buckets` is a condition on the label. */
function byGrain(metric: string, grain: string, n: string, from: string, buckets: string, day = 'day'): Asked {
  const bucket = bucketOf(grain, day);
  return {
    metric,
    grain,
    sql: `select ${bucket} as b, ${n} from ${from} group by b having b ${buckets} order by b`,
    make: 'number',
  };
}

function byGroup(metric: string, by: string, n: string, from: string): Asked {
  return { metric, by: [by], sql: `select ${by}, ${n} from ${from} group by 1 order by 1 nulls last`, make: 'number' };
}

const revenue = 'sum(net_eur)';
const spend = '(select sum(cost) from ad_spend)';
const revenueAll = '(select sum(net_eur) from paid)';
const placed = '(select count(*) from paid)';
const refunded = '(select sum(eur) from refunds)';
const leads = '(select count(*) from leads)';

export const questions: readonly Asked[] = [
  // Sales, over everything.
  plain('revenue', revenueAll),
  plain('orders_placed', placed),
  ratio('aov', revenueAll, placed),
  ratio(
    'cancellation_rate',
    "(select count(*) from orders where status = 'cancelled')",
    '(select count(*) from orders)',
  ),
  plain('buyers', '(select count(distinct customer_id) from paid)'),
  ratio('orders_per_buyer', placed, '(select count(distinct customer_id) from paid)'),
  { metric: 'median_order', sql: 'select net_eur from paid order by 1', make: 'median' },
  { metric: 'large_order', sql: 'select net_eur from paid order by 1', make: 'p90' },
  { metric: 'order_variance', sql: 'select net_eur from paid order by 1', make: 'variance' },
  plain('smallest_order', '(select min(net_eur) from paid)'),
  plain('largest_order', '(select max(net_eur) from paid)'),
  plain('first_order_value', '(select net_eur from paid order by local_at, order_id limit 1)'),
  plain('last_order_value', '(select net_eur from paid order by local_at desc, order_id desc limit 1)'),
  plain('big_orders', '(select count(*) from paid where net_eur >= 500)'),
  ratio('weekend_share', '(select count(*) from paid where isodow(day) >= 6)', placed),
  plain('coupons_given', '(select sum(coupon_eur) from paid)'),
  plain('shipping_charged', '(select sum(shipping_eur) from paid)'),
  plain('goods_sold', "(select sum(total_eur) from lines where status = 'paid')"),
  plain('units_sold', "(select sum(quantity) from lines where status = 'paid')"),
  ratio('lines_per_order', '(select count(*) from lines)', '(select count(*) from orders)'),
  plain('refunds_paid', refunded),
  plain('net_revenue', `${revenueAll} - ${refunded}`),
  ratio('refund_rate', refunded, revenueAll),
  ratio(
    'days_to_refund',
    "(select sum(date_diff('day', order_day, day)) from refunds)",
    '(select count(*) from refunds)',
  ),
  {
    metric: 'revenue_at_2025_rates',
    sql: `with r as (select ccy, arg_max(rate, day) as rate from fx where day <= date '2025-01-31' group by ccy)
          select sum(case when currency = 'EUR' then cast(net as decimal(30, 8)) else net * r.rate end)
          from paid left join r on r.ccy = paid.currency`,
    make: 'number',
  },

  // Sales by group.
  byGroup('revenue', 'channel', revenue, 'paid'),
  byGroup('revenue', 'country', revenue, 'paid'),
  byGroup('buyers', 'channel', 'count(distinct customer_id)', 'paid'),
  byGroup('orders_placed', 'segment', 'count(*)', 'paid'),
  byGroup('orders_placed', 'campaign_id', 'count(*)', 'paid'),
  {
    ...byGroup('revenue', 'region', revenue, 'paid join addresses on address_id = billing_address_id'),
    by: ['billing_region'],
  },
  {
    ...byGroup('revenue', 'region', revenue, 'paid join addresses on address_id = shipping_address_id'),
    by: ['shipping_region'],
  },
  byGroup('goods_sold', 'category', 'sum(total_eur)', "lines where status = 'paid'"),
  byGroup(
    'goods_sold',
    'tag',
    'sum(total_eur)',
    "lines left join product_tags using (product_id) where status = 'paid'",
  ),
  { ...byGroup('refunds_paid', 'reason', 'sum(eur)', 'refunds'), by: ['refunds.reason'] },

  // Sales over time; days, months and fiscal years are those of Berlin.
  byGrain('revenue', 'month', revenue, 'paid', "between '2025-02' and '2026-01'"),
  byGrain('revenue', 'fiscal_year', revenue, 'paid', "like 'FY%'"),
  byGrain('revenue', 'fiscal_quarter', revenue, 'paid', "like 'FY2026%'"),
  byGrain('orders_placed', 'week', 'count(*)', 'paid', "between '2024-W51' and '2025-W02'"),
  byGrain('orders_placed', 'day', 'count(*)', 'paid', "in ('2024-02-29', '2025-10-26', '2026-02-01', '2026-06-01')"),
  byGrain('buyers', 'fiscal_year', 'count(distinct customer_id)', 'paid', "like 'FY%'"),
  byGrain('refunds_paid', 'fiscal_year', 'sum(eur)', 'refunds', "like 'FY%'"),
  byGrain('refunds_of_orders', 'fiscal_year', 'sum(eur)', 'refunds', "like 'FY%'", 'order_day'),
  {
    metric: 'target_reached',
    by: ['country'],
    grain: 'fiscal_quarter',
    sql: `select t.country, quarter, coalesce(sum(net_eur), 0), any_value(target)
          from revenue_targets t
          left join paid p on p.country = t.country and ${bucketOf('fiscal_quarter', 'p.day')} = quarter
          where quarter between 'FY2026-Q4' and 'FY2027-Q1' group by t.country, quarter order by 1, 2`,
    make: 'ratio',
  },

  // Marketing.
  plain('ad_cost', spend),
  ratio('ctr', '(select sum(clicks) from ad_spend)', '(select sum(impressions) from ad_spend)'),
  ratio('cpc', spend, '(select sum(clicks) from ad_spend)'),
  plain('visits', '(select count(*) from sessions)'),
  plain('visitors', '(select count(distinct visitor_id) from sessions)'),
  ratio('visit_conversion', '(select count(*) from sessions where converted)', '(select count(*) from sessions)'),
  {
    metric: 'visit_conversion',
    by: ['channel'],
    sql: 'select channel, count(*) filter (converted), count(*) from sessions group by 1 order by 1',
    make: 'ratio',
  },
  ratio(
    'visit_length',
    '(select sum(duration_s) from sessions where pageviews <> 1)',
    '(select count(*) from sessions where pageviews <> 1)',
  ),
  plain('leads_created', leads),
  plain('people_asking', '(select count(distinct person) from leads)'),
  byGroup('leads_created', 'channel', 'count(*)', 'leads'),
  {
    ...byGroup('leads_created', 'name', 'count(*)', 'leads join employees on employee_id = owner_id'),
    by: ['lead_owner'],
  },
  plain('mqls', "(select count(distinct lead_id) from lead_stages where stage = 'mql')"),
  ratio('cpl', spend, leads),
  {
    // A month with spending on paid_social and without a lead from it; channels without spending cost nothing.
    metric: 'cpl',
    by: ['channel'],
    grain: 'month',
    sql: `with l as (select channel, count(*) as n from leads where ${bucketOf('month')} = '2025-08' group by 1),
               s as (select channel, sum(cost) as c from ad_spend where ${bucketOf('month')} = '2025-08' group by 1)
          select coalesce(l.channel, s.channel), '2025-08', coalesce(s.c, 0), coalesce(l.n, 0)
          from l full join s on l.channel is not distinct from s.channel order by 1 nulls last`,
    make: 'ratio',
  },
  {
    metric: 'cac',
    grain: 'fiscal_year',
    sql: `select b, (select sum(cost) from ad_spend where ${bucketOf('fiscal_year')} = b)
                    + (select sum(amount) from costs where department = 'marketing' and ${bucketOf('fiscal_year')} = b),
                 (select count(*) from customers where ${bucketOf('fiscal_year')} = b)
          from (values ('FY2025'), ('FY2026')) as t(b)`,
    make: 'ratio',
  },
  ratio('roas', revenueAll, spend),
  plain('pipeline', '(select sum(amount) from opportunities where outcome is null)'),
  plain('weighted_pipeline', '(select sum(amount * probability) from opportunities where outcome is null)'),
  ratio(
    'win_rate',
    "(select count(*) from opportunities where outcome = 'won')",
    '(select count(*) from opportunities where outcome is not null)',
  ),
  {
    metric: 'sales_cycle',
    sql: "select date_diff('day', created_on, closed_on) from opportunities where outcome = 'won' order by 1",
    make: 'median',
  },

  // Customers, support, plan.
  plain('new_customers', '(select count(*) from customers)'),
  plain('asked_customers', '(select count(acquired_by) from customers)'),
  plain('answers', '(select count(*) from surveys where score between 0 and 10)'),
  plain('invalid_answers', '(select count(*) from surveys where score not between 0 and 10)'),
  ratio(
    'nps',
    '(select 100 * (count(*) filter (score in (9, 10)) - count(*) filter (score between 0 and 6)) from surveys)',
    '(select count(*) from surveys where score between 0 and 10)',
  ),
  { metric: 'reply_time', sql: 'select reply_minutes from tickets order by 1', make: 'median' },
  { metric: 'slow_reply', sql: 'select reply_minutes from tickets order by 1', make: 'p90' },
  ratio(
    'solution_time',
    "(select sum(date_diff('hour', opened_at, solved_at)) from tickets)",
    '(select count(solved_at) from tickets)',
  ),
  ratio(
    'satisfaction_rate',
    '(select count(*) from tickets where satisfaction >= 4)',
    '(select count(satisfaction) from tickets)',
  ),
  byGrain('tickets_opened', 'month', 'count(*)', 'tickets', "between '2026-03' and '2026-06'"),
  {
    metric: 'budget_used',
    by: ['department'],
    grain: 'fiscal_year',
    sql: `select department, 'FY2026', (select sum(amount) from costs c where c.department = b.department and ${bucketOf('fiscal_year')} = 'FY2026'), sum(amount)
          from budgets b where ${bucketOf('fiscal_year', 'b.day')} = 'FY2026' group by department order by 1`,
    make: 'ratio',
  },
];
