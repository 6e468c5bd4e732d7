// The SQL that a question would run; it depends on what the data is like, so that the database looks at it first.
import { checkQuestion, datasetsNeeded, sqlOf } from '@sextant/engine/browser';
import type { Call } from '../rpc/server.js';
import type { SqlView } from '../state/views.js';
import type { Answered, AskParams } from './methods.js';
import { questionFrom } from './question.js';
import { refused, type World } from './world.js';

export async function answerSql(world: World, { asked, asOf }: AskParams, call: Call): Promise<Answered<SqlView>> {
  const started = performance.now();
  const graph = world.graph();
  const checked = checkQuestion(graph, questionFrom(asked, asOf));
  if (checked.value === null) return refused(world, checked.diagnostics, started);
  const { value: session, diagnostics } = await world
    .database()
    .session(graph, datasetsNeeded(graph, checked.value), call);
  if (session === null) return refused(world, diagnostics, started);
  return {
    value: viewOf(await sqlOf(session, checked.value)),
    findings: [],
    engine: 'duckdb',
    milliseconds: performance.now() - started,
  };
}

/** Statements end with a semicolon at the end of a line; what is no SQL says so in a comment. */
function viewOf(text: string): SqlView {
  if (text.startsWith('-- no SQL: the answer')) return { kind: 'nothing', statements: [] };
  if (text.startsWith('-- no SQL:')) return { kind: 'rows', statements: [] };
  return { kind: 'sql', statements: text.split(/(?<=;\n)\n/).filter((one) => one.trim() !== '') };
}
