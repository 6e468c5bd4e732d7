// Values: what may meet in operators and functions, and what comes out.
import { expect, test } from 'vitest';
import { fixed, formulas, words } from '../expect-diagnostics.js';
import { asField, asMetric, asParameter, inShop } from './shop.js';

formulas(
  'numbers of different digits',
  asField,
  `
  amount + cost : decimal(4) EUR
  amount * cost : decimal(6) EUR^2
  amount * quantity : decimal(2) EUR
  amount * share : decimal(6) EUR
  amount / cost : exact quotient
  quantity / 2 : exact quotient
  quantity + 1 : integer
  quantity * 1.5 : decimal(1)
  quantity + 1_000 : integer
  amount + 0 : decimal(2) EUR
  -amount : decimal(2) EUR
  amount * 5% : decimal(4) EUR
  5% : decimal(2)
  12.5% : decimal(3)
  .5 ! KPI1203 @ .5
  `,
);

formulas(
  'values of different kinds never meet',
  asField,
  `
  status = 'paid' : boolean
  status <> 'paid' : boolean
  status = channel : boolean
  status = quantity ! KPI3006 @ quantity
  quantity = 'three' ! KPI3006 @ 'three'
  gift = 'yes' ! KPI3006 @ 'yes'
  gift = true : boolean
  gift = vip ! KPI2001 @ vip
  gift = customers.vip : boolean
  gift > true ! KPI3001 @ gift
  due_on = date '2026-01-31' : boolean
  due_on = '2026-01-31' ! KPI3006 @ '2026-01-31'
  '2026-01-31' = due_on ! KPI3006 @ due_on
  due_on between '2026-01-01' and '2026-01-31' ! KPI3006 @ '2026-01-01'
  due_on in (date '2026-01-01', '2026-01-31') ! KPI3006 @ '2026-01-31'
  due_on = ordered_at ! KPI3006 @ ordered_at
  due_on = shipped_at ! KPI3006 @ shipped_at
  shipped_at = ordered_at ! KPI3006 @ ordered_at
  ordered_at = date '2026-01-31' ! KPI3006 @ date '2026-01-31'
  ordered_at > timestamp '2026-01-31T10:00:00Z' : boolean
  shipped_at > datetime '2026-01-31 10:00' : boolean
  cast(ordered_at as date) = due_on : boolean
  due_on = 5 ! KPI3006 @ 5
  due_on + 7 days ! KPI3006 @ 7 days
  due_on - due_on ! KPI3006 @ due_on
  date_add(due_on, 7 days) : date
  date_diff(day, due_on, date '2026-01-31') : integer day
  date_diff(month, due_on, date '2026-01-31') : integer
  date_diff(day, due_on, ordered_at) ! KPI3001 @ ordered_at
  elapsed(due_on, date '2026-01-31') : integer day
  elapsed(ordered_at, timestamp '2026-01-31T10:00:00Z') : decimal(6) second
  elapsed(shipped_at, datetime '2026-01-31 10:00') <= 2 hours : boolean
  elapsed(date '2026-01-31', due_on) > 1 week : boolean
  elapsed(ordered_at, ordered_at) / 1 hour : exact quotient
  elapsed(due_on, ordered_at) ! KPI3001 @ ordered_at
  elapsed(ordered_at, shipped_at) ! KPI3001 @ shipped_at
  elapsed(due_on, due_on) > 2 ! KPI3009 @ 2
  elapsed(due_on, 7 days) ! KPI3001 @ 7 days
  elapsed(due_on, as_of()) ! KPI3024 @ as_of()
  status + 1 ! KPI3001 @ status
  1 + status ! KPI3001 @ status
  -status ! KPI3001 @ status
  +status ! KPI3001 @ status
  status * 2 ! KPI3001 @ status
  gift + 1 ! KPI3001 @ gift
  status || channel : text
  status || 1 ! KPI3001 @ 1
  status || cast(quantity as text) : text
  status like 'p%' : boolean
  status not like 'p%' : boolean
  quantity like '1%' ! KPI3001 @ quantity
  `,
);

formulas(
  'conditions',
  asField,
  `
  gift and status = 'paid' : boolean
  not gift : boolean
  gift and status ! KPI3007 @ status
  gift or amount ! KPI3007 @ amount
  status or amount ! KPI3007 @ status; KPI3007 @ amount
  not amount ! KPI3007 @ amount
  not status ! KPI3007 @ status
  gift and null : boolean
  amount is null : boolean
  amount is not null : boolean
  due_on is null : boolean
  case when gift then 1 else 0 end : integer
  case when amount then 1 else 0 end ! KPI3007 @ amount
  if(gift, amount, cost) : decimal(4) EUR
  if(amount, 1, 0) ! KPI3007 @ amount
  if(gift, 1) ! KPI3002 @ if(gift, 1)
  status in ('paid', 'cancelled') : boolean
  status in ('paid', 3) ! KPI3006 @ 3
  quantity in (1, 2, 3) : boolean
  quantity not in (1, 2, 3) : boolean
  amount in (0, 5 EUR) : boolean
  gift in (true) : boolean
  quantity between 1 and 'x' ! KPI3006 @ 'x'
  status between 'a' and 'p' : boolean
  due_on between date '2026-01-01' and date '2026-12-31' : boolean
  `,
);

formulas(
  'choices have one type and one unit',
  asField,
  `
  case when gift then amount else cost end : decimal(4) EUR
  case when gift then amount else 0 end : decimal(2) EUR
  case when gift then 0 else amount end : decimal(2) EUR
  case when gift then amount end : decimal(2) EUR
  case when gift then null else amount end : decimal(2) EUR
  case when gift then null end : no value
  case when gift then amount else 5 end ! KPI3009 @ 5
  case when gift then amount else usd end ! KPI3012 @ usd
  case when gift then amount else status end ! KPI3006 @ status
  case when gift then 'a' when true then 'b' else channel end : text
  case when gift then prep else slack end : decimal(1) hour
  case when gift then slack else prep end : exact quotient day
  case status when 'paid' then amount when 'cancelled' then 0 end : decimal(2) EUR
  case status when 3 then amount end ! KPI3006 @ 3
  case quantity when 1 then 'one' else 'many' end : text
  case amount when 5 then 'five' end ! KPI3009 @ 5
  coalesce(discount, 0) : decimal(2) EUR
  coalesce(discount, 0 EUR) : decimal(2) EUR
  coalesce(discount, cost) : decimal(4) EUR
  coalesce(discount, cost, 0) : decimal(4) EUR
  coalesce(0, discount) : decimal(2) EUR
  coalesce(discount, 5) ! KPI3009 @ 5
  coalesce(discount, usd) ! KPI3012 @ usd
  coalesce(discount, 'none') ! KPI3006 @ 'none'
  coalesce(coupon, 'none') : text
  coalesce(discount) ! KPI3002 @ coalesce(discount)
  coalesce(items, 0) : integer item
  coalesce(items, 3) : integer item
  coalesce(prep, slack) : decimal(1) hour
  nullif(amount, 0) : decimal(2) EUR
  nullif(amount, 5) ! KPI3009 @ 5
  nullif(channel, '') : text
  least(amount, cost) : decimal(4) EUR
  greatest(amount, 0) : decimal(2) EUR
  greatest(amount, 10) ! KPI3009 @ 10
  greatest(due_on, date '2026-01-01') : date
  greatest(due_on, ordered_at) ! KPI3006 @ ordered_at
  least(gift, true) ! KPI3001 @ gift
  mod(quantity, 2) : integer
  mod(items, 12) : integer item
  mod(amount, 1 EUR) : decimal(2) EUR
  abs(amount) : decimal(2) EUR
  round(amount) : integer EUR
  round(amount, 1) : decimal(1) EUR
  round(amount, quantity) ! KPI3023 @ quantity
  floor(prep) : integer hour
  sqrt(quantity) : float
  sqrt(amount) ! KPI3001 @ amount
  power(amount, 2) : decimal(4) EUR^2
  power(quantity, 0.5) : float
  lower(status) : text
  lower(quantity) ! KPI3001 @ quantity
  length(status) : integer
  year(due_on) : integer
  hour(due_on) ! KPI3001 @ due_on
  hour(ordered_at) : integer
  date_trunc(month, due_on) : date
  date_trunc(mouth, due_on) ! KPI4008 @ mouth
  date_trunc(minute, ordered_at) ! KPI4008 @ minute
  date_diff(minute, ordered_at, ordered_at) : integer minute
  date_diff(SECONDS, shipped_at, shipped_at) : integer second
  date_diff(minite, ordered_at, ordered_at) ! KPI4008 @ minite
  date_diff(minute, due_on, due_on) ! KPI3001 @ due_on
  `,
);

formulas(
  'bare choices stay bare, so that they can be counted things',
  asMetric,
  `
  orders_placed + case when is_open then 1 else 2 end : integer order
  orders_placed + if(is_open, 1, 0) : integer order
  orders_placed + coalesce(null, 3) : integer order
  orders_placed + abs(-3) : integer order
  orders_placed > least(3, 4) : boolean
  revenue + case when is_open then 1 else 2 end ! KPI3009 @ case when is_open then 1 else 2 end
  revenue + case when is_open then 1 EUR else 2 EUR end : decimal(2) EUR
  `,
);

formulas(
  'approximate numbers stay so, and never meet exact ones unsaid',
  asField,
  `
  weight : float
  weight * 2 : float
  weight + 1 : float
  weight + height : float
  weight * amount ! KPI3008 @ weight
  amount / weight ! KPI3008 @ weight
  weight > quantity ! KPI3008 @ weight
  weight > 5 : boolean
  weight * approx(amount) : float EUR
  approx(amount) : float EUR
  coalesce(weight, 0) : float
  coalesce(weight, quantity) ! KPI3008 @ weight
  case when gift then weight else quantity end ! KPI3008 @ weight
  round(weight, 2) : float
  sqrt(quantity) * quantity ! KPI3008 @ sqrt(quantity)
  `,
);

formulas(
  'casts',
  asField,
  `
  cast(quantity as text) : text
  cast(amount as integer) : integer EUR
  cast(amount as decimal(1)) : decimal(1) EUR
  cast(channel as integer) : integer
  cast(channel as date) : date
  cast(ordered_at as date) : date
  cast(due_on as integer) ! KPI3006 @ integer
  cast(gift as integer) ! KPI3006 @ integer
  cast(quantity as varchar) ! KPI3001 @ varchar
  cast(quantity as decimal(40)) ! KPI3001 @ decimal(40)
  cast(null as date) : date
  `,
);

formulas(
  'literals',
  asParameter,
  `
  date '2026-01-31' : constant date
  date '2026-02-29' ! KPI3016 @ date '2026-02-29'
  date '2024-02-29' : constant date
  date '31.01.2026' ! KPI3016 @ date '31.01.2026'
  date '2026-13-01' ! KPI3016 @ date '2026-13-01'
  timestamp '2026-01-31T10:00:00Z' : constant timestamp
  timestamp '2026-01-31 10:00+02:00' : constant timestamp
  timestamp '2026-01-31T10:00:00' ! KPI3016 @ timestamp '2026-01-31T10:00:00'
  timestamp '2026-01-31T25:00:00Z' ! KPI3016 @ timestamp '2026-01-31T25:00:00Z'
  datetime '2026-01-31 10:60' ! KPI3016 @ datetime '2026-01-31 10:60'
  datetime '2026-01-31T10:00:00' : constant datetime
  period '2026-03' ! KPI3024 @ period '2026-03'
  'text' : constant text
  true : constant boolean
  null : constant no value
  10% : constant decimal(2)
  -10% : constant decimal(2)
  500 EUR : constant integer EUR
  1_200_000 : constant integer
  0.90 : constant decimal(2)
  7 days : constant integer day
  1 month ! KPI3020 @ month
  rate * 2 : constant decimal(2)
  revenue ! KPI2003 @ revenue
  sum(orders.amount) ! KPI3024 @ sum(orders.amount)
  nothing ! KPI2001 @ nothing
  orders.amount ! KPI2001 @ orders.amount
  `,
);

test('a value outside the declared ones is a warning that names the nearest', () => {
  expect(words(inShop("metrics:\n  x: count(orders where status = 'payed')\n"))).toBe(
    [
      "`status` never is 'payed'",
      '^ not one of its values',
      '= declared values: paid, cancelled',
      '? did you mean `paid`?',
    ].join('\n'),
  );
});

formulas(
  'declared values, wherever they are compared',
  asMetric,
  `
  count(orders where status in ('paid', 'pad')) ! KPI3018? @ 'pad'
  count(orders where 'pad' = status) ! KPI3018? @ 'pad'
  count(orders where status <> 'pad') ! KPI3018? @ 'pad'
  count(orders where customers.segment = 'busines') ! KPI3018? @ 'busines'
  count(orders where case status when 'pad' then true end) ! KPI3018? @ 'pad'
  (revenue where orders.status = 'pad') ! KPI3018? @ 'pad'
  count(orders where priority = 4) ! KPI3018? @ 4
  count(orders where priority in (1, 5)) ! KPI3018? @ 5
  count(orders where priority = 3) : integer order
  count(orders where priority > 4) : integer order
  count(orders where quantity = 4) : integer order
  count(orders where status > 'pad') : integer order
  count(orders where channel = 'anything') : integer order
  count(orders where status = channel) : integer order
  `,
);

test('bare text beside a date: the help writes the literal', () => {
  const text = "metrics:\n  x: count(orders where due_on >= '2026-01-31')\n";
  expect(words(inShop(text))).toContain("? write `date '2026-01-31'`");
});

test('the difference of two times: the help writes the function', () => {
  const difference = "metrics:\n  x: avg(orders.due_on - date '2026-01-31')\n";
  expect(words(inShop(difference))).toContain("? the time between them is `elapsed(date '2026-01-31', orders.due_on)`");
  expect(words(inShop('metrics:\n  x: max(orders.due_on + 7 days)\n'))).toContain(
    '? move a time with `date_add(x, 7 days)`',
  );
});

test('the time between two kinds of time: the help names the cast', () => {
  const mixed = 'metrics:\n  x: avg(elapsed(orders.due_on, orders.ordered_at))\n';
  expect(words(inShop(mixed))).toContain("? bring one to the other's type: `cast(x as date)`");
});

formulas(
  'the day of the question is known where a question is asked',
  asMetric,
  `
  as_of() : constant date
  date_diff(day, max(orders.due_on), as_of()) : integer day
  sum(elapsed(orders.due_on, as_of())) : integer day
  count(orders where due_on < as_of()) : integer order
  (revenue where orders.due_on = as_of()) : decimal(2) EUR
  count(orders where cast(ordered_at as date) = as_of()) : integer order
  count(orders where ordered_at = as_of()) ! KPI3006 @ as_of()
  sum(elapsed(orders.ordered_at, as_of())) ! KPI3001 @ as_of()
  as_of() + 1 ! KPI3006 @ 1
  as_of(1) ! KPI3002 @ as_of(1)
  prior(as_of(), 1 month) ! KPI3017 @ as_of()
  max(as_of()) ! KPI3024 @ as_of()
  `,
);

formulas('a parameter does not know it', asParameter, 'as_of() ! KPI3024 @ as_of()');

test('a field does not know the day of the question, nor do the rows that it aggregates', () => {
  const field = (formula: string) =>
    words(
      inShop(
        `datasets:\n  c:\n    from: c.csv\n    key: id\n    time: none\n    fields:\n      id: text\n      x: { formula: "${formula}" }\n`,
      ),
    );
  expect(field('as_of()')).toBe(
    [
      '`as_of()` cannot stand here',
      '^ misplaced',
      '= a field is the same in every question, so it can be read once and kept',
      '? say it in the metric: `count(tickets where elapsed(opened_on, as_of()) > 7 days)`',
    ].join('\n'),
  );
});

test('the fix of a bare number adds the unit, and there is none for a calculation', () => {
  expect(
    fixed(
      'datasets:\n  o: { fields: { a: decimal(2) EUR } }\nmetrics:\n  x: { formula: sum(o.a), empty: 0 }\n  y: x + 5\n',
    ),
  ).toContain('y: x + 5 EUR\n');
  expect(
    fixed(
      'datasets:\n  o: { fields: { a: decimal(2) EUR } }\nmetrics:\n  x: { formula: sum(o.a), empty: 0 }\n  y: x + (2 * 3)\n',
    ),
  ).toContain('y: x + (2 * 3)\n');
  expect(
    fixed(
      'datasets:\n  o: { fields: { a: decimal(2) EUR } }\nmetrics:\n  x: { formula: sum(o.a), empty: 0 }\n  y: x > 5%\n',
    ),
  ).toContain('y: x > 5%\n');
});

formulas(
  'a condition is not what is counted, and a level is a bare word',
  asMetric,
  `
  count(orders.amount) : integer order
  count(orders.gift) : integer order
  count(orders.amount > 5 EUR) ! KPI3001 @ orders.amount > 5 EUR
  count(orders.due_on is null) ! KPI3001 @ orders.due_on is null
  to_date(revenue, 'month') ! KPI3001 @ 'month'
  max(date_trunc('month', orders.due_on)) ! KPI3001 @ 'month'
  `,
);
