// The reference evaluator and DuckDB agree on every answer: to the last digit, the reason and the row.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseProject, type Graph } from '@sextant/parser';
import {
  askChecked,
  checkQuestion,
  evaluateReference,
  openDuckDb,
  prepareRows,
  sessionOver,
  type CheckedQuestion,
  type DuckDbExecutor,
  type Result,
} from '@sextant/engine';
import { checkData } from '../../packages/engine/src/execute/check-data.js';
import { loadRows } from '../../packages/engine/src/execute/load-rows.js';
import { arbitraryProject, type GeneratedProject } from './arbitrary-project.js';

let executor: DuckDbExecutor;
beforeAll(async () => {
  executor = await openDuckDb({ threads: 1 });
});
afterAll(async () => {
  await executor.close();
});

/** The generated metrics that the checker accepts, by themselves and in the question. */
function accepted(project: GeneratedProject): { readonly graph: Graph; readonly question: CheckedQuestion } | null {
  const files = [
    {
      path: 'kpi.project.yaml',
      text: `project: generated\ncalendar: { timezone: ${project.timezone}, fiscal_year_starts: february }\nexchange_rates: { dataset: fx, from: ccy, to: quote, at: day, rate: rate }\n`,
    },
    { path: 'generated.kpi.yaml', text: project.definitions },
  ];
  const { value: graph, diagnostics } = parseProject(files);
  const errors = diagnostics.filter((one) => one.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((one) => `${one.code} ${one.message}`).join('\n'));
  const { by, grain, from, to, where, asOf } = project.question;
  const parts = {
    by,
    asOf,
    ...(grain === undefined ? {} : { grain }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(where === undefined ? {} : { where }),
  };
  const metrics = project.metrics.filter(
    (metric) => checkQuestion(graph, { ...parts, metrics: [metric] }).value !== null,
  );
  const question = metrics.length === 0 ? null : checkQuestion(graph, { ...parts, metrics }).value;
  return question === null ? null : { graph, question };
}

function shown(result: Result): readonly unknown[] {
  return result.rows.map((row) => [
    row.bucket?.label ?? null,
    ...row.keys,
    ...row.cells.map(
      (cell) => `${cell.value ?? cell.reason}${cell.approximate ? ' ~' : ''}${cell.complete ? '' : ' incomplete'}`,
    ),
  ]);
}

async function agree(project: GeneratedProject): Promise<boolean> {
  const found = accepted(project);
  if (found === null) return false;
  const prepared = await prepareRows(executor, found.graph, project.rows);
  expect(prepared.diagnostics).toEqual([]);
  // As where files are opened: what the checks say of the data is known to plans.
  const checked = await checkData(prepared.value);
  const asked = await askChecked(await sessionOver(found.graph, executor, prepared.value, checked), found.question);
  const rows = await loadRows(prepared.value);
  if (rows.kind !== 'rows' || asked.value === null) throw new Error(asked.diagnostics.map((one) => one.message).join());
  expect(shown(asked.value)).toEqual(shown(evaluateReference(found.graph, found.question, rows.rows)));
  return true;
}

const runs = Number.parseInt(process.env['DIFFERENTIAL_RUNS'] ?? '60', 10);
const seed = Number.parseInt(process.env['DIFFERENTIAL_SEED'] ?? '20261121', 10);

describe('reference and DuckDB agree', () => {
  for (const [name, operators] of [
    ['plain contexts', false],
    ['every operator', true],
  ] as const) {
    it(`on ${name}`, async () => {
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(arbitraryProject(operators), async (project) => {
          if (await agree(project)) compared++;
        }),
        { numRuns: runs, seed },
      );
      // Most generated questions are legal; were they not, the test would say nothing.
      expect(compared).toBeGreaterThan(runs / 3);
    }, 600_000);
  }
});
