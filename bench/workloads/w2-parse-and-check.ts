// W2: text to checked model, nothing cached. Floor: the YAML library alone over the same text.
import { LineCounter, parseDocument } from 'yaml';
import { facts } from '../data/generate-facts.js';
import { definitionModel, type ModelShape } from '../definitions/model.js';
import { malloyModel } from '../definitions/malloy-text.js';
import { datasetsFile, metricsFile, projectFile, type NamedText } from '../definitions/sextant-text.js';
import { wantsCase, type BenchContext } from '../harness/context.js';
import type { CaseId } from '../harness/record.js';
import { runCase } from '../harness/run-case.js';
import { inProcess, type Absent, type Subject } from '../harness/subject.js';
import { malloy } from '../subjects/malloy.js';
import { sextantParser } from '../subjects/sextant.js';
import { join } from 'node:path';

const SHAPES: readonly ModelShape[] = ['mixed', 'chain', 'hub'];

export async function parseAndCheck(context: BenchContext): Promise<void> {
  const sizes = context.sizes.length > 0 ? context.sizes : [100, 1000, 10000];
  for (const shape of SHAPES) {
    if (!wantsCase(context, shape)) continue;
    for (const n of sizes) await oneSize(context, shape, n);
  }
}

async function oneSize(context: BenchContext, shape: ModelShape, n: number): Promise<void> {
  const model = definitionModel(n, shape, context.seed);
  const files = projectFiles(n, shape, context.seed);
  const id: CaseId = { workload: 'W2', case: shape, size: { n, of: 'definitions', labels: [] } };
  const note = (subject: string, text: string): void =>
    context.results.write({ kind: 'note', run: context.results.run, ...id, subject, note: text });
  const subjects: Subject[] = [];
  const missing: Absent[] = [];

  const parser = await sextantParser();
  if (parser.present) {
    const checked = parser.value(files);
    const whole = checked.errors.length === 0 && checked.metrics === n;
    context.results.write({
      kind: 'check',
      run: context.results.run,
      ...id,
      subject: 'sextant',
      against: `${n} metrics without errors`,
      cells: n,
      wrong: whole ? 0 : Math.max(1, n - checked.metrics),
      examples: checked.errors.slice(0, 5),
    });
    subjects.push(inProcess('sextant', () => parser.value(files)));
  } else missing.push({ name: 'sextant', why: parser.why });

  note('yaml', `${Math.round(files.reduce((sum, { text }) => sum + text.length, 0) / 1000)} kB of text`);
  // The library's own check for keys that stand twice is quadratic; without it is the floor, with it what a user gets.
  for (const [name, uniqueKeys] of [
    ['yaml', true],
    ['yaml-fast', false],
  ] as const) {
    subjects.push(
      inProcess(name, () => {
        for (const { text } of files) {
          parseDocument(text, { lineCounter: new LineCounter(), keepSourceTokens: true, uniqueKeys });
        }
      }),
    );
  }

  const database = await facts({ rows: 80_000, seed: context.seed, variant: 'sorted' });
  const peer = await malloy(join(database.folder, 'facts.duckdb'));
  if (peer.present) {
    const text = malloyModel(model);
    note('malloy', `${Math.round(text.length / 1000)} kB of text`);
    subjects.push(inProcess('malloy', () => peer.value.model(text)));
  } else missing.push({ name: 'malloy', why: peer.why });

  await runCase(context, { ...id, subjects, absent: missing });
}

export function projectFiles(n: number, shape: ModelShape, seed: number): readonly NamedText[] {
  const place = { data: 'data', format: 'duckdb' } as const;
  return [projectFile(place), datasetsFile(place), metricsFile(definitionModel(n, shape, seed))];
}
