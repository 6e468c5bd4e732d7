// The tables that the KPIs are about, read row by row: days as day numbers, money in euro, as exact fractions.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { day } from '../../generate/days.js';
import { multiply, parseDecimal, subtract, type Fraction } from '../fraction.js';
import { berlinDay, berlinDayOfNewYork } from './calendar.js';

export interface Records {
  readonly orders: readonly {
    readonly id: string;
    readonly on: number;
    readonly customer: string;
    readonly country: string;
    readonly segment: string;
    readonly paid: boolean;
    readonly net: Fraction;
    readonly coupon: Fraction;
  }[];
  readonly refunds: readonly { readonly on: number; readonly amount: Fraction }[];
  readonly joined: readonly number[];
  readonly spend: readonly { readonly on: number; readonly cost: Fraction }[];
  readonly costs: readonly { readonly on: number; readonly department: string; readonly amount: Fraction }[];
  readonly budgets: readonly { readonly on: number; readonly department: string; readonly amount: Fraction }[];
  readonly leads: readonly { readonly on: number; readonly channel: string }[];
  readonly qualified: readonly { readonly on: number; readonly lead: string }[];
  readonly opportunities: readonly {
    readonly createdOn: number;
    readonly closedOn: number | null;
    readonly outcome: string;
    readonly amount: Fraction;
  }[];
  readonly visits: readonly { readonly on: number; readonly converted: boolean }[];
  readonly readers: readonly { readonly on: number; readonly joined: Fraction; readonly left: Fraction }[];
  readonly answers: readonly { readonly on: number; readonly score: number }[];
  readonly tickets: readonly {
    readonly on: number;
    readonly reply: Fraction;
    readonly reopened: boolean;
    readonly satisfaction: number | null;
  }[];
  readonly memberships: readonly { readonly from: number; readonly until: number | null }[];
  readonly stock: readonly { readonly takenOn: number; readonly units: Fraction }[];
  readonly revenueTargets: readonly { readonly quarter: string; readonly country: string; readonly target: Fraction }[];
  readonly holidays: ReadonlySet<number>;
}

type Row = Readonly<Record<string, string>>;

export function readRecords(folder: string): Records {
  const table = (name: string): readonly Row[] => rowsOf(readFileSync(join(folder, `${name}.csv`), 'utf8'));
  const rates = table('fx');
  const inEuro = (amount: string, currency: string, on: number): Fraction => {
    const value = parseDecimal(amount);
    if (currency === 'EUR') return value;
    const rate = rates.findLast((row) => row['ccy'] === currency && day(cell(row, 'day')) <= on);
    if (rate === undefined) throw new Error(`no rate of ${currency}`);
    return multiply(value, parseDecimal(cell(rate, 'rate')));
  };
  const customers = new Map(table('customers').map((row) => [cell(row, 'customer_id'), row]));
  const orders = table('orders').map((row) => {
    const on = berlinDay(cell(row, 'ordered_at'));
    const customer = customers.get(cell(row, 'customer_id'));
    if (customer === undefined) throw new Error('an order of nobody');
    const coupon = row['coupon'] === '' ? '0' : cell(row, 'coupon');
    const euro = (amount: string): Fraction => inEuro(amount, cell(row, 'currency'), on);
    return {
      id: cell(row, 'order_id'),
      on,
      customer: cell(row, 'customer_id'),
      country: cell(customer, 'country'),
      segment: cell(customer, 'segment'),
      paid: row['status'] === 'paid',
      net: subtract(euro(cell(row, 'amount')), euro(coupon)),
      coupon: euro(coupon),
    };
  });
  return {
    orders,
    refunds: table('refunds').map((row) => {
      const on = day(cell(row, 'refunded_on'));
      return { on, amount: inEuro(cell(row, 'amount'), cell(row, 'currency'), on) };
    }),
    joined: [...customers.values()].map((row) => day(cell(row, 'joined_on'))),
    spend: table('ad_spend').map((row) => ({ on: day(cell(row, 'day')), cost: parseDecimal(cell(row, 'cost')) })),
    costs: table('costs').map((row) => ({
      on: day(cell(row, 'paid_on')),
      department: cell(row, 'department'),
      amount: parseDecimal(cell(row, 'amount')),
    })),
    budgets: table('budgets').map((row) => ({
      on: day(cell(row, 'month')),
      department: cell(row, 'department'),
      amount: parseDecimal(cell(row, 'amount')),
    })),
    leads: table('leads').map((row) => ({ on: berlinDay(cell(row, 'created_at')), channel: cell(row, 'channel') })),
    qualified: table('lead_stages')
      .filter((row) => row['stage'] === 'mql')
      .map((row) => ({ on: berlinDay(cell(row, 'entered_at')), lead: cell(row, 'lead_id') })),
    opportunities: table('opportunities').map((row) => ({
      createdOn: day(cell(row, 'created_on')),
      closedOn: row['closed_on'] === '' ? null : day(cell(row, 'closed_on')),
      outcome: cell(row, 'outcome'),
      amount: parseDecimal(cell(row, 'amount')),
    })),
    visits: ['2024', '2025', '2026'].flatMap((year) =>
      table(`sessions/${year}`).map((row) => ({
        on: berlinDay(cell(row, 'started_at')),
        converted: row['converted'] === 'true',
      })),
    ),
    readers: table('newsletter').map((row) => ({
      on: day(cell(row, 'week_of')),
      joined: parseDecimal(cell(row, 'joined')),
      left: parseDecimal(cell(row, 'left')),
    })),
    answers: table('surveys')
      .map((row) => ({ on: day(cell(row, 'answered_on')), score: row['score'] === '' ? -1 : Number(row['score']) }))
      .filter(({ score }) => score >= 0 && score <= 10),
    tickets: table('tickets').map((row) => ({
      on: berlinDayOfNewYork(cell(row, 'opened_at')),
      reply: parseDecimal(cell(row, 'reply_minutes')),
      reopened: row['reopened'] === 'true',
      satisfaction: row['satisfaction'] === '' ? null : Number(row['satisfaction']),
    })),
    memberships: table('subscriptions').map((row) => ({
      from: day(cell(row, 'started_on')),
      until: row['ended_on'] === '' ? null : day(cell(row, 'ended_on')),
    })),
    stock: table('stock').map((row) => ({
      takenOn: day(cell(row, 'taken_on')),
      units: parseDecimal(cell(row, 'units')),
    })),
    revenueTargets: table('revenue_targets').map((row) => ({
      quarter: cell(row, 'quarter'),
      country: cell(row, 'country'),
      target: parseDecimal(cell(row, 'target')),
    })),
    holidays: new Set(table('holidays').map((row) => day(cell(row, 'day')))),
  };
}

function cell(row: Row, name: string): string {
  const text = row[name];
  if (text === undefined) throw new Error(`no column ${name}`);
  return text;
}

/** None of the tables that are read here has quotes but `campaigns`, `products` and `addresses`, which are not. */
function rowsOf(text: string): readonly Row[] {
  if (text.includes('"')) throw new Error('a quoted cell');
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}
