// W3: a line is changed, up to fresh diagnostics of the whole project. Beside: our check from nothing, and Malloy's.
import { join } from 'node:path';
import { facts } from '../data/generate-facts.js';
import { editScript, splitMetrics, type EditKind } from '../definitions/edits.js';
import { malloyModel } from '../definitions/malloy-text.js';
import { definitionModel, type ModelShape } from '../definitions/model.js';
import { wantsCase, type BenchContext } from '../harness/context.js';
import type { CaseId } from '../harness/record.js';
import { runCase } from '../harness/run-case.js';
import { inProcess, type Absent, type Subject } from '../harness/subject.js';
import { malloy } from '../subjects/malloy.js';
import { sextantEditor, sextantParser, type OpenProject } from '../subjects/sextant.js';
import { projectFiles } from './w2-parse-and-check.js';

const EDITS: readonly EditKind[] = ['leaf', 'hub', 'rename', 'broken'];

/** Definitions in a file, as people keep them; and all in one. */
const LAYOUTS: readonly { readonly label: string; readonly perFile: number | null }[] = [
  { label: 'files of 100', perFile: 100 },
  { label: 'one file', perFile: null },
];

export async function recheck(context: BenchContext): Promise<void> {
  const sizes = context.sizes.length > 0 ? context.sizes : [100, 1000, 10000];
  for (const kind of EDITS) {
    if (!wantsCase(context, kind)) continue;
    for (const layout of LAYOUTS) for (const n of sizes) await oneSize(context, kind, layout, n);
  }
}

async function oneSize(
  context: BenchContext,
  kind: EditKind,
  { label, perFile }: (typeof LAYOUTS)[number],
  n: number,
): Promise<void> {
  const shape: ModelShape = kind === 'hub' ? 'hub' : 'mixed';
  const whole = projectFiles(n, shape, context.seed);
  const files = perFile === null ? whole : splitMetrics(whole, perFile);
  const script = editScript(files, kind);
  const id: CaseId = { workload: 'W3', case: kind, size: { n, of: 'definitions', labels: [label] } };
  const subjects: Subject[] = [];
  const missing: Absent[] = [];

  const editor = await sextantEditor();
  if (editor.present) {
    const project = editor.value(files);
    sameAnswer(context, id, project, script);
    let turn = 0;
    subjects.push(
      inProcess('sextant', () => {
        const text = script.texts[turn++ % script.texts.length] ?? '';
        return project.edit(script.path, script.line, text);
      }),
    );
  } else missing.push({ name: 'sextant', why: editor.why });
  const parser = await sextantParser();
  if (parser.present) subjects.push(inProcess('from nothing', () => parser.value(files)));
  else missing.push({ name: 'from nothing', why: parser.why });

  const database = await facts({ rows: 80_000, seed: context.seed, variant: 'sorted' });
  const peer = await malloy(join(database.folder, 'facts.duckdb'));
  if (peer.present && perFile === null) {
    const text = malloyModel(definitionModel(n, shape, context.seed));
    subjects.push(inProcess('malloy', () => peer.value.model(text)));
  } else if (!peer.present) missing.push({ name: 'malloy', why: peer.why });

  await runCase(context, { ...id, subjects, absent: missing });
}

/** After every edit of the script, twice around, what is said is what a check from nothing says. */
function sameAnswer(
  context: BenchContext,
  id: CaseId,
  project: OpenProject,
  { path, line, texts }: ReturnType<typeof editScript>,
): void {
  const wrong: string[] = [];
  let cells = 0;
  for (const text of [...texts, ...texts]) {
    project.edit(path, line, text);
    const now = project.said();
    const anew = project.saidAnew();
    cells += anew.length + 1;
    if (now.join('\n') !== anew.join('\n')) wrong.push(`after ${text.trim()}: ${now.length} instead of ${anew.length}`);
  }
  context.results.write({
    kind: 'check',
    run: context.results.run,
    ...id,
    subject: 'sextant',
    against: 'a check from nothing after every edit',
    cells,
    wrong: wrong.length,
    examples: wrong.slice(0, 5),
  });
}
