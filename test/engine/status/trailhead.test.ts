// The example company's scorecard on several days: the database and the reference say the same, to the last byte.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseProject, type Graph } from '@sextant/parser';
import {
  datasetsForScorecard,
  openSession,
  referenceAsker,
  scorecard,
  sessionAsker,
  type Asker,
  type Session,
} from '@sextant/engine';
import { loadRows } from '../../../packages/engine/src/execute/load-rows.js';

const root = join(import.meta.dirname, '../../../examples/trailhead');

let graph: Graph;
let session: Session;
let reference: Asker;
beforeAll(async () => {
  ({ value: graph } = parseProject(filesWithout(null)));
  session = await open();
  const rows = await loadRows(session.data);
  if (rows.kind !== 'rows') throw new Error('too many rows');
  reference = referenceAsker(graph, rows.rows);
});
afterAll(() => session.executor.close());

function filesWithout(left: string | null): readonly { readonly path: string; readonly text: string }[] {
  const files = readdirSync(root).filter((name) => name.endsWith('.yaml') && name !== left);
  return files.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

async function open(datasets?: readonly string[]): Promise<Session> {
  const { value, diagnostics } = await openSession(graph, { root, ...(datasets === undefined ? {} : { datasets }) });
  if (value === null) throw new Error(diagnostics.map((one) => one.message).join('\n'));
  return value;
}

describe('the scorecard of the example', () => {
  for (const asOf of ['2024-02-29', '2025-06-30', '2026-01-31', '2026-05-15', '2027-03-01']) {
    it(`at the end of ${asOf}`, async () => {
      const asked = await scorecard(graph, sessionAsker(session), { asOf });
      expect(asked).toEqual(await scorecard(graph, reference, { asOf }));
      expect(asked.value?.kpis).toHaveLength(graph.kpis.size);
    });
  }

  it('of asked KPIs and an explicit period', async () => {
    for (const options of [
      { asOf: '2026-05-15', kpis: ['revenue_fy27', 'cac_fy27'], period: 'FY2027-Q1' },
      { asOf: '2026-05-15', kpis: ['revenue_fy27'], period: 'FY2027-Q4', history: 6 },
      { asOf: '2026-05-15', period: '2026-04', parameters: {} },
    ]) {
      const asked = await scorecard(graph, sessionAsker(session), options);
      expect(asked).toEqual(await scorecard(graph, reference, options));
      expect(asked.value?.kpis.length).toBeGreaterThan(0);
    }
  });

  it('asks little: one question per level, one per KPI with groups, one for freshness', async () => {
    const asker = sessionAsker(session);
    let questions = 0;
    const counting: Asker = {
      ...asker,
      values: (question) => {
        questions++;
        return asker.values(question);
      },
    };
    const { value } = await scorecard(graph, counting, { asOf: '2026-05-15' });
    const levels = new Set(value?.kpis.map((kpi) => kpi.every));
    const grouped = [...graph.kpis.values()].filter((kpi) => kpi.slices.length > 0);
    // The baseline of `club_fy27` is a state of the year before, which the database does not compute by itself.
    const apart = 1;
    expect(questions).toBeLessThanOrEqual(levels.size + apart + grouped.length + 1);
  });

  it('needs no other datasets than those that it names', async () => {
    for (const kpi of ['revenue_fy27', 'cac_fy27', 'reply_fy27']) {
      const datasets = datasetsForScorecard(graph, [kpi]);
      const few = await open(datasets);
      try {
        const options = { asOf: '2026-05-15', kpis: [kpi] };
        expect(await scorecard(graph, sessionAsker(few), options)).toEqual(
          await scorecard(graph, sessionAsker(session), options),
        );
      } finally {
        await few.executor.close();
      }
    }
    // One KPI that is computed from rows opens every table: without the members of the club the others open what they read.
    const planned = parseProject(filesWithout('state-kpis.kpi.yaml')).value;
    expect(datasetsForScorecard(planned, ['reply_fy27'])).not.toContain('addresses');
  });

  it('is plain data, and the same twice', async () => {
    const options = { asOf: '2026-05-15' };
    const [first, second] = [
      JSON.stringify(await scorecard(graph, sessionAsker(session), options)),
      JSON.stringify(await scorecard(graph, sessionAsker(session), options)),
    ];
    expect(second).toBe(first);
    expect(first).not.toMatch(/NaN|Infinity/);
  });
});
