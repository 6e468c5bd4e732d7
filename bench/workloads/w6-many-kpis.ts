// W6: many KPIs over one fact in one run. What people do today: a statement per KPI, or one long statement.
import { join } from 'node:path';
import { facts, type Facts } from '../data/generate-facts.js';
import { openFacts, type Format, type OpenFacts } from '../data/open-facts.js';
import { malloyModel } from '../definitions/malloy-text.js';
import {
  malloyMeasures,
  manyKpis,
  oneStatement,
  sextantFormulas,
  sqlPerKpi,
  twoLevel,
  type Kpi,
} from '../definitions/many-kpis.js';
import { wantsCase, type BenchContext } from '../harness/context.js';
import type { CaseId } from '../harness/record.js';
import type { TableShape } from '../harness/result-table.js';
import { runCase } from '../harness/run-case.js';
import { inProcess } from '../harness/subject.js';
import { malloy } from '../subjects/malloy.js';
import { reasonOf } from '../subjects/presence.js';
import { readSql, runSql, sqlFile } from '../subjects/sql.js';
import { collector, factLabels, noteOpening, sextantSessionOver } from './w5-execution.js';
import { FILTERED_DISTINCTS, PREDICATES, type NamedFormula } from './w6-metrics.js';

export async function manyKpisInOneRun(context: BenchContext): Promise<void> {
  const counts = context.sizes.length > 0 ? context.sizes : [10, 30, 100, 300];
  for (const rows of context.rows.length > 0 ? context.rows : [800_000]) {
    for (const variant of context.variants) {
      const made = await facts({ rows, seed: context.seed, variant });
      for (const format of context.formats.length > 0 ? context.formats : (['duckdb', 'parquet'] as const)) {
        const open = await openFacts(made, format, { threads: context.threads });
        if (wantsCase(context, 'kpis')) for (const count of counts) await kpis(context, open, count);
        if (wantsCase(context, 'predicates')) await named(context, open, 'predicates', PREDICATES);
        if (wantsCase(context, 'filtered-distincts')) {
          await named(context, open, 'filtered-distincts', FILTERED_DISTINCTS);
        }
        open.close();
      }
    }
  }
}

function shapeOf(names: readonly { readonly name: string; readonly float: boolean }[]): TableShape {
  const measures = names.map(({ name, float }) => ({ name, kind: float ? ('float' as const) : ('exact' as const) }));
  return { columns: [{ name: 'month', kind: 'month' }, ...measures] };
}

const MONTHS = { grain: 'month', from: '2023-01', to: '2025-12', asOf: '2026-01-31' } as const;

async function kpis(context: BenchContext, open: OpenFacts, count: number): Promise<void> {
  const list = manyKpis(count);
  const shape = shapeOf(list.map(({ name, kind }) => ({ name, float: kind === 'ratio' })));
  const id = caseId('kpis', count, 'KPIs', open.facts, open.format);
  const names = list.map(({ name }) => name);
  const question = { metrics: names, ...MONTHS };
  const collected = collector(
    context,
    id,
    { shape },
    await readSql(open.connection, oneStatement(list, 'filter'), shape),
  );

  const session = await sextantSessionOver(context, open.facts, open.format, sextantFormulas(list), [question]);
  if (session.present) {
    const engine = session.value;
    noteOpening(context, id, engine);
    await collected.add(
      'sextant',
      () => engine.ask(question),
      () => engine.rows(question, shape),
    );
  } else collected.miss('sextant', session.why);

  const sqls: [string, string][] = [
    ['two-level', twoLevel(list)],
    ['sql-case', oneStatement(list, 'case')],
    ['sql-filter', oneStatement(list, 'filter')],
  ];
  const perKpi: { name: string; statements: readonly string[] }[] = [];
  // Hundreds of scans only where somebody would still wait for them.
  if (count <= 100) perKpi.push({ name: 'sql-per-kpi', statements: list.map(sqlPerKpi) });
  const theirs = await malloyTexts(open.facts, list);
  if (theirs.kind === 'texts') {
    sqls.push(['malloy', theirs.one]);
    if (count <= 100) perKpi.push({ name: 'malloy-per-kpi', statements: theirs.each });
  } else collected.miss('malloy', theirs.why);
  for (const [name, sql] of sqls) {
    await collected.add(
      name,
      () => runSql(open.connection, sql),
      () => readSql(open.connection, sql, shape),
    );
  }
  const wanted = perKpi.filter(({ name }) => context.onlySubjects.length === 0 || context.onlySubjects.includes(name));
  const many = wanted.map(({ name, statements }) =>
    inProcess(name, async () => {
      for (const sql of statements) await runSql(open.connection, sql);
    }),
  );
  await runCase(context, { ...id, subjects: [...collected.subjects, ...many], absent: collected.missing });
  if (session.present) await session.value.close();
}

type MalloyTexts =
  | { readonly kind: 'texts'; readonly one: string; readonly each: readonly string[] }
  | { readonly kind: 'absent'; readonly why: string };

async function malloyTexts(made: Facts, list: readonly Kpi[]): Promise<MalloyTexts> {
  const peer = await malloy(join(made.folder, 'facts.duckdb'));
  if (!peer.present) return { kind: 'absent', why: peer.why };
  try {
    const model = await peer.value.model(malloyModel(null, { extra: { orders: malloyMeasures(list) } }));
    const query = (names: readonly string[]): string =>
      `run: orders -> { group_by: \`month\` is order_date.month; aggregate: ${names.join(', ')} }`;
    const each: string[] = [];
    for (const { name } of list) each.push(await model.sql(query([name])));
    return { kind: 'texts', one: await model.sql(query(list.map(({ name }) => name))), each };
  } catch (thrown) {
    return { kind: 'absent', why: reasonOf(thrown) };
  }
}

/** A case whose SQL stands in plain-sql/ and best-sql/. */
async function named(
  context: BenchContext,
  open: OpenFacts,
  name: string,
  metrics: readonly NamedFormula[],
): Promise<void> {
  const shape = shapeOf(metrics.map((metric) => ({ name: metric.name, float: false })));
  const id = caseId(name, metrics.length, 'KPIs', open.facts, open.format);
  const question = { metrics: metrics.map((metric) => metric.name), ...MONTHS };
  const plain = sqlFile('plain-sql', name);
  const collected = collector(context, id, { shape }, await readSql(open.connection, plain, shape));
  const formulas = metrics.map((metric): readonly [string, string] => [metric.name, metric.sextant]);
  const session = await sextantSessionOver(context, open.facts, open.format, formulas, [question]);
  if (session.present) {
    const engine = session.value;
    noteOpening(context, id, engine);
    await collected.add(
      'sextant',
      () => engine.ask(question),
      () => engine.rows(question, shape),
    );
  } else collected.miss('sextant', session.why);
  const sqls: [string, string][] = [
    ['two-level', sqlFile('best-sql', name)],
    ['sql-filter', plain],
  ];
  const peer = await malloy(join(open.facts.folder, 'facts.duckdb'));
  if (peer.present) {
    const measures = metrics.map((metric) => `${metric.name} is ${metric.malloy}`);
    const model = await peer.value.model(malloyModel(null));
    const query = `run: orders -> { group_by: \`month\` is order_date.month; aggregate: ${measures.join(', ')} }`;
    sqls.push(['malloy', await model.sql(query)]);
  } else collected.miss('malloy', peer.why);
  for (const [subject, sql] of sqls) {
    await collected.add(
      subject,
      () => runSql(open.connection, sql),
      () => readSql(open.connection, sql, shape),
    );
  }
  await runCase(context, { ...id, subjects: collected.subjects, absent: collected.missing });
  if (session.present) await session.value.close();
}

function caseId(name: string, n: number, of: string, made: Facts, format: Format): CaseId {
  return { workload: 'W6', case: name, size: { n, of, labels: factLabels(made, format) } };
}
