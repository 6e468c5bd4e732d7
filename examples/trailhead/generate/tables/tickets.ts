// Questions to the support desk, which sits in New York: wall-clock times without an offset.
import type { Cell } from '../cells.js';
import { idText } from '../cells.js';
import { day, wallText } from '../days.js';
import { at, div } from '../integers.js';
import { joinedBy } from '../people.js';
import { makeRandom } from '../prng.js';
import type { Table } from '../table.js';
import { employees } from '../vocabulary.js';
import type { World } from '../world.js';

export const tickets: Table = {
  name: 'tickets',
  header: [
    'ticket_id',
    'customer_id',
    'opened_at',
    'solved_at',
    'agent_id',
    'priority',
    'reply_minutes',
    'reopened',
    'satisfaction',
  ],
  rows: rowsOf,
};

function* rowsOf(world: World): Generator<readonly Cell[]> {
  const first = day(world.size.first);
  const span = day(world.size.last) - first;
  const end = day(world.size.last) * 86_400;
  const count = world.size.tickets;
  for (let index = 0; index < count; index += 1) {
    const random = makeRandom(world.seed, 'tickets', index);
    const d = first + div(span * index, count);
    const opened = d * 86_400 + random.between(8, 18) * 3600 + random.below(3600);
    const reply = random.pick([4, 7, 12, 15, 22, 30, 45, 60, 95, 180, 420, 1_440]);
    const solved = opened + reply * 60 + random.between(1, 90) * 1_800;
    const closed = solved < end && !random.chance(300);
    yield [
      idText('h', index, count >= 1_000 ? 6 : 3),
      // Rare customers write too: everybody who has joined may.
      at(world.customers, random.below(joinedBy(world.customers, d))).id,
      wallText(opened),
      closed ? wallText(solved) : null,
      random.pick(employees.filter((e) => e.team === 'support' && day(e.hiredOn) <= d)).id,
      random.pick(['low', 'normal', 'normal', 'high']),
      reply,
      random.chance(800),
      closed && random.chance(6_000) ? 1 + random.weighted([4, 6, 14, 36, 40]) : null,
    ];
  }
}
