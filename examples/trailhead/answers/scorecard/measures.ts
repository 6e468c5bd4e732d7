// What each KPI measures, over days, in a group or in all; null is no value. Rows after `asOf` are not known yet.
import { add, divide, fraction, quantile, subtract, type Fraction } from '../fraction.js';
import type { Days } from './calendar.js';
import type { Records } from './records.js';

export type Amount = Fraction | null;

/** `days` may end after `asOf`; `group` is null for all groups together. */
export type Measure = (known: Records, days: Days, asOf: number, group: string | null) => Amount;

const zero = fraction(0n, 1n);

function sum(values: readonly Fraction[]): Fraction {
  return values.reduce(add, zero);
}

function count(values: readonly unknown[]): Fraction {
  return fraction(BigInt(values.length), 1n);
}

/** The rows of the days that are known. */
function within<T extends { readonly on: number }>(rows: readonly T[], { from, to }: Days, asOf: number): readonly T[] {
  return rows.filter(({ on }) => on >= from && on < to && on <= asOf);
}

function quotient(a: Fraction, b: Fraction): Amount {
  return divide(a, b);
}

function paid(known: Records, days: Days, asOf: number): Records['orders'] {
  return within(known.orders, days, asOf).filter((order) => order.paid);
}

export const revenue: Measure = (known, days, asOf, country) =>
  sum(
    paid(known, days, asOf)
      .filter((order) => country === null || order.country === country)
      .map((order) => order.net),
  );

export const consumerOrders: Measure = (known, days, asOf) =>
  count(paid(known, days, asOf).filter((order) => order.segment === 'consumer'));

export const averageOrder: Measure = (known, days, asOf) =>
  quotient(revenueOf(known, days, asOf), count(paid(known, days, asOf)));

function revenueOf(known: Records, days: Days, asOf: number): Fraction {
  return sum(paid(known, days, asOf).map((order) => order.net));
}

export const couponRate: Measure = (known, days, asOf) => {
  const given = sum(paid(known, days, asOf).map((order) => order.coupon));
  return quotient(given, add(given, revenueOf(known, days, asOf)));
};

/** Offers by the day of closing; one that was made after `asOf` is not known. */
function closed(known: Records, { from, to }: Days, asOf: number): Records['opportunities'] {
  return known.opportunities.filter(
    ({ createdOn, closedOn }) =>
      createdOn <= asOf && closedOn !== null && closedOn >= from && closedOn < to && closedOn <= asOf,
  );
}

export const wonAmount: Measure = (known, days, asOf) => {
  const won = closed(known, days, asOf).filter(({ outcome }) => outcome === 'won');
  return won.length === 0 ? null : sum(won.map(({ amount }) => amount));
};

export const winRate: Measure = (known, days, asOf) => {
  const all = closed(known, days, asOf);
  return quotient(count(all.filter(({ outcome }) => outcome === 'won')), count(all));
};

export const refundRate: Measure = (known, days, asOf) =>
  quotient(sum(within(known.refunds, days, asOf).map(({ amount }) => amount)), revenueOf(known, days, asOf));

export const cancellationRate: Measure = (known, days, asOf) => {
  const all = within(known.orders, days, asOf);
  return quotient(count(all.filter((order) => !order.paid)), count(all));
};

function spending(known: Records, days: Days, asOf: number): Fraction {
  return sum(within(known.spend, days, asOf).map(({ cost }) => cost));
}

export const adCost: Measure = spending;

export const costToWin: Measure = (known, days, asOf) => {
  const joined = known.joined.filter((on) => on >= days.from && on < days.to && on <= asOf);
  return quotient(add(spending(known, days, asOf), costsOf(known, days, asOf, 'marketing')), count(joined));
};

export const costOfLead: Measure = (known, days, asOf) =>
  quotient(spending(known, days, asOf), count(within(known.leads, days, asOf)));

export const qualifiedLeads: Measure = (known, days, asOf) =>
  count([...new Set(within(known.qualified, days, asOf).map(({ lead }) => lead))]);

export const paidLeads: Measure = (known, days, asOf, channel) =>
  count(
    within(known.leads, days, asOf).filter((lead) =>
      (channel === null ? ['paid_search', 'paid_social'] : [channel]).includes(lead.channel),
    ),
  );

export const readersWon: Measure = (known, days, asOf) => {
  const weeks = within(known.readers, days, asOf);
  return subtract(sum(weeks.map(({ joined }) => joined)), sum(weeks.map(({ left }) => left)));
};

export const visitConversion: Measure = (known, days, asOf) => {
  const all = within(known.visits, days, asOf);
  return quotient(count(all.filter(({ converted }) => converted)), count(all));
};

function costsOf(known: Records, days: Days, asOf: number, department: string | null): Fraction {
  return sum(
    within(known.costs, days, asOf)
      .filter((row) => department === null || row.department === department)
      .map(({ amount }) => amount),
  );
}

export const departmentCosts: Measure = costsOf;

/** A plan: known for all of its days. */
export function budgetOf(known: Records, days: Days, department: string | null): Fraction {
  return sum(
    within(known.budgets, days, days.to)
      .filter((row) => department === null || row.department === department)
      .map(({ amount }) => amount),
  );
}

/** `days` is clipped for the costs; the budget is that of the whole months. */
export function marketingBudgetUsed(known: Records, days: Days, whole: Days, asOf: number): Amount {
  return quotient(costsOf(known, days, asOf, 'marketing'), budgetOf(known, whole, 'marketing'));
}

export const recommendation: Measure = (known, days, asOf) => {
  const all = within(known.answers, days, asOf);
  const promoters = all.filter(({ score }) => score >= 9).length;
  const detractors = all.filter(({ score }) => score <= 6).length;
  return quotient(fraction(BigInt(100 * (promoters - detractors)), 1n), count(all));
};

function replies(known: Records, days: Days, asOf: number): readonly Fraction[] {
  return within(known.tickets, days, asOf)
    .map(({ reply }) => reply)
    .toSorted((a, b) => (a.n < b.n ? -1 : 1));
}

export const replyTime: Measure = (known, days, asOf) => quantile(replies(known, days, asOf), fraction(1n, 2n));

export const slowReply: Measure = (known, days, asOf) => quantile(replies(known, days, asOf), fraction(9n, 10n));

export const reopened: Measure = (known, days, asOf) => {
  const all = within(known.tickets, days, asOf);
  return quotient(count(all.filter((ticket) => ticket.reopened)), count(all));
};

export const satisfied: Measure = (known, days, asOf) => {
  const all = within(known.tickets, days, asOf).flatMap(({ satisfaction }) => satisfaction ?? []);
  return quotient(count(all.filter((answer) => answer >= 4)), count(all));
};

/** The last count at or before the end of the days, or of what is known. */
export const unitsInStock: Measure = (known, { to }, asOf) => {
  const end = Math.min(to - 1, asOf);
  const last = Math.max(...known.stock.map(({ takenOn }) => (takenOn <= end ? takenOn : -Infinity)));
  const rows = known.stock.filter(({ takenOn }) => takenOn === last);
  return rows.length === 0 ? null : sum(rows.map(({ units }) => units));
};

/** Memberships that are valid at the end of the days, or of what is known. */
export const members: Measure = (known, { to }, asOf) => {
  const end = Math.min(to - 1, asOf);
  return count(known.memberships.filter(({ from, until }) => from <= end && (until === null || until > end)));
};

export const repeatRate: Measure = (known, days, asOf) => {
  const orders = new Map<string, number>();
  for (const { customer } of paid(known, days, asOf)) orders.set(customer, (orders.get(customer) ?? 0) + 1);
  return quotient(count([...orders.values()].filter((n) => n >= 2)), count([...orders.keys()]));
};
