// "How likely are you to recommend us", 0 to 10: some give no answer, and one answer is an 11.
import type { Cell } from '../cells.js';
import { idText } from '../cells.js';
import { day, dayText } from '../days.js';
import { at, div } from '../integers.js';
import { joinedBy } from '../people.js';
import { makeRandom } from '../prng.js';
import type { Table } from '../table.js';
import type { World } from '../world.js';

const scores = [1, 1, 1, 2, 2, 3, 5, 12, 18, 22, 24] as const;

export const surveys: Table = {
  name: 'surveys',
  header: ['survey_id', 'customer_id', 'answered_on', 'score'],
  rows: rowsOf,
};

function* rowsOf(world: World): Generator<readonly Cell[]> {
  const first = day(world.size.first);
  const span = day(world.size.last) - first;
  const count = world.size.surveys;
  for (let index = 0; index < count; index += 1) {
    const random = makeRandom(world.seed, 'surveys', index);
    const on = first + div(span * (index + 1), count + 1);
    const customer = at(world.customers, random.below(joinedBy(world.customers, on)));
    const score = index === div(count * 3, 4) ? 11 : random.chance(900) ? null : random.weighted(scores);
    yield [idText('n', index, count >= 1_000 ? 5 : 3), customer.id, dayText(on), score];
  }
}
