// Orders with their lines: first orders soon after joining, the rest by demand and keenness.
import { idText } from './cells.js';
import { day, instant, monthText } from './days.js';
import { allocate, at, div, findCumulative } from './integers.js';
import { demandOf, hourWeights, secondOfDay } from './demand.js';
import { unknownCampaign } from './advertising.js';
import type { Campaign } from './advertising.js';
import { joinedBy } from './people.js';
import type { Customer } from './people.js';
import { localPrice, versionOn } from './products.js';
import type { Product } from './products.js';
import { makeRandom } from './prng.js';
import type { Random } from './prng.js';
import type { Size } from './sizes.js';
import type { Channel, Country, Currency, Segment } from './vocabulary.js';
import { channels, currencyOf, digitsOf, sessionMix } from './vocabulary.js';

export interface Line {
  readonly product: Product;
  readonly quantity: number;
  /** Minor units of the order's currency. */
  readonly unitPrice: number;
}

export interface Order {
  readonly id: string;
  readonly customer: Customer;
  readonly orderedAt: number;
  readonly channel: Channel;
  readonly campaignId: string | null;
  readonly status: 'paid' | 'cancelled';
  readonly currency: Currency;
  readonly lines: readonly Line[];
  /** Minor units of the currency: what the lines cost, the shipping, and what a coupon takes off. */
  readonly goods: number;
  readonly shipping: number;
  readonly coupon: number | null;
}

interface Pin {
  readonly at: string;
  readonly country?: Country;
  readonly channel?: Channel;
  readonly campaignId?: string;
}

/** Orders at instants where something is easy to get wrong; each is made where it lies inside the size's days. */
export const pinned: readonly Pin[] = [
  { at: '2024-02-29T12:00:00Z' }, // a leap day
  { at: '2024-12-30T09:15:00Z' }, // the first day of ISO 2025-W01
  { at: '2025-01-31T22:59:59Z' }, // the last second of FY2025 in Berlin
  { at: '2025-01-31T23:00:00Z' }, // the first second of FY2026 in Berlin
  { at: '2025-03-30T00:59:59Z' }, // the last second before Berlin's clocks go forward
  { at: '2025-10-26T00:30:00Z' }, // 02:30 in Berlin
  { at: '2025-10-26T01:30:00Z' }, // 02:30 in Berlin again
  { at: '2025-11-02T05:30:00Z' }, // 01:30 in New York, to come twice
  { at: '2026-01-31T23:30:00Z' }, // FY2027 in Berlin, still January in UTC
  { at: '2026-05-27T09:00:00Z', country: 'JP' }, // in the week without rates of the yen
  { at: '2026-05-31T22:30:00Z' }, // June in Berlin, still May in UTC
  { at: '2026-06-03T12:00:00Z', channel: 'referral', campaignId: unknownCampaign },
];

/** A month in which the smallest segment buys nothing. */
const quietMonth = '2025-08';
const linesOf = [30, 28, 20, 12, 6, 4] as const;
const shippingOf: Readonly<Record<Currency, { fee: number; freeFrom: number }>> = {
  EUR: { fee: 490, freeFrom: 10_000 },
  USD: { fee: 590, freeFrom: 12_000 },
  GBP: { fee: 450, freeFrom: 9_000 },
  JPY: { fee: 800, freeFrom: 16_000 },
};

interface Placed {
  readonly at: number;
  readonly customer: Customer;
  readonly key: string;
  readonly weights: readonly number[];
  readonly pin?: Pin;
}

export function ordersOf(
  seed: string,
  size: Size,
  customers: readonly Customer[],
  products: readonly Product[],
  campaigns: readonly Campaign[],
  adstock: (dayNo: number, channel: Channel) => number,
): readonly Order[] {
  const first = day(size.first);
  const last = day(size.last);
  const end = (last + 1) * 86_400 - 6 * 3600;
  const demand = demandOf(seed, 'orders', first, last, sessionMix, 'shop', adstock);
  const weightsOn = (d: number): readonly number[] => at(demand, d - first).byChannel;
  const placed: Placed[] = [];
  const place = (time: number, customer: Customer, key: string, pin?: Pin): void => {
    const weights = weightsOn(div(Math.min(time, end), 86_400));
    placed.push({ at: Math.min(time, end), customer, key, weights, ...(pin === undefined ? {} : { pin }) });
  };

  for (const customer of customers) {
    const random = makeRandom(seed, 'first-orders', customer.id);
    const d = customer.joinedOn + (customer.lead === null ? 0 : random.below(20));
    if (d < first || d > last || !random.chance(7_500) || quiet(customer, d)) continue;
    const since = customer.lead?.convertedAt ?? 0;
    place(Math.max(d * 86_400 + secondOfDay(hourWeights, random), since + 600), customer, `first-${customer.id}`);
  }
  const buyers = buyerPicker(customers);
  for (const pin of pinned) {
    const second = instant(pin.at);
    if (second < first * 86_400 || second >= end) continue;
    const random = makeRandom(seed, 'pinned-orders', second);
    let customer = buyers(div(second, 86_400), random);
    for (
      let attempt = 0;
      pin.country !== undefined && customer.country !== pin.country && attempt < 500;
      attempt += 1
    ) {
      customer = buyers(div(second, 86_400), random);
    }
    place(second, customer, `pin-${second}`, pin);
  }
  const perDay = allocate(
    Math.max(0, size.orders - placed.length),
    demand.map((d) => d.total),
  );
  for (const [index, count] of perDay.entries()) {
    for (let i = 0; i < count; i += 1) {
      const key = `${first + index}-${i}`;
      const random = makeRandom(seed, 'repeat-orders', key);
      const customer = buyers(first + index, random);
      place((first + index) * 86_400 + secondOfDay(hourWeights, random), customer, key);
    }
  }
  placed.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  const width = size.orders >= 10_000 ? 6 : 4;
  return placed.map((p, index) =>
    orderOf(makeRandom(seed, 'orders', p.key), idText('o', index, width), p, products, campaigns),
  );
}

/** Picks who buys on a day, by keenness, among those who have joined and are still active (or have come back). */
function buyerPicker(customers: readonly Customer[]): (dayNo: number, random: Random) => Customer {
  const cumulative: number[] = [];
  let sum = 0;
  for (const customer of customers) cumulative.push((sum += customer.keenness));
  return (dayNo, random) => {
    const total = at(cumulative, joinedBy(customers, dayNo) - 1);
    let inactive = at(customers, 0);
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const customer = at(customers, findCumulative(cumulative, random.below(total)));
      if (quiet(customer, dayNo)) continue;
      if (dayNo <= customer.activeUntil || (customer.backOn !== null && dayNo >= customer.backOn)) return customer;
      inactive = customer;
    }
    return inactive;
  };
}

function quiet(customer: Customer, dayNo: number): boolean {
  return customer.segment === 'school' && monthText(dayNo) === quietMonth;
}

function orderOf(
  random: Random,
  id: string,
  placed: Placed,
  products: readonly Product[],
  campaigns: readonly Campaign[],
): Order {
  const dayNo = div(placed.at, 86_400);
  const { customer } = placed;
  const currency = currencyOf[customer.country];
  const drawn = at(channels, random.weighted(placed.weights));
  const channel = placed.pin?.channel ?? drawn;
  const chosen = new Set<Product>();
  const count = random.weighted(linesOf) + 1;
  for (let i = 0; i < count; i += 1) chosen.add(random.pick(products));
  const lines = [...chosen].map((product) => ({
    product,
    quantity: quantityOf(random, customer.segment),
    unitPrice: localPrice(versionOn(product, dayNo).price, currency),
  }));
  const goods = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
  const { fee, freeFrom } = shippingOf[currency];
  const shipping = goods >= freeFrom ? 0 : fee;
  return {
    id,
    customer,
    orderedAt: placed.at,
    channel,
    campaignId: placed.pin?.campaignId ?? campaignOf(random, channel, dayNo, campaigns),
    status: random.chance(450) ? 'cancelled' : 'paid',
    currency,
    lines,
    goods,
    shipping,
    coupon: random.chance(1_200) ? couponOf(goods, currency) : null,
  };
}

/** Schools and companies buy for many. */
function quantityOf(random: Random, segment: Segment): number {
  if (segment === 'consumer') return 1 + random.weighted([75, 20, 5]);
  return segment === 'business' ? random.between(1, 6) : random.between(2, 8);
}

/** Ten percent of the goods; whole units of currencies without coins. */
function couponOf(goods: number, currency: Currency): number {
  return digitsOf[currency] === 0 ? div(goods, 100) * 10 : div(goods, 10);
}

function campaignOf(random: Random, channel: Channel, dayNo: number, campaigns: readonly Campaign[]): string | null {
  if (channel === 'referral') return random.chance(2_500) ? unknownCampaign : null;
  const running = campaigns.filter(
    (c) => c.channel === channel && c.startsOn <= dayNo && (c.endsOn === null || dayNo <= c.endsOn),
  );
  return running.length > 0 && random.chance(7_000) ? random.pick(running).id : null;
}
