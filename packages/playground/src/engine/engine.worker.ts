// The worker that owns the engine and the data: it alone computes numbers.
import { duckDbTestExecutor } from '@sextant/engine/browser';
import { serveWorker } from '../rpc/worker-port.js';
import { answerAgree } from './answer-agree.js';
import { answerAsk } from './answer-ask.js';
import { answerDraft } from './answer-draft.js';
import { answerExamples } from './answer-examples.js';
import { answerExplain } from './answer-explain.js';
import { answerScorecard } from './answer-scorecard.js';
import { answerSql } from './answer-sql.js';
import type { EngineMethods } from './methods.js';
import { namedQuestion } from './question.js';
import { testsView } from './tests-view.js';
import { makeWorld } from './world.js';

const world = makeWorld();

serveWorker<EngineMethods>({
  open: async (params) => {
    await world.open(params);
    return null;
  },
  scorecard: (params, call) => answerScorecard(world, params, call),
  ask: (params, call) => answerAsk(world, params, call),
  sql: (params, call) => answerSql(world, params, call),
  explain: (params, call) => answerExplain(world, params, call),
  examples: (params, call) => answerExamples(world, params, call),
  agree: (params, call) => answerAgree(world, params, call),
  tests: async ({ both }, call) => {
    const started = performance.now();
    const more = both ? [duckDbTestExecutor(await world.database().executor(call))] : [];
    const value = await testsView(world, more, call);
    if (both) world.database().forget();
    return { value, findings: [], engine: null, milliseconds: performance.now() - started };
  },
  named: ({ name, asOf }) => namedQuestion(world.graph(), name, asOf),
  draft: (params, call) => answerDraft(world, params, call),
});
