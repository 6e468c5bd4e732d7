// The data as SQL tables: text columns cast to exact types, days in the zone of the project, money in euro.
// Written for DuckDB and without a line of Sextant's engine, so that its answers are a second opinion.

/** Statements that make the tables; `folder` is the data folder. */
export function tableStatements(folder: string): readonly string[] {
  const csv = (name: string): string => `read_csv('${folder}/${name}.csv', all_varchar = true, nullstr = '')`;
  const money = (name: string): string => `cast(${name} as decimal(18, 2)) as ${name}`;
  const local = (name: string): string => `cast(timezone('Europe/Berlin', cast(${name} as timestamptz)) as timestamp)`;
  const inEuro = (name: string, of = ''): string =>
    `case when ${of}currency = 'EUR' then cast(${name} as decimal(30, 8)) else ${name} * ${of}rate end`;
  return [
    `create table fx as select cast(day as date) as day, ccy, cast(rate as decimal(12, 6)) as rate from ${csv('fx')}`,
    `create table customers as select customer_id, cast(joined_on as date) as day, country, segment, acquired_by from ${csv('customers')}`,
    `create table addresses as select address_id, region from ${csv('addresses')}`,
    `create table products as select product_id, category from ${csv('products')}`,
    `create table product_tags as select * from ${csv('product_tags')}`,
    `create table raw_orders as
       select order_id, customer_id, ${local('ordered_at')} as local_at, cast(${local('ordered_at')} as date) as day, channel, campaign_id, status,
              currency, ${money('amount')}, ${money('shipping')}, ${money('coupon')}, billing_address_id, shipping_address_id
       from ${csv('orders')}`,
    `create table rated_orders as
       select o.*, o.amount - coalesce(o.coupon, 0) as net, fx.rate
       from raw_orders o asof left join fx on o.currency = fx.ccy and o.day >= fx.day`,
    `create table orders as
       select *, ${inEuro('net')} as net_eur, ${inEuro('shipping')} as shipping_eur, ${inEuro('coupon')} as coupon_eur
       from rated_orders`,
    `create table paid as select o.*, c.country, c.segment from orders o join customers c using (customer_id) where status = 'paid'`,
    `create table lines as
       select l.order_id, l.product_id, cast(quantity as bigint) as quantity, o.status, o.day, p.category, o.currency,
              case when o.currency = 'EUR' then cast(quantity as bigint) * cast(cast(unit_price as decimal(18, 2)) as decimal(24, 8))
                   else cast(cast(quantity as bigint) * cast(unit_price as decimal(18, 2)) as decimal(18, 2)) * o.rate end as total_eur
       from ${csv('order_lines')} l join orders o using (order_id) join products p using (product_id)`,
    `create table raw_refunds as
       select refund_id, order_id, cast(refunded_on as date) as day, reason, currency, ${money('amount')} from ${csv('refunds')}`,
    `create table rated_refunds as
       select r.*, fx.rate from raw_refunds r asof left join fx on r.currency = fx.ccy and r.day >= fx.day`,
    `create table refunds as
       select r.refund_id, r.reason, r.day, o.day as order_day, o.channel, ${inEuro('r.amount', 'r.')} as eur
       from rated_refunds r join orders o using (order_id)`,
    `create table ad_spend as
       select cast(day as date) as day, campaign_id, channel, cast(impressions as bigint) as impressions, cast(clicks as bigint) as clicks,
              ${money('cost')} from ${csv('ad_spend')}`,
    `create table sessions as
       select visitor_id, cast(${local('started_at')} as date) as day, channel, cast(pageviews as bigint) as pageviews,
              cast(duration_s as bigint) as duration_s, cast(converted as boolean) as converted from ${csv('sessions/*')}`,
    `create table employees as select employee_id, name from ${csv('employees')}`,
    `create table leads as
       select lead_id, lower(trim(email)) as person, cast(${local('created_at')} as date) as day, channel, country, owner_id from ${csv('leads')}`,
    `create table lead_stages as select lead_id, stage, cast(${local('entered_at')} as date) as day from ${csv('lead_stages')}`,
    `create table opportunities as
       select cast(created_on as date) as created_on, cast(closed_on as date) as closed_on, outcome, ${money('amount')},
              cast(probability as decimal(18, 2)) as probability from ${csv('opportunities')}`,
    `create table costs as select cast(paid_on as date) as day, department, ${money('amount')} from ${csv('costs')}`,
    `create table budgets as select cast(month as date) as day, department, ${money('amount')} from ${csv('budgets')}`,
    `create table revenue_targets as select quarter, country, ${money('target')} from ${csv('revenue_targets')}`,
    `create table surveys as select cast(answered_on as date) as day, cast(score as bigint) as score from ${csv('surveys')}`,
    // Wall clocks of New York, and the day in Berlin at that instant.
    `create table tickets as
       select cast(opened_at as timestamp) as opened_at, cast(solved_at as timestamp) as solved_at, priority,
              cast(timezone('Europe/Berlin', timezone('America/New_York', cast(opened_at as timestamp))) as date) as day,
              cast(reply_minutes as bigint) as reply_minutes, cast(reopened as boolean) as reopened,
              cast(satisfaction as bigint) as satisfaction from ${csv('tickets')}`,
  ];
}

/** The label of a bucket that holds a day; fiscal years start in February and have the name of the year in which they end. */
export function bucketOf(grain: string, day = 'day'): string {
  const fiscalYear = `(year(${day}) + case when month(${day}) >= 2 then 1 else 0 end)`;
  switch (grain) {
    case 'day':
      return `strftime(${day}, '%Y-%m-%d')`;
    case 'week':
      return `strftime(${day}, '%G-W%V')`;
    case 'month':
      return `strftime(${day}, '%Y-%m')`;
    case 'fiscal_quarter':
      return `'FY' || ${fiscalYear} || '-Q' || (((month(${day}) + 10) % 12) // 3 + 1)`;
    case 'fiscal_year':
      return `'FY' || ${fiscalYear}`;
    default:
      throw new Error(`no bucket for ${grain}`);
  }
}
