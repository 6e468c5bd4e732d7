// W1: a fresh process to the first KPI, and to the diagnostics of a project. Floor: node, the database binding and one SQL.
import { linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { facts, type Facts } from '../data/generate-facts.js';
import { definitionModel } from '../definitions/model.js';
import { malloyModel } from '../definitions/malloy-text.js';
import { datasetsFile, metricsFile, projectFile, type NamedText } from '../definitions/sextant-text.js';
import { wantsCase, type BenchContext } from '../harness/context.js';
import { benchFolder, sourceFolder } from '../harness/folders.js';
import { freshProcess, longestNumber, runNode, type FreshProcess } from '../harness/fresh-process.js';
import { factLabels } from './w5-execution.js';
import type { CaseId } from '../harness/record.js';
import { runCase } from '../harness/run-case.js';
import type { Absent, Subject } from '../harness/subject.js';
import { malloyInstalled, malloyScript } from '../subjects/malloy.js';
import { reasonOf } from '../subjects/presence.js';
import { sextantCommand } from '../subjects/sextant.js';

export async function coldStart(context: BenchContext): Promise<void> {
  const sizes = context.sizes.length > 0 ? context.sizes : [100, 1000];
  for (const rows of context.rows.length > 0 ? context.rows : [800_000]) {
    const made = await facts({ rows, seed: context.seed, variant: 'sorted' });
    for (const n of sizes) {
      const project = writeProject(made, n, context.seed);
      if (wantsCase(context, 'first-kpi')) await firstKpi(context, made, project, n);
      if (wantsCase(context, 'check')) await check(context, project, n);
    }
  }
}

interface WrittenProject {
  readonly folder: string;
  /** Where the Parquet files are. */
  readonly dataFolder: string;
  readonly malloyFile: string;
  /** The KPI that is asked for: the first sum over orders. */
  readonly metric: string;
}

/** Our project and Malloy's model over the same Parquet files, on disk. */
export function writeProject(made: Facts, n: number, seed: number): WrittenProject {
  const model = definitionModel(n, 'mixed', seed);
  const folder = join(benchFolder, 'projects', `${n}-over-${made.rows}`);
  // Data is read from inside a project only: the files get a second name there.
  linkFiles(made.folder, join(folder, 'data'));
  const place = { data: 'data', format: 'parquet' } as const;
  writeFiles(folder, [projectFile(place), datasetsFile(place), metricsFile(model)]);
  const malloyFile = join(folder, 'model.malloy');
  writeFileSync(malloyFile, malloyModel(model, { path: (table) => join(made.folder, `${table}.parquet`) }));
  const metric = model.measures.find(({ table, body }) => table === 'orders' && body.kind === 'sum');
  return { folder, dataFolder: made.folder, malloyFile, metric: metric?.name ?? '' };
}

export function writeFiles(folder: string, files: readonly NamedText[]): void {
  for (const { path, text } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function linkFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (!name.endsWith('.parquet')) continue;
    rmSync(join(to, name), { force: true });
    linkSync(join(from, name), join(to, name));
  }
}

async function firstKpi(context: BenchContext, made: Facts, project: WrittenProject, n: number): Promise<void> {
  const id: CaseId = {
    workload: 'W1',
    case: 'first-kpi',
    size: { n, of: 'definitions', labels: factLabels(made, 'parquet') },
  };
  const subjects: Subject[] = [];
  const absent: Absent[] = [];
  const sql = `SELECT sum(gross) FROM read_parquet('${join(made.folder, 'orders.parquet')}') WHERE status = 'complete' AND gross > 0.01`;
  const floor = [join(sourceFolder, 'cold', 'node-sql.mjs'), sql, String(context.threads)];
  const expected = longestNumber((await runNode(floor)).stdout);
  const add = async (name: string, args: readonly string[]): Promise<void> => {
    const ran = await runOnce(name, args, subjects, absent);
    if (ran === null) return;
    const got = longestNumber(ran.stdout);
    const examples = got === expected ? [] : [`${got} instead of ${expected}`];
    const check = { cells: 1, wrong: examples.length, examples };
    context.results.write({
      kind: 'check',
      run: context.results.run,
      ...id,
      subject: name,
      against: 'node-sql',
      ...check,
    });
  };
  const command = sextantCommand();
  if (command.present) {
    await add(
      'sextant',
      command.value.ask(
        project.folder,
        { metrics: [project.metric], asOf: '2026-01-31' },
        { threads: context.threads },
      ),
    );
  } else absent.push({ name: 'sextant', why: command.why });
  subjects.push(freshProcess('node-sql', floor));
  if (malloyInstalled()) {
    const query = `run: orders -> { aggregate: ${project.metric} }`;
    await add('malloy', [malloyScript, 'run', made.folder, project.malloyFile, query]);
  } else absent.push({ name: 'malloy', why: 'not installed: run `npm i` in bench/peers' });
  subjects.push(emptyNode());
  await runCase(context, { ...id, subjects, absent });
}

async function check(context: BenchContext, project: WrittenProject, n: number): Promise<void> {
  const id: CaseId = { workload: 'W1', case: 'check', size: { n, of: 'definitions', labels: [] } };
  const subjects: Subject[] = [];
  const absent: Absent[] = [];
  const command = sextantCommand();
  if (command.present) await runOnce('sextant', command.value.check(project.folder), subjects, absent);
  else absent.push({ name: 'sextant', why: command.why });
  if (malloyInstalled())
    subjects.push(freshProcess('malloy', [malloyScript, 'load', project.dataFolder, project.malloyFile]));
  else absent.push({ name: 'malloy', why: 'not installed: run `npm i` in bench/peers' });
  subjects.push(yamlOnly(project), emptyNode());
  await runCase(context, { ...id, subjects, absent });
}

/** Runs a command once before it becomes a subject; one that fails is absent with its first words. */
export async function runOnce(
  name: string,
  args: readonly string[],
  subjects: Subject[],
  missing: Absent[],
): Promise<FreshProcess | null> {
  try {
    const ran = await runNode(args);
    subjects.push(freshProcess(name, args));
    return ran;
  } catch (thrown) {
    missing.push({ name, why: reasonOf(thrown) });
    return null;
  }
}

/** Node that does nothing: below it nobody gets. */
export function emptyNode(): Subject {
  return freshProcess('empty-node', ['--eval', '']);
}

/** Node that reads the project's YAML with the library alone. */
export function yamlOnly(project: Pick<WrittenProject, 'folder'>): Subject {
  const files = ['kpi.project.yaml', 'datasets.kpi.yaml', 'metrics.kpi.yaml'].map((name) => join(project.folder, name));
  return freshProcess('yaml-fast', [join(sourceFolder, 'cold', 'yaml-only.mjs'), ...files]);
}
