// The engine gives every committed answer, each computed before by other means; through SQL and from the rows alike.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ask,
  checkQuestion,
  evaluateReference,
  openSession,
  type Question,
  type Result,
  type Session,
} from '@sextant/engine';
import { parseProject, type Graph } from '@sextant/parser';
import { loadRows } from '../../packages/engine/src/execute/load-rows.js';
import type { Answers } from '../../examples/trailhead/answers/compute.js';
import { definitionFiles, examples } from './example-files.js';

const { asOf, answers } = JSON.parse(readFileSync(join(examples, 'trailhead/answers.json'), 'utf8')) as Answers;
const graph: Graph = parseProject(definitionFiles('trailhead')).value;
let session: Session;

beforeAll(async () => {
  const opened = await openSession(graph, { root: join(examples, 'trailhead') });
  expect(opened.diagnostics.map((one) => one.code)).toEqual(['KPI7026']);
  if (opened.value === null) throw new Error('the data is not sound');
  session = opened.value;
});
afterAll(async () => {
  await session.executor.close();
});

type Answer = Answers['answers'][number];

/** Of an expansion without an end the answers keep a 34th digit that happens to be zero. */
function withoutZeros(text: string | null): string | null {
  return text === null || text.length < 34 ? text : text.replace(/0+$/, '');
}

/** The metric's formula, so that what its `decimals` would round comes in full, like the answers. */
function questionFor(answer: Answer): Question {
  const by = answer.by === null ? [] : Object.keys(answer.by);
  const formula = graph.metrics.get(answer.metric)?.def.formula.text ?? answer.metric;
  return { metrics: [formula], by, asOf, ...(answer.grain === null ? {} : { grain: answer.grain }) };
}

function find(result: Result, answer: Answer): string | null | undefined {
  const by = Object.values(answer.by ?? {});
  const row = result.rows.find(
    (one) =>
      (answer.bucket === null || one.bucket?.label === answer.bucket) && by.every((value, i) => one.keys[i] === value),
  );
  return row?.cells[0]?.value;
}

async function compare(read: (question: Question) => Promise<Result>): Promise<void> {
  const asked = new Map<string, Result>();
  for (const answer of answers) {
    const question = questionFor(answer);
    const key = JSON.stringify(question);
    const result = asked.get(key) ?? (await read(question));
    asked.set(key, result);
    expect(find(result, answer), `${answer.metric} ${JSON.stringify(answer.by)} ${answer.bucket}`).toBe(
      withoutZeros(answer.value),
    );
  }
}

describe('the trailhead answers', () => {
  test('through SQL', async () => {
    await compare(async (question) => {
      const { value, diagnostics } = await ask(session, question);
      if (value === null) throw new Error(diagnostics.map((one) => one.message).join());
      return value;
    });
  });

  test('from the rows', async () => {
    const rows = await loadRows(session.data);
    if (rows.kind !== 'rows') throw new Error('too many rows');
    await compare(async (question) => {
      const { value, diagnostics } = checkQuestion(graph, question);
      if (value === null) throw new Error(diagnostics.map((one) => one.message).join());
      return evaluateReference(graph, value, rows.rows);
    });
  });
});
