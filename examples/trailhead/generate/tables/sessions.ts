// Visits to the shop, a file for each year in which they start.
import type { Cell } from '../cells.js';
import { idText, scaledText } from '../cells.js';
import { civil, day, instant, instantText } from '../days.js';
import { demandOf, hourWeights, secondOfDay } from '../demand.js';
import { allocate, at, div } from '../integers.js';
import { makeRandom } from '../prng.js';
import type { Table } from '../table.js';
import { channels, conversionRate, sessionMix } from '../vocabulary.js';
import type { World } from '../world.js';

/** Visits at the hours that a day has twice, or not at all. */
const pinned = [
  '2024-03-31T01:00:00Z',
  '2024-10-27T00:30:00Z',
  '2024-10-27T01:30:00Z',
  '2025-10-26T00:45:00Z',
] as const;

const header = [
  'session_id',
  'visitor_id',
  'started_at',
  'channel',
  'device',
  'pageviews',
  'duration_s',
  'load_seconds',
  'converted',
];

export const sessionTables: readonly Table[] = [2023, 2024, 2025, 2026].map((year) => ({
  name: `sessions/${year}`,
  header,
  rows: (world) => rowsOf(world, year),
}));

function* rowsOf(world: World, year: number): Generator<readonly Cell[]> {
  const { seed, size } = world;
  const first = day(size.first);
  const last = day(size.last);
  const end = (last + 1) * 86_400 - 6 * 3600;
  const demand = demandOf(seed, 'sessions', first, last, sessionMix, 'shop', world.adstock);
  const pins = pinned.map(instant).filter((second) => second >= first * 86_400 && second < end);
  const perDay = allocate(
    size.sessions - pins.length,
    demand.map((d) => d.total),
  );
  const width = size.sessions >= 100_000 ? 7 : 5;
  let index = 0;
  for (const [offset, count] of perDay.entries()) {
    const dayNo = first + offset;
    const today = pins
      .filter((second) => div(second, 86_400) === dayNo)
      .map((second, n) => ({ second, key: `pin-${n}` }));
    if (civil(dayNo).year !== year) {
      index += count + today.length;
      continue;
    }
    for (let i = 0; i < count; i += 1) {
      const key = `${dayNo}-${i}`;
      const second = dayNo * 86_400 + secondOfDay(hourWeights, makeRandom(seed, 'session-times', key));
      today.push({ second: Math.min(second, end), key });
    }
    today.sort((a, b) => a.second - b.second || (a.key < b.key ? -1 : 1));
    for (const { second, key } of today) {
      yield row(world, idText('s', index, width), second, `${dayNo}/${key}`, at(demand, offset).byChannel);
      index += 1;
    }
  }
}

function row(world: World, id: string, second: number, key: string, weights: readonly number[]): readonly Cell[] {
  const random = makeRandom(world.seed, 'sessions', key);
  const channel = random.weighted(weights);
  const pageviews = 1 + random.weighted([38, 22, 14, 9, 6, 4, 3, 2, 1, 1]);
  return [
    id,
    // Six visitors for ten visits; some come often.
    `v${random.below(random.chance(4_000) ? div(world.size.sessions, 10) : div(world.size.sessions * 6, 10)) + 1}`,
    instantText(second),
    at(channels, channel),
    random.pick(['mobile', 'mobile', 'desktop', 'tablet']),
    pageviews,
    pageviews === 1 ? random.below(12) : pageviews * random.between(18, 75),
    scaledText(random.between(28, 320), 2),
    pageviews > 1 && random.chance(div(at(conversionRate, channel) * 8, 5)),
  ];
}
