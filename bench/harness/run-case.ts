// Times the subjects of one case under the rules of docs/benchmarks.md: in pairs, in turns, in rounds of alternating order.
import type { BenchContext } from './context.js';
import { load } from './machine.js';
import { sizeLabel, type CaseId, type SampleRecord } from './record.js';
import { say } from './say.js';
import { ratio } from './statistics.js';
import type { Absent, Subject } from './subject.js';

export interface Case extends CaseId {
  readonly subjects: readonly Subject[];
  readonly absent: readonly Absent[];
}

/** A sample longer than this is taken in three rounds, once per round. */
const SLOW_MS = 5000;

export async function runCase(context: BenchContext, plan: Case): Promise<void> {
  const id: CaseId = { workload: plan.workload, case: plan.case, size: plan.size };
  const wanted = (name: string): boolean => context.onlySubjects.length === 0 || context.onlySubjects.includes(name);
  for (const { name, why } of plan.absent) {
    if (wanted(name)) context.results.write({ kind: 'absent', run: context.results.run, ...id, subject: name, why });
  }
  const subjects = plan.subjects.filter(({ name }) => wanted(name));
  if (subjects.length === 0) return;
  say(`${plan.workload} ${plan.case} (${sizeLabel(plan.size)}): ${subjects.map(({ name }) => name).join(', ')}`);
  // One unmeasured round: warms file cache and compiler, settles batch sizes, and tells who is slow.
  const slow = new Set<string>();
  for (const subject of subjects) {
    if ((await subject.measure()).wallMs > SLOW_MS) slow.add(subject.name);
  }
  const first = await attempt(context, id, subjects, slow, 1);
  if (subjects.length > 1 && isNoisy(first)) {
    say('noisy: repeated');
    await attempt(context, id, subjects, slow, 2);
  }
}

async function attempt(
  context: BenchContext,
  id: CaseId,
  subjects: readonly Subject[],
  slow: ReadonlySet<string>,
  number: number,
): Promise<readonly SampleRecord[]> {
  const samples: SampleRecord[] = [];
  for (let round = 0; round < context.rounds; round += 1) {
    const order = round % 2 === 0 ? subjects : subjects.toReversed();
    for (const turn of [0, 1]) {
      for (const subject of order) {
        if (slow.has(subject.name) && (round >= 3 || turn === 1)) continue;
        const measure = await subject.measure();
        const sample: SampleRecord = {
          kind: 'sample',
          run: context.results.run,
          ...id,
          attempt: number,
          subject: subject.name,
          round,
          turn,
          wall_ms: rounded(measure.wallMs),
          cpu_ms: rounded(measure.cpuMs),
          max_rss_mb: rounded(measure.maxRssMb),
          batch: measure.batch,
          checksum: measure.checksum,
          load: load(),
          versions: context.versions,
          revision: context.revision,
          at: new Date().toISOString(),
        };
        context.results.write(sample);
        samples.push(sample);
      }
    }
  }
  return samples;
}

/** Noisy is what the first subject, the one that the others are held against, is to any other. */
function isNoisy(samples: readonly SampleRecord[]): boolean {
  const names = [...new Set(samples.map(({ subject }) => subject))];
  const timed = (name: string | undefined): readonly { round: number; ms: number }[] =>
    samples.filter(({ subject }) => subject === name).map(({ round, wall_ms }) => ({ round, ms: wall_ms }));
  return names.slice(1).some((name) => ratio(timed(names[0]), timed(name))?.noisy === true);
}

/** Four significant digits after the microsecond are more than a clock gives. */
function rounded(ms: number): number {
  return Number(ms.toPrecision(6));
}
