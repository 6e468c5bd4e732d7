// A subject: something that does a case's work once and says what that took.

export interface Measure {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly maxRssMb: number;
  readonly batch: number;
  readonly checksum: string;
}

export interface Subject {
  readonly name: string;
  measure(): Promise<Measure>;
}

export interface Absent {
  readonly name: string;
  readonly why: string;
}

/** Work in this process. Short work is repeated within a sample until the sample is long enough for the clock. */
export function inProcess(
  name: string,
  work: () => unknown,
  options: { readonly checksum?: string; readonly atLeastMs?: number } = {},
): Subject {
  const atLeastMs = options.atLeastMs ?? 5;
  let batch = 1;
  const measure = async (): Promise<Measure> => {
    for (;;) {
      const cpu = process.cpuUsage();
      const started = performance.now();
      for (let i = 0; i < batch; i += 1) {
        const result = work();
        if (result instanceof Promise) await result;
      }
      const wall = performance.now() - started;
      const used = process.cpuUsage(cpu);
      if (wall < atLeastMs && batch < 100_000) {
        batch = Math.min(100_000, Math.max(batch + 1, Math.ceil((batch * atLeastMs * 1.2) / Math.max(wall, 0.01))));
        continue;
      }
      return {
        wallMs: wall / batch,
        cpuMs: (used.user + used.system) / 1000 / batch,
        maxRssMb: process.resourceUsage().maxRSS / 1024,
        batch,
        checksum: options.checksum ?? '',
      };
    }
  };
  return { name, measure };
}
