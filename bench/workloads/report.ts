// `bench report`: every case's latest run as Markdown, for the results section of docs/benchmarks.md.
import { machineLine } from '../harness/machine.js';
import type { ResultRecord } from '../harness/record.js';
import { renderSummary } from '../harness/render-summary.js';
import { readResults } from '../harness/results-file.js';
import { summarise, type CaseSummary } from '../harness/summarise.js';

export function report(): string {
  const records = readResults().filter(({ run }) => !run.endsWith('-smoke'));
  const latest = new Map<string, CaseSummary>();
  for (const summary of summarise(records)) {
    if (summary.figures.some(({ rounds }) => rounds > 0)) {
      latest.set(JSON.stringify([summary.workload, summary.case, summary.size]), summary);
    }
  }
  const cases = [...latest.values()].toSorted((a, b) => compare(a, b));
  if (cases.length === 0) return 'no results yet: run `pnpm bench W2` first';
  return [provenance(records, cases), renderSummary(cases, 'markdown')].join('\n\n');
}

function provenance(records: readonly ResultRecord[], cases: readonly CaseSummary[]): string {
  const runs = new Set(cases.map(({ run }) => run));
  const samples = records.filter((record) => record.kind === 'sample').filter(({ run }) => runs.has(run));
  const last = samples.at(-1);
  const loads = samples.map(({ load }) => load);
  const revisions = [...new Set(samples.map(({ revision }) => revision))].join(', ');
  const versions = Object.entries(last?.versions ?? {}).map(([name, version]) => `${name} ${version}`);
  return [
    `Machine: ${machineLine()}; load ${Math.min(...loads)} to ${Math.max(...loads)}. ${versions.join(', ')}.`,
    `Revisions: ${revisions}. ${samples.length} samples, last on ${last?.at.slice(0, 10) ?? ''}.`,
    'Every row compares figures of one run; rows of different runs are not comparable with one another.',
  ].join('\n');
}

function compare(a: CaseSummary, b: CaseSummary): number {
  const key = ({ workload, case: name, size }: CaseSummary): string =>
    [workload, name, size.labels.join(), String(size.n).padStart(12, '0')].join('\n');
  return key(a) < key(b) ? -1 : 1;
}
