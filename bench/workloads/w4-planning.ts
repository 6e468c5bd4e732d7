// W4: a request to SQL text, the model checked before. Floor: the same text put together without any checking.
import { join } from 'node:path';
import { facts } from '../data/generate-facts.js';
import { definitionModel, type DefinitionModel } from '../definitions/model.js';
import { malloyModel } from '../definitions/malloy-text.js';
import { wantsCase, type BenchContext } from '../harness/context.js';
import type { CaseId } from '../harness/record.js';
import { runCase } from '../harness/run-case.js';
import { inProcess, type Absent, type Subject } from '../harness/subject.js';
import { malloy } from '../subjects/malloy.js';
import { reasonOf } from '../subjects/presence.js';
import { sextantParser, sextantPlanner, type SextantQuestion } from '../subjects/sextant.js';
import { textOnlyPlanner } from '../subjects/text-only.js';
import { projectFiles } from './w2-parse-and-check.js';

interface Request {
  readonly name: string;
  readonly kpis: number;
  readonly by: readonly string[];
}

const REQUESTS: readonly Request[] = [
  { name: '1-kpi', kpis: 1, by: [] },
  { name: '20-kpis', kpis: 20, by: ['channel', 'status'] },
  { name: '100-kpis', kpis: 100, by: ['channel'] },
];

export async function planning(context: BenchContext): Promise<void> {
  const sizes = context.sizes.length > 0 ? context.sizes : [100, 1000, 10000];
  for (const request of REQUESTS) {
    if (!wantsCase(context, request.name)) continue;
    for (const n of sizes) await oneSize(context, request, n);
  }
}

async function oneSize(context: BenchContext, request: Request, n: number): Promise<void> {
  const model = definitionModel(n, 'mixed', context.seed);
  const names = requestedNames(model, request.kpis);
  // A model of 100 has no 100 definitions over one table.
  if (names.length < request.kpis) return;
  const id: CaseId = { workload: 'W4', case: request.name, size: { n, of: 'definitions', labels: [] } };
  const subjects: Subject[] = [];
  const missing: Absent[] = [];

  const parser = await sextantParser();
  const planner = parser.present ? await sextantPlanner() : parser;
  if (parser.present && planner.present) {
    const project = parser.value(projectFiles(n, 'mixed', context.seed));
    const question: SextantQuestion = {
      metrics: names,
      by: request.by.map((dimension) => (dimension === 'channel' ? 'channel' : `orders.${dimension}`)),
      asOf: '2026-01-31',
    };
    try {
      planner.value(project, question);
      subjects.push(inProcess('sextant', () => planner.value(project, question)));
    } catch (thrown) {
      missing.push({ name: 'sextant', why: reasonOf(thrown) });
    }
  } else missing.push({ name: 'sextant', why: planner.present ? '' : planner.why });

  const write = textOnlyPlanner(model);
  subjects.push(inProcess('text-only', () => write(names, request.by)));

  const database = await facts({ rows: 80_000, seed: context.seed, variant: 'sorted' });
  const peer = await malloy(join(database.folder, 'facts.duckdb'));
  if (peer.present) {
    const loaded = await peer.value.model(malloyModel(model));
    const group = request.by.length === 0 ? '' : `group_by: ${request.by.join(', ')}; `;
    const query = `run: orders -> { ${group}aggregate: ${names.join(', ')} }`;
    subjects.push(inProcess('malloy', () => loaded.sql(query)));
  } else missing.push({ name: 'malloy', why: peer.why });

  await runCase(context, { ...id, subjects, absent: missing });
}

/** The first definitions over orders: sums, counts, distincts, ratios and expressions as they come. */
function requestedNames(model: DefinitionModel, count: number): readonly string[] {
  return model.measures
    .filter(({ table }) => table === 'orders')
    .slice(0, count)
    .map(({ name }) => name);
}
