// Customers, those who came as leads and those who just came to the shop, with their addresses.
import { idText } from './cells.js';
import { day } from './days.js';
import { allocate, at, div } from './integers.js';
import type { Lead } from './funnel.js';
import { makeRandom } from './prng.js';
import type { Size } from './sizes.js';
import type { Channel, Country, Place, Segment } from './vocabulary.js';
import { channels, countries, countryMix, places, segmentMix, segments, sessionMix } from './vocabulary.js';

export interface Address {
  readonly id: string;
  readonly country: Country;
  readonly place: Place;
}

export interface Customer {
  readonly id: string;
  readonly joinedOn: number;
  readonly country: Country;
  readonly segment: Segment;
  /** Where the customer came from; null where nobody asked. */
  readonly channel: Channel | null;
  readonly lead: Lead | null;
  readonly home: Address;
  /** Where parcels go. The home, except for one customer in three. */
  readonly parcels: Address;
  /** How much more often than the least keen customer this one buys. */
  readonly keenness: number;
  /** The last day on which the customer still buys, and the day on which the few who come back do. */
  readonly activeUntil: number;
  readonly backOn: number | null;
}

/** Few customers buy most: with these the top tenth brings about 45 percent of the sales. */
const keennessSteps = [1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 6, 8, 14, 20, 40] as const;
/** Days after which customers are lost, by eighths. */
const lifetimes = [40, 90, 160, 260, 420, 640, 3000, 3000] as const;

export function customersOf(
  seed: string,
  size: Size,
  leads: readonly Lead[],
): { readonly customers: readonly Customer[]; readonly addresses: readonly Address[] } {
  const first = day(size.first);
  const last = day(size.last);
  const joined: { on: number; lead: Lead | null; key: string }[] = [];
  for (const lead of leads) {
    if (lead.convertedAt === null) continue;
    joined.push({ on: div(lead.convertedAt, 86_400), lead, key: `lead-${lead.id}` });
  }
  spread(size.earlierCustomers, first - 180, first - 1, 'early');
  spread(size.customers - joined.length, first, last, 'shop');
  joined.sort((a, b) => a.on - b.on || (a.key < b.key ? -1 : 1));

  const addresses: Address[] = [];
  const addAddress = (country: Country, place: Place): Address => {
    const address = { id: idText('a', addresses.length, size.customers >= 1_000 ? 6 : 4), country, place };
    addresses.push(address);
    return address;
  };
  const customers = joined.map(({ on, lead, key }, index): Customer => {
    const random = makeRandom(seed, 'customers', key);
    const country = lead?.country ?? at(countries, random.weighted(countryMix));
    const home = addAddress(country, random.pick(places[country]));
    const parcels = random.chance(3_300) ? addAddress(country, random.pick(places[country])) : home;
    const activeUntil = on + random.pick(lifetimes);
    // Who came as a lead is asked where from; of the others one in eight is not.
    const own = at(channels, random.weighted(sessionMix));
    return {
      id: idText('k', index, size.customers >= 1_000 ? 6 : 4),
      joinedOn: on,
      country,
      segment:
        lead === null
          ? at(segments, random.weighted(segmentMix))
          : random.pick(['consumer', 'business', 'business', 'school']),
      channel: lead === null ? (random.chance(1_250) ? null : own) : lead.channel,
      lead,
      home,
      parcels,
      keenness: random.pick(keennessSteps),
      activeUntil,
      backOn: random.chance(200) ? activeUntil + random.between(120, 240) : null,
    };
  });
  return { customers, addresses };

  function spread(count: number, from: number, to: number, kind: string): void {
    const perDay = allocate(
      Math.max(0, count),
      Array.from({ length: to - from + 1 }, () => 1),
    );
    for (const [index, n] of perDay.entries()) {
      for (let i = 0; i < n; i += 1) joined.push({ on: from + index, lead: null, key: `${kind}-${from + index}-${i}` });
    }
  }
}

/** How many of the customers had joined by the end of a day; they stand in the order of joining. */
export function joinedBy(customers: readonly Customer[], dayNo: number): number {
  let low = 0;
  let high = customers.length;
  while (low < high) {
    const middle = div(low + high, 2);
    if (at(customers, middle).joinedOn <= dayNo) low = middle + 1;
    else high = middle;
  }
  return low;
}
