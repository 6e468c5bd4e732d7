// `bench data`: makes the facts ahead of time, so that a first timed run does not begin with a generator.
import { facts } from '../data/generate-facts.js';
import type { BenchContext } from '../harness/context.js';
import { print } from '../harness/say.js';

export async function makeData(context: BenchContext): Promise<void> {
  const sizes = context.rows.length > 0 ? context.rows : [80_000, 800_000];
  for (const rows of sizes) {
    for (const variant of context.variants) print((await facts({ rows, seed: context.seed, variant })).folder);
  }
}
