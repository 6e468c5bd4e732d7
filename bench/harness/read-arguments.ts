// The command line as plain data.
import { parseArgs } from 'node:util';
import type { BenchContext } from './context.js';

export const USAGE = `pnpm bench <W1|W2|W4|W5|W6|W7|W9>   run a workload (W3 and W8 come later)
pnpm bench smoke                 the loose gates of CI: W2, W4, W5, W6 at small sizes; ends with 1 where one fails
pnpm bench data                  only make the data
pnpm bench report                all results as Markdown, the latest run of each case

--size 100,1000     definitions (W1, W2, W4, W7) or KPIs (W6)
--rows 800k,8M      rows of the fact table (W1, W5, W6, W7, W9, data)
--rounds 7          rounds of two turns per subject
--format duckdb,parquet
--variant sorted,shuffled,hostile
--case m20,ratios   only these cases
--subject sextant,best-sql
--threads 2         of DuckDB, for every subject
--seed 1`;

export type Arguments = Omit<BenchContext, 'results' | 'versions' | 'revision'> & { readonly command: string };

/** The arguments, or what is wrong with them; the empty text asks for help. */
export function readArguments(argv: readonly string[]): Arguments | string {
  let values: Partial<Record<string, string | boolean>>;
  let positionals: string[];
  try {
    ({ values, positionals } = parseArgs({
      args: argv.filter((argument) => argument !== '--'),
      allowPositionals: true,
      options: {
        size: { type: 'string' },
        rows: { type: 'string' },
        rounds: { type: 'string' },
        format: { type: 'string' },
        variant: { type: 'string' },
        case: { type: 'string' },
        subject: { type: 'string' },
        threads: { type: 'string' },
        seed: { type: 'string' },
        help: { type: 'boolean' },
      },
    }));
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
  const [command] = positionals;
  if (command === undefined || values['help'] === true) return '';
  const list = (name: string): readonly string[] => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? value.split(',') : [];
  };
  const one = (name: string, otherwise: number): number => numberOf(list(name)[0] ?? String(otherwise));
  const numbers = [...list('size'), ...list('rows'), ...list('rounds'), ...list('threads'), ...list('seed')];
  const bad = numbers.find((text) => !Number.isInteger(numberOf(text)) || numberOf(text) < 1);
  if (bad !== undefined) return `not a whole number: ${bad}`;
  const formats = list('format').filter((format) => format === 'duckdb' || format === 'parquet');
  if (formats.length !== list('format').length) return 'a format is duckdb or parquet';
  const variants = list('variant').filter((name) => name === 'sorted' || name === 'shuffled' || name === 'hostile');
  if (variants.length !== list('variant').length) return 'a variant is sorted, shuffled or hostile';
  return {
    command: /^w\d$/.test(command) ? command.toUpperCase() : command,
    rounds: one('rounds', 7),
    sizes: list('size').map(numberOf),
    rows: list('rows').map(numberOf),
    formats,
    variants: variants.length > 0 ? variants : ['sorted'],
    threads: one('threads', 2),
    seed: one('seed', 1),
    onlyCases: list('case'),
    onlySubjects: list('subject'),
  };
}

/** `800k` and `8M` as people write them. */
function numberOf(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([kKmM]?)$/.exec(text);
  if (match === null) return Number.NaN;
  const unit = (match[2] ?? '').toLowerCase();
  return Number(match[1]) * (unit === 'k' ? 1e3 : unit === 'm' ? 1e6 : 1);
}
