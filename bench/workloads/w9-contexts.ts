// W9: contexts. Windows that move and comparisons with them, distinct counts in rolling windows, `per`, and a result of as many
// groups as there are customers: a sixteenth of the orders, so 16M orders make a million.
import { facts } from '../data/generate-facts.js';
import { openFacts, type OpenFacts } from '../data/open-facts.js';
import { wantsCase, type BenchContext } from '../harness/context.js';
import type { CaseId } from '../harness/record.js';
import { runCase } from '../harness/run-case.js';
import type { Presence } from '../subjects/presence.js';
import type { Session } from '../subjects/sextant.js';
import { readSql, runSql, sqlFile } from '../subjects/sql.js';
import { collector, noteOpening, sextantSessionOver } from './w5-execution.js';
import { CONTEXT_METRICS, CONTEXT_QUESTIONS, type ContextQuestion } from './w9-questions.js';

export async function contexts(context: BenchContext): Promise<void> {
  const rows = [...context.rows, ...context.sizes];
  for (const count of rows.length > 0 ? rows : [800_000]) {
    for (const variant of context.variants) {
      const made = await facts({ rows: count, seed: context.seed, variant });
      for (const format of context.formats.length > 0 ? context.formats : (['duckdb'] as const)) {
        const open = await openFacts(made, format, { threads: context.threads });
        const asked = CONTEXT_QUESTIONS.map(({ sextant }) => sextant);
        const session = await sextantSessionOver(context, made, format, CONTEXT_METRICS, asked);
        for (const question of CONTEXT_QUESTIONS) {
          if (wantsCase(context, question.name)) await oneQuestion(context, open, question, session);
        }
        if (session.present) await session.value.close();
        open.close();
      }
    }
  }
}

async function oneQuestion(
  context: BenchContext,
  open: OpenFacts,
  question: ContextQuestion,
  session: Presence<Session>,
): Promise<void> {
  const { rows, variant } = open.facts;
  const labels = [open.format, ...(variant === 'sorted' ? [] : [variant])];
  const id: CaseId = { workload: 'W9', case: question.name, size: { n: rows, of: 'rows', labels } };
  const [plain, best] = [sqlFile('plain-sql', question.name), sqlFile('best-sql', question.name)];
  const isPlainSlow = rows > (question.plainUpTo ?? rows);
  const reference = await readSql(open.connection, isPlainSlow ? best : plain, question.shape);
  const collected = collector(context, id, question, reference);
  if (session.present) {
    const engine = session.value;
    noteOpening(context, id, engine);
    await collected.add(
      'sextant',
      () => engine.ask(question.sextant),
      () => engine.rows(question.sextant, question.shape),
    );
  } else collected.miss('sextant', session.why);
  const sqls: readonly (readonly [string, string])[] = [
    ['best-sql', best],
    ['plain-sql', plain],
  ];
  for (const [name, sql] of sqls) {
    if (name === 'plain-sql' && isPlainSlow) {
      collected.miss(name, 'takes minutes at this size');
      continue;
    }
    await collected.add(
      name,
      () => runSql(open.connection, sql),
      () => readSql(open.connection, sql, question.shape),
    );
  }
  await runCase(context, { ...id, subjects: collected.subjects, absent: collected.missing });
}
