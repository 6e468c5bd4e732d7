// W8, as far as it needs no browser: what an editor asks while somebody types. Each sample is the 95th percentile of a typed line.
import { editScript, splitMetrics } from '../definitions/edits.js';
import { wantsCase, type BenchContext } from '../harness/context.js';
import type { CaseId } from '../harness/record.js';
import { runCase } from '../harness/run-case.js';
import type { Absent, Subject } from '../harness/subject.js';
import { sextantEditor, type OpenProject } from '../subjects/sextant.js';
import { projectFiles } from './w2-parse-and-check.js';

/** Typed letter by letter into the line of a formula. */
const TYPED = "    formula: sum(orders.gross where status = 'complete' and gross > 12.00 EUR)";

type Asked = 'diagnostics' | 'completion' | 'hover';

/** Definitions in a file. */
const LAYOUTS: readonly { readonly label: string; readonly perFile: number | null }[] = [
  { label: 'files of 100', perFile: 100 },
  { label: 'one file', perFile: null },
];

export async function editor(context: BenchContext): Promise<void> {
  const sizes = context.sizes.length > 0 ? context.sizes : [1000, 10000];
  for (const asked of ['diagnostics', 'completion', 'hover'] as const) {
    if (!wantsCase(context, asked)) continue;
    for (const layout of LAYOUTS) for (const n of sizes) await oneSize(context, asked, layout, n);
  }
}

async function oneSize(
  context: BenchContext,
  asked: Asked,
  { label, perFile }: (typeof LAYOUTS)[number],
  n: number,
): Promise<void> {
  const whole = projectFiles(n, 'mixed', context.seed);
  const files = perFile === null ? whole : splitMetrics(whole, perFile);
  const { path, line } = editScript(files, 'leaf');
  const id: CaseId = { workload: 'W8', case: asked, size: { n, of: 'definitions', labels: [label] } };
  const subjects: Subject[] = [];
  const missing: Absent[] = [];
  const present = await sextantEditor();
  if (present.present) subjects.push(typing(present.value(files), asked, path, line));
  else missing.push({ name: 'sextant', why: present.why });
  await runCase(context, { ...id, subjects, absent: missing });
}

function typing(project: OpenProject, asked: Asked, path: string, line: number): Subject {
  return {
    name: 'sextant',
    measure: async () => {
      const walls: number[] = [];
      const cpu = process.cpuUsage();
      let most = 0;
      for (let end = 4; end <= TYPED.length; end++) {
        const text = TYPED.slice(0, end);
        // A pointer rests on a text that was checked.
        if (asked === 'hover') project.edit(path, line, text);
        const started = performance.now();
        if (asked === 'diagnostics') project.edit(path, line, text);
        else if (asked === 'completion') most = Math.max(most, project.complete(path, line, text));
        else project.hover(path, line, 20);
        walls.push(performance.now() - started);
      }
      const used = process.cpuUsage(cpu);
      walls.sort((a, b) => a - b);
      return {
        wallMs: walls[Math.floor(walls.length * 0.95)] ?? 0,
        cpuMs: (used.user + used.system) / 1000 / walls.length,
        maxRssMb: process.resourceUsage().maxRSS / 1024,
        batch: walls.length,
        // A list of more than 200 is no help to anyone.
        checksum: most > 200 ? `${most} proposals` : '',
      };
    },
  };
}
