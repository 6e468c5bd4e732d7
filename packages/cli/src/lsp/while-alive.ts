// Waits for something as long as another process lives, where there is one to look after.

/** How often is looked, in milliseconds. */
const EVERY = 3000;

/** 1 where the process is gone before the end. */
export async function whileAlive(pid: number | null, work: Promise<0 | 1>): Promise<0 | 1> {
  if (pid === null) return work;
  let timer: NodeJS.Timeout | undefined;
  const gone = new Promise<1>((resolve) => {
    timer = setInterval(() => {
      if (!isAlive(pid)) resolve(1);
    }, EVERY);
  });
  const ended = await Promise.race([work, gone]);
  clearInterval(timer);
  return ended;
}

function isAlive(pid: number): boolean {
  try {
    // Signal 0 asks and does nothing.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
