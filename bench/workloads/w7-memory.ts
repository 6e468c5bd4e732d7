// W7: greatest resident memory of fresh processes: a check of many definitions, and many KPIs over a large fact.
import { join, relative } from 'node:path';
import { facts, type Facts } from '../data/generate-facts.js';
import { manyKpis, sextantFormulas, twoLevel } from '../definitions/many-kpis.js';
import { datasetsFile, namedMetricsFile, projectFile } from '../definitions/sextant-text.js';
import { wantsCase, type BenchContext } from '../harness/context.js';
import { benchFolder, sourceFolder } from '../harness/folders.js';
import { freshProcess } from '../harness/fresh-process.js';
import type { CaseId } from '../harness/record.js';
import { runCase } from '../harness/run-case.js';
import type { Absent, Subject } from '../harness/subject.js';
import { malloyInstalled, malloyScript } from '../subjects/malloy.js';
import { sextantCommand } from '../subjects/sextant.js';
import { emptyNode, runOnce, writeFiles, writeProject, yamlOnly } from './w1-cold-start.js';
import { factLabels } from './w5-execution.js';

export async function memory(context: BenchContext): Promise<void> {
  if (wantsCase(context, 'check')) {
    for (const n of context.sizes.length > 0 ? context.sizes : [10000]) await check(context, n);
  }
  if (wantsCase(context, 'many-kpis')) {
    for (const rows of context.rows.length > 0 ? context.rows : [800_000]) {
      for (const limit of [undefined, '1GB']) await kpis(context, rows, limit);
    }
  }
}

async function check(context: BenchContext, n: number): Promise<void> {
  const made = await facts({ rows: 80_000, seed: context.seed, variant: 'sorted' });
  const project = writeProject(made, n, context.seed);
  const id: CaseId = { workload: 'W7', case: 'check', size: { n, of: 'definitions', labels: [] } };
  const subjects: Subject[] = [];
  const absent: Absent[] = [];
  const command = sextantCommand();
  if (command.present) await runOnce('sextant', command.value.check(project.folder), subjects, absent);
  else absent.push({ name: 'sextant', why: command.why });
  subjects.push(emptyNode(), yamlOnly(project));
  if (malloyInstalled())
    subjects.push(freshProcess('malloy', [malloyScript, 'load', project.dataFolder, project.malloyFile]));
  else absent.push({ name: 'malloy', why: 'not installed: run `npm i` in bench/peers' });
  await runCase(context, { ...id, subjects, absent });
}

/** A project of ours with a hundred KPIs over the DuckDB file. */
function writeManyKpis(made: Facts): string {
  const folder = join(benchFolder, 'projects', `many-kpis-over-${made.rows}`);
  const place = { data: relative(folder, made.folder), format: 'duckdb' } as const;
  writeFiles(folder, [projectFile(place), datasetsFile(place), namedMetricsFile(sextantFormulas(manyKpis(100)))]);
  return folder;
}

async function kpis(context: BenchContext, rows: number, memoryLimit: string | undefined): Promise<void> {
  const made = await facts({ rows, seed: context.seed, variant: 'sorted' });
  const labels = [...factLabels(made, 'duckdb'), ...(memoryLimit === undefined ? [] : [`limit ${memoryLimit}`])];
  const id: CaseId = { workload: 'W7', case: 'many-kpis', size: { n: 100, of: 'KPIs', labels } };
  const args = [twoLevel(manyKpis(100)), String(context.threads), join(made.folder, 'facts.duckdb')];
  const sql = [
    join(sourceFolder, 'cold', 'node-sql.mjs'),
    ...args,
    ...(memoryLimit === undefined ? [] : [memoryLimit]),
  ];
  const subjects: Subject[] = [];
  const absent: Absent[] = [];
  const command = sextantCommand();
  if (!command.present) absent.push({ name: 'sextant', why: command.why });
  else {
    const folder = writeManyKpis(made);
    const options = { threads: context.threads, ...(memoryLimit === undefined ? {} : { memoryLimit }) };
    const metrics = manyKpis(100).map(({ name }) => name);
    const question = { metrics, grain: 'month', from: '2023-01', to: '2025-12', asOf: '2026-01-31' };
    await runOnce('sextant', command.value.ask(folder, question, options), subjects, absent);
  }
  subjects.push(freshProcess('two-level', sql), emptyNode());
  await runCase(context, { ...id, subjects, absent });
}
