// W5: one request to rows with exact decimals, file cache warm, everyone on the same build, file and number of threads.
import { join } from 'node:path';
import { facts, type Facts } from '../data/generate-facts.js';
import { openFacts, type Format, type OpenFacts } from '../data/open-facts.js';
import { malloyModel } from '../definitions/malloy-text.js';
import { datasetsFile, namedMetricsFile, projectFile } from '../definitions/sextant-text.js';
import { wantsCase, type BenchContext } from '../harness/context.js';
import { compact, type CaseId } from '../harness/record.js';
import { checksum, compareTables, type TextRows } from '../harness/result-table.js';
import { runCase } from '../harness/run-case.js';
import { inProcess, type Absent, type Subject } from '../harness/subject.js';
import { malloy, type MalloyModel } from '../subjects/malloy.js';
import { reasonOf, type Presence } from '../subjects/presence.js';
import { sextantParser, sextantSession, type Session, type SextantQuestion } from '../subjects/sextant.js';
import { readSql, runSql, sqlFile } from '../subjects/sql.js';
import { MALLOY_ORDERS, QUESTIONS, SEXTANT_METRICS, type Question } from './w5-questions.js';

export async function execution(context: BenchContext): Promise<void> {
  const rows = [...context.rows, ...context.sizes];
  for (const count of rows.length > 0 ? rows : [800_000]) {
    for (const variant of context.variants) {
      const made = await facts({ rows: count, seed: context.seed, variant });
      for (const format of context.formats.length > 0 ? context.formats : (['duckdb', 'parquet'] as const)) {
        await oneDatabase(context, made, format);
      }
    }
  }
}

async function oneDatabase(context: BenchContext, made: Facts, format: Format): Promise<void> {
  const open = await openFacts(made, format, { threads: context.threads });
  const asked = QUESTIONS.map(({ sextant }) => sextant);
  const session = await sextantSessionOver(context, made, format, SEXTANT_METRICS, asked);
  // Only the schema is read through the peer's own connection; its SQL runs on ours.
  const peer = await malloy(join(made.folder, 'facts.duckdb'));
  const model: Presence<MalloyModel> = peer.present
    ? { present: true, value: await peer.value.model(malloyModel(null, { extra: { orders: MALLOY_ORDERS } })) }
    : peer;
  for (const question of QUESTIONS) {
    if (wantsCase(context, question.name)) await oneQuestion(context, open, question, session, model);
  }
  if (session.present) await session.value.close();
  open.close();
}

/** A session of ours over the facts with the given metrics. */
export async function sextantSessionOver(
  context: BenchContext,
  made: Facts,
  format: Format,
  metrics: readonly (readonly [string, string])[],
  questions: readonly SextantQuestion[],
): Promise<Presence<Session>> {
  const parser = await sextantParser();
  if (!parser.present) return parser;
  const engine = await sextantSession();
  if (!engine.present) return engine;
  const place = { data: '.', format };
  const project = parser.value([projectFile(place), datasetsFile(place), namedMetricsFile(metrics)]);
  if (project.errors.length > 0) return { present: false, why: project.errors.slice(0, 3).join('; ') };
  try {
    const options = { folder: made.folder, threads: context.threads, questions };
    return { present: true, value: await engine.value(project, options) };
  } catch (thrown) {
    return { present: false, why: reasonOf(thrown) };
  }
}

async function oneQuestion(
  context: BenchContext,
  open: OpenFacts,
  question: Question,
  session: Presence<Session>,
  model: Presence<MalloyModel>,
): Promise<void> {
  const { rows, variant } = open.facts;
  const labels = [open.format, ...(variant === 'sorted' ? [] : [variant])];
  const id: CaseId = { workload: 'W5', case: question.name, size: { n: rows, of: 'rows', labels } };
  const collected = collector(
    context,
    id,
    question,
    await readSql(open.connection, sqlFile('plain-sql', question.name), question.shape),
  );

  if (session.present) {
    const engine = session.value;
    noteOpening(context, id, engine);
    await collected.add(
      'sextant',
      () => engine.ask(question.sextant),
      () => engine.rows(question.sextant, question.shape),
    );
  } else collected.miss('sextant', session.why);

  const sqls: [string, string][] = [
    ['best-sql', sqlFile('best-sql', question.name)],
    ['plain-sql', sqlFile('plain-sql', question.name)],
  ];
  if (model.present) {
    const queries = [
      { name: 'malloy', query: question.malloy },
      ...(question.malloyOtherwise === undefined ? [] : [question.malloyOtherwise]),
    ];
    for (const { name, query } of queries) {
      try {
        sqls.push([name, await model.value.sql(query)]);
      } catch (thrown) {
        collected.miss(name, reasonOf(thrown));
      }
    }
  } else collected.miss('malloy', model.why);
  for (const [name, sql] of sqls) {
    await collected.add(
      name,
      () => runSql(open.connection, sql),
      () => readSql(open.connection, sql, question.shape),
    );
  }
  await runCase(context, { ...id, subjects: collected.subjects, absent: collected.missing });
}

/** What a question's time leaves out: opening the data and checking it against its declarations, once per session. */
export function noteOpening(context: BenchContext, id: CaseId, { openedInMs }: Session): void {
  const note = `the data was opened and checked in ${openedInMs.toFixed(0)} ms, which is not in a question's time`;
  context.results.write({ kind: 'note', run: context.results.run, ...id, subject: 'sextant', note });
}

interface Collector {
  readonly subjects: readonly Subject[];
  readonly missing: readonly Absent[];
  /** Compares the subject's rows with the reference first; a subject that fails is absent with its reason. */
  add(name: string, work: () => Promise<unknown>, rows: () => Promise<TextRows>): Promise<void>;
  miss(name: string, why: string): void;
}

/** No figure without equality: the comparison is made and recorded before anything is timed. */
export function collector(
  context: BenchContext,
  id: CaseId,
  question: Pick<Question, 'shape'>,
  reference: TextRows,
): Collector {
  const subjects: Subject[] = [];
  const missing: Absent[] = [];
  const miss = (name: string, why: string): void => {
    missing.push({ name, why });
  };
  const add: Collector['add'] = async (name, work, rows) => {
    if (context.onlySubjects.length > 0 && !context.onlySubjects.includes(name)) return;
    try {
      const got = await rows();
      const difference = compareTables(question.shape, reference, got);
      context.results.write({
        kind: 'check',
        run: context.results.run,
        ...id,
        subject: name,
        against: 'plain-sql',
        ...difference,
      });
      subjects.push(inProcess(name, work, { checksum: checksum(question.shape, got) }));
    } catch (thrown) {
      miss(name, reasonOf(thrown));
    }
  };
  return { subjects, missing, add, miss };
}

/** `8M rows, parquet, shuffled` without the number that grows. */
export function factLabels(made: Facts, format: Format): readonly string[] {
  return [`${compact(made.rows)} rows`, format, ...(made.variant === 'sorted' ? [] : [made.variant])];
}
