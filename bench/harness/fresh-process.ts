// Work in a fresh process: wall time from start to end as the parent sees it, CPU and memory as the child saw itself.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { benchFolder, sourceFolder } from './folders.js';
import type { Measure, Subject } from './subject.js';

export interface FreshProcess {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly maxRssMb: number;
  readonly stdout: string;
  readonly code: number;
}

export interface ProcessOptions {
  readonly cwd?: string;
  /** Any other end is a failure; default 0 only. */
  readonly accept?: readonly number[];
}

/** Runs `node <args>`. The same small preload, which costs about a millisecond, reports the usage of every subject. */
export function runNode(args: readonly string[], options: ProcessOptions = {}): Promise<FreshProcess> {
  const preload = join(sourceFolder, 'cold', 'report-usage.cjs');
  const started = performance.now();
  const child = spawn(process.execPath, ['--require', preload, ...args], {
    cwd: options.cwd,
    // What a command remembers between runs it remembers here, warmed by the unmeasured round.
    env: { ...process.env, XDG_CACHE_HOME: join(benchFolder, 'cache') },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const texts: [string, string, string] = ['', '', ''];
  [child.stdout, child.stderr, child.stdio[3]].forEach((stream, index) => {
    stream?.on('data', (chunk: Buffer) => {
      texts[index as 0 | 1 | 2] += chunk.toString('utf8');
    });
  });
  return new Promise((resolve, reject) => {
    let wallMs = 0;
    child.on('error', reject);
    child.on('exit', () => {
      wallMs = performance.now() - started;
    });
    child.on('close', (code) => {
      const end = code ?? -1;
      if (!(options.accept ?? [0]).includes(end)) {
        reject(new Error(`ended with ${end}: ${(texts[1] || texts[0]).trim().slice(0, 2000)}`));
        return;
      }
      const usage = texts[2] === '' ? { cpu: Number.NaN, rss: Number.NaN } : (JSON.parse(texts[2]) as Usage);
      resolve({ wallMs, cpuMs: usage.cpu, maxRssMb: usage.rss, stdout: texts[0], code: end });
    });
  });
}

interface Usage {
  readonly cpu: number;
  readonly rss: number;
}

export function freshProcess(name: string, args: readonly string[], options: ProcessOptions = {}): Subject {
  const measure = async (): Promise<Measure> => {
    const { wallMs, cpuMs, maxRssMb } = await runNode(args, options);
    return { wallMs, cpuMs, maxRssMb, batch: 1, checksum: '' };
  };
  return { name, measure };
}

/** The number with the most digits in what a process printed, without separators of thousands and trailing zeros. */
export function longestNumber(stdout: string): string {
  const numbers = stdout.replaceAll(/(\d)[,_](?=\d{3})/g, '$1').match(/-?\d+(?:\.\d+)?/g) ?? [];
  const longest = numbers.reduce((best, one) => (one.length > best.length ? one : best), '');
  return longest.includes('.') ? longest.replace(/\.?0+$/, '') : longest;
}
