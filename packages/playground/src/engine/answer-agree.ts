// The same question by both engines: they must say the same, to the last digit.
import { checkQuestion, differences, type CellDifference } from '@sextant/engine/browser';
import type { Call } from '../rpc/server.js';
import { computed } from './answer-ask.js';
import type { AgreeReport, AskParams } from './methods.js';
import { questionFrom } from './question.js';
import type { World } from './world.js';

const MOST = 10;

export async function answerAgree(world: World, { asked, asOf }: AskParams, call: Call): Promise<AgreeReport> {
  const started = performance.now();
  const failed = (message: string): AgreeReport => ({
    kind: 'failed',
    cells: [],
    message,
    milliseconds: performance.now() - started,
  });
  const checked = checkQuestion(world.graph(), questionFrom(asked, asOf));
  if (checked.value === null) return failed('the question cannot be asked');
  const reference = await computed(world, checked.value, 'reference', call);
  if (reference.value === null) return failed(reference.diagnostics[0]?.message ?? 'the data cannot be read');
  const duckdb = await computed(world, checked.value, 'duckdb', call);
  if (duckdb.value === null) return failed(duckdb.diagnostics[0]?.message ?? 'the data cannot be loaded');
  const found = differences(reference.value, duckdb.value);
  return {
    kind: found.length === 0 ? 'agree' : 'differ',
    cells: found.slice(0, MOST).map(inWords),
    message: null,
    milliseconds: performance.now() - started,
  };
}

function inWords({ row, metric, left, right }: CellDifference): string {
  const where = row.map((key) => key ?? 'no value').join(', ');
  return `${[metric, where].filter((text) => text !== null && text !== '').join(', ')}: ${left ?? 'nothing'} here, ${right ?? 'nothing'} there`;
}
