// Campaigns, what is spent on them day by day, and what past spending still does to demand.
import { civil, day, dayNumber, dayText, weekday } from './days.js';
import { div } from './integers.js';
import { makeRandom } from './prng.js';
import type { Size } from './sizes.js';
import type { Channel } from './vocabulary.js';

export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly channel: Channel;
  readonly startsOn: number;
  /** Null for a campaign without an end. */
  readonly endsOn: number | null;
  /** EUR cents, the whole flight. */
  readonly budget: number | null;
}

export interface Spend {
  readonly day: number;
  readonly campaign: Campaign;
  readonly impressions: number;
  readonly clicks: number;
  /** EUR cents. */
  readonly cost: number;
}

/** A partner's campaign that exists in the orders only: the shop's partner tool knows it, the campaign list does not. */
export const unknownCampaign = 'c99';

/** Flights of six weeks, one per channel and fiscal quarter (quarters start in February, May, August and November). */
const flights: readonly { channel: Channel; label: string; offset: number; perDay: number; clickCost: number }[] = [
  { channel: 'paid_search', label: 'search', offset: 21, perDay: 380, clickCost: 190 },
  { channel: 'paid_social', label: 'social', offset: 3, perDay: 520, clickCost: 120 },
  { channel: 'email', label: 'newsletter', offset: 35, perDay: 90, clickCost: 25 },
];
const brandPerDay = 260;
const brandClickCost = 150;

export function campaignsOf(size: Size): readonly Campaign[] {
  const first = day(size.first);
  const last = day(size.last);
  const found: Omit<Campaign, 'id'>[] = [
    { name: 'brand search', channel: 'paid_search', startsOn: first, endsOn: null, budget: null },
  ];
  for (let quarter = quarterStart(first); quarter <= last; quarter = quarterStart(quarter + 100)) {
    const label = `${seasonOf(quarter)} ${civil(quarter).year}`;
    for (const flight of flights) {
      const startsOn = quarter + flight.offset;
      const endsOn = startsOn + 41;
      if (endsOn < first || startsOn > last) continue;
      const budget = flight.perDay * 42 * size.scale;
      found.push({ name: `${flight.label} ${label}`, channel: flight.channel, startsOn, endsOn, budget });
    }
  }
  found.sort((a, b) => a.startsOn - b.startsOn || (a.name < b.name ? -1 : 1));
  return found.map((campaign, index) => ({ ...campaign, id: `c${String(index + 1).padStart(2, '0')}` }));
}

export function spendOf(seed: string, size: Size, campaigns: readonly Campaign[]): readonly Spend[] {
  const rows: Spend[] = [];
  for (let d = day(size.first); d <= day(size.last); d += 1) {
    for (const campaign of campaigns) {
      if (d < campaign.startsOn || (campaign.endsOn !== null && d > campaign.endsOn)) continue;
      const flight = campaign.endsOn === null ? null : flights.find((f) => f.channel === campaign.channel);
      // A newsletter goes out on Tuesdays and Fridays only.
      if (campaign.channel === 'email' && weekday(d) !== 1 && weekday(d) !== 4) continue;
      const perDay = (flight?.perDay ?? brandPerDay) * size.scale * (campaign.channel === 'email' ? 3 : 1);
      const random = makeRandom(seed, 'ad_spend', `${campaign.id}-${dayText(d)}`);
      const cost = div(perDay * random.between(75, 125), 100);
      const clicks = div(cost * 100, (flight?.clickCost ?? brandClickCost) * random.between(85, 118));
      const impressions = clicks * random.between(28, 52) + random.below(30);
      rows.push({ day: d, campaign, impressions, clicks, cost });
    }
  }
  return rows;
}

/** What spending adds to a day's demand, in percent: today's spend and six tenths of what was left yesterday, up to 60. */
export function adstockOf(size: Size, spend: readonly Spend[]): (dayNo: number, channel: Channel) => number {
  const first = day(size.first);
  const spent = new Map<string, number>();
  for (const row of spend) {
    const key = `${row.day}-${row.campaign.channel}`;
    spent.set(key, (spent.get(key) ?? 0) + row.cost);
  }
  const stock = new Map<string, number>();
  for (const channel of ['paid_search', 'paid_social', 'email'] as const) {
    let carried = 0;
    for (let d = first; d <= day(size.last); d += 1) {
      carried = div(carried * 6, 10) + div(spent.get(`${d}-${channel}`) ?? 0, size.scale);
      stock.set(`${d}-${channel}`, Math.min(60, div(carried, 25)));
    }
  }
  return (dayNo, channel) => stock.get(`${dayNo}-${channel}`) ?? 0;
}

/** The first day of the fiscal quarter that holds a day. */
export function quarterStart(dayNo: number): number {
  const { year, month } = civil(dayNo);
  const back = (month + 10) % 3;
  return month > back ? dayNumber(year, month - back, 1) : dayNumber(year - 1, month - back + 12, 1);
}

function seasonOf(quarter: number): string {
  switch (civil(quarter).month) {
    case 2:
      return 'spring';
    case 5:
      return 'summer';
    case 8:
      return 'autumn';
    default:
      return 'winter';
  }
}
