// Leads and their way through the stages; a lead that gets to the end becomes a customer.
import { day, monthText } from './days.js';
import { allocate, at, div } from './integers.js';
import { idText } from './cells.js';
import { demandOf, hourWeights, secondOfDay } from './demand.js';
import type { Campaign } from './advertising.js';
import { makeRandom } from './prng.js';
import type { Random } from './prng.js';
import type { Size } from './sizes.js';
import type { Channel, Country, Employee } from './vocabulary.js';
import {
  channels,
  countries,
  countryMix,
  employees,
  familyNames,
  givenNames,
  leadMix,
  stageRates,
} from './vocabulary.js';

export const stages = ['lead', 'mql', 'sql', 'opportunity', 'customer', 'lost'] as const;
export type Stage = (typeof stages)[number];

export interface StageEntry {
  readonly stage: Stage;
  readonly at: number;
}

export interface Lead {
  readonly id: string;
  readonly email: string;
  readonly createdAt: number;
  /** Null where the form lost it: 4 percent. */
  readonly channel: Channel | null;
  readonly campaign: Campaign | null;
  readonly owner: Employee;
  /** Null where the lead came by the web form. */
  readonly creator: Employee | null;
  readonly country: Country;
  readonly entries: readonly StageEntry[];
  /** When it became a customer, also where that is dated before its creation. */
  readonly convertedAt: number | null;
}

/** A month in which paid_social costs money and brings nobody. */
const silentMonth = '2025-08';

/**
 * Hours between two stages by 32nds: like a log-normal with a median of a day and a half and a long tail, so that a whole way
 * takes about nine days in the middle and more than ninety at the end.
 */
const delayHours = [
  1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 18, 20, 23, 26, 29, 32, 35, 39, 43, 48, 54, 61, 69, 78, 90, 106, 128, 160, 215, 330,
  760, 2300,
] as const;

export function leadsOf(
  seed: string,
  size: Size,
  campaigns: readonly Campaign[],
  adstock: (dayNo: number, channel: Channel) => number,
): readonly Lead[] {
  const first = day(size.first);
  const last = day(size.last);
  const end = (last + 1) * 86_400 - 6 * 3600;
  const demand = demandOf(seed, 'leads', first, last, leadMix, 'office', adstock);
  const perDay = allocate(
    size.leads,
    demand.map((d) => d.total),
  );
  const created: { at: number; key: string; weights: readonly number[]; day: number }[] = [];
  for (const [index, count] of perDay.entries()) {
    for (let i = 0; i < count; i += 1) {
      const key = `${first + index}-${i}`;
      const second = secondOfDay(hourWeights, makeRandom(seed, 'lead-times', key));
      const time = (first + index) * 86_400 + second;
      created.push({ at: Math.min(time, end), key, weights: at(demand, index).byChannel, day: first + index });
    }
  }
  created.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  const leads: Lead[] = [];
  for (const [index, entry] of created.entries()) {
    const random = makeRandom(seed, 'leads', entry.key);
    let channel = at(channels, random.weighted(entry.weights));
    if (channel === 'paid_social' && monthText(entry.day) === silentMonth) channel = 'organic';
    const running = campaigns.filter(
      (c) => c.channel === channel && c.startsOn <= entry.day && (c.endsOn === null || entry.day <= c.endsOn),
    );
    const campaign = running.length > 0 && random.chance(7_500) ? random.pick(running) : null;
    const entries = wayOf(random, channel, entry.at).filter((e) => e.at < end);
    leads.push({
      id: idText('l', index, size.leads >= 10_000 ? 6 : 4),
      email: emailOf(random, index, leads),
      createdAt: entry.at,
      channel: random.chance(400) ? null : channel,
      campaign,
      owner: random.pick(employees.filter((e) => e.team === 'sales' && day(e.hiredOn) <= entry.day)),
      creator: random.chance(6_000)
        ? null
        : random.pick(employees.filter((e) => e.team !== 'support' && day(e.hiredOn) <= entry.day)),
      country: at(countries, random.weighted(countryMix)),
      entries,
      convertedAt: entries.find((e) => e.stage === 'customer')?.at ?? null,
    });
  }
  return leads;
}

/** The stages of one lead in the order in which they were entered. */
function wayOf(random: Random, channel: Channel, createdAt: number): readonly StageEntry[] {
  const rates = stageRates[channel];
  const entries: StageEntry[] = [{ stage: 'lead', at: createdAt }];
  let time = createdAt;
  for (const [index, stage] of (['mql', 'sql', 'opportunity', 'customer'] as const).entries()) {
    time += delay(random);
    if (!random.chance(at(rates, index))) {
      // Half of those who stop are given up, the others stay where they are.
      if (random.chance(5_000)) entries.push({ stage: 'lost', at: time + delay(random) });
      return entries;
    }
    if (stage === 'customer' && random.chance(250)) {
      // A sale booked before the lead was: rare, and never a conversion.
      entries.unshift({ stage, at: createdAt - random.between(1, 9) * 86_400 });
      return entries;
    }
    entries.push({ stage, at: time });
    if (stage === 'sql' && random.chance(300)) {
      // Sent back once and qualified again.
      entries.push({ stage: 'mql', at: time + delay(random) });
      time = at(entries, entries.length - 1).at + delay(random);
      entries.push({ stage: 'sql', at: time });
    }
  }
  return entries;
}

function delay(random: Random): number {
  return random.pick(delayHours) * 3600 + random.below(3600);
}

/** Two percent write an address that is known already, in other letters. */
function emailOf(random: Random, index: number, before: readonly Lead[]): string {
  if (before.length > 0 && random.chance(200)) return at(before, random.below(before.length)).email.toUpperCase();
  return `${random.pick(givenNames)}.${random.pick(familyNames)}${div(index, 4) + 1}@example.com`;
}
