// Says what takes long, on a terminal and nowhere else, and takes it back when it is done.
import type { Host } from './host.js';

const SECOND = 1000;

/** Nothing is said in the first second. */
export async function withProgress<T>(host: Host, words: string, work: () => Promise<T>): Promise<T> {
  if (!host.err.isTerminal) return work();
  let seconds = 0;
  const timer = setInterval(() => {
    seconds++;
    host.err.write(`\r\u001b[K${words}, ${seconds} s`);
  }, SECOND);
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (seconds > 0) host.err.write('\r\u001b[K');
  }
}

/** For work that keeps the process too busy to count seconds: said at once where it is known to be long. */
export function withNotice<T>(host: Pick<Host, 'err'>, words: string | null, work: () => T): T {
  if (words === null || !host.err.isTerminal) return work();
  host.err.write(words);
  try {
    return work();
  } finally {
    host.err.write('\r\u001b[K');
  }
}
