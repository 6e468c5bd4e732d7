// Runs the command in this process, with streams, clock and environment that a test decides on.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { runCommandLine } from '../../packages/cli/src/command-line/run-command-line.js';
import type { Host } from '../../packages/cli/src/host.js';

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export interface Setting {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
  readonly now?: string;
  /** Interrupts as soon as somebody listens. */
  readonly interrupted?: boolean;
  /** What comes in. */
  readonly input?: string;
  /** The output throws: no command reckons with that. */
  readonly broken?: boolean;
}

export async function kpi(args: readonly string[], setting: Setting): Promise<Ran> {
  const written = { out: '', err: '' };
  const output = (name: 'out' | 'err') => ({
    write: (text: string) => {
      if (setting.broken === true && name === 'out') throw new Error('broken');
      written[name] += text;
    },
    isTerminal: setting.terminal ?? false,
    columns: 100,
  });
  const host: Host = {
    out: output('out'),
    err: output('err'),
    input: async () => setting.input ?? '',
    env: { XDG_CACHE_HOME: folders.cache, ...setting.env },
    cwd: setting.cwd,
    home: folders.cache,
    now: () => new Date(setting.now ?? '2026-06-17T12:00:00Z'),
    listening: (onInterrupt, work) => {
      const running = work();
      if (setting.interrupted === true) onInterrupt();
      return running;
    },
  };
  const exit = await runCommandLine(args, host);
  return { exit, ...written };
}

const base = mkdtempSync(join(tmpdir(), 'kpi-test-'));
const folders = { cache: join(base, 'cache') };
let count = 0;

afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A new folder with these files; removed after the tests of the file. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = join(base, `project-${++count}`);
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export const shop = {
  'kpi.project.yaml': 'project: shop\ndata: data\ncalendar: { timezone: Europe/Berlin }\n',
  'shop.kpi.yaml': [
    'datasets:',
    '  orders:',
    '    from: orders.csv',
    '    key: id',
    '    time: day',
    '    fields: { id: text, day: date, channel: { type: text, optional: true }, amount: decimal(2) EUR }',
    'dimensions:',
    '  channel: orders.channel',
    'parameters:',
    '  factor: 2',
    'metrics:',
    '  revenue: sum(orders.amount)',
    '  placed: count(orders)',
    '  aov: revenue / placed',
    '  scaled: revenue * factor',
    "  web_share: { formula: count(orders where channel = 'web') / placed, format: percent, decimals: 1 }",
    'questions:',
    '  sales: { metrics: [revenue, placed], by: channel, over: 2026 }',
    '',
  ].join('\n'),
  'data/orders.csv': [
    'id,day,channel,amount',
    'a,2026-01-10,web,10.10',
    'b,2026-01-11,store,20.00',
    'c,2026-02-01,web,5.50',
    'd,2026-02-02,,0.40',
    '',
  ].join('\n'),
};
