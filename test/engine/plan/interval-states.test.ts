// States of intervals as plans: which windows are read, what is left to the rows, and what `kpi sql` says of them.
import { describe, expect, it } from 'vitest';
import { parseProject, type Graph } from '@sextant/parser';
import { pointOfDay } from '../../../packages/engine/src/calendar/window.js';
import { dayOf } from '../../../packages/engine/src/calendar/civil.js';
import { NO_FACTS } from '../../../packages/engine/src/plan/facts.js';
import type { Plan } from '../../../packages/engine/src/plan/plan.js';
import { planQuestion, type Planning } from '../../../packages/engine/src/plan/plan-question.js';
import { calendarOf } from '../../../packages/engine/src/question/check-question.js';
import type { Question } from '../../../packages/engine/src/question/question.js';
import { scanSql } from '../../../packages/engine/src/sql/scan-sql.js';
import { isSqlRefusal } from '../../../packages/engine/src/sql/sql-world.js';
import { checked } from './shop.js';

const ZONE = 'Europe/Berlin';
const { value: graph, diagnostics } = parseProject([
  { path: 'kpi.project.yaml', text: `project: club\ncalendar: { timezone: ${ZONE} }\n` },
  {
    path: 'club.kpi.yaml',
    text: `
datasets:
  members:
    from: m.csv
    one: member
    key: id
    valid: { from: joined, until: left }
    fields: { id: text, team: text, joined: date, left: { type: date, optional: true }, fee: decimal(2) EUR }
  phases:
    from: p.csv
    one: phase
    key: id
    valid: { from: entered, until: next, each: lead }
    fields: { id: text, lead: text, entered: date }
metrics:
  at_end: closing(count(members))
  at_start: opening(count(members))
  fees: closing(sum(members.fee))
  joined: count(members dated joined)
  before: prior(at_end, 1 month)
  in_phase: closing(count(phases))
`,
  },
]);

function planned(question: Pick<Question, 'metrics'> & Partial<Question>): Planning {
  expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
  const history = new Map([['members', pointOfDay(dayOf(2026, 1, 1), ZONE)]]);
  return planQuestion(
    graph,
    checked(graph, { grain: 'month', from: '2026-01', to: '2026-04', asOf: '2026-03-15', ...question }),
    { ...NO_FACTS, history },
  );
}

function plan(question: Pick<Question, 'metrics'> & Partial<Question>): Plan {
  const planning = planned(question);
  if (planning.kind !== 'plan') throw new Error(JSON.stringify(planning));
  return planning.plan;
}

/** The instants that a scan reads, as days of the zone that begin then. */
function instants(made: Plan, scan = 0): readonly (string | null)[] {
  return (made.scans[scan]?.windows ?? []).map(({ start, end }) => {
    expect(start).toEqual(end);
    return end === null ? null : new Date(Number(end.local / 1000n)).toISOString().slice(0, 10);
  });
}

function sqlOf(made: Plan, world: Graph): readonly string[] {
  return made.scans.flatMap((scan) => {
    const queries = scanSql(scan, {
      graph: world,
      parameters: new Map(),
      calendar: calendarOf(world),
      relation: (name) => `"${name}"`,
    });
    if (isSqlRefusal(queries)) throw new Error(queries.reason);
    return queries.map((query) => query.sql);
  });
}

describe('a state of intervals', () => {
  it('is read at the end of each window, the last one cut by as_of', () => {
    const made = plan({ metrics: ['at_end'] });
    expect(instants(made)).toEqual(['2026-02-01', '2026-03-01', '2026-03-16']);
    expect(made.outputs).toMatchObject([{ windows: [0, 1, 2, 'not_due'], reach: [0, 1, 2, null] }]);
  });

  it('shares a scan with other states of the dataset, at either end, and with no events of it', () => {
    const made = plan({ metrics: ['at_end', 'fees', 'at_start', 'joined'], by: ['members.team'] });
    expect(made.scans.map((scan) => [scan.state !== undefined, scan.leaves.map((leaf) => leaf.fn)])).toEqual([
      [true, ['count_rows', 'sum']],
      [false, ['count_rows']],
    ]);
    // The opening of a month is the closing of the one before.
    expect(instants(made)).toEqual(['2026-02-01', '2026-03-01', '2026-03-16', '2026-01-01']);
    expect(made.outputs[2]).toMatchObject({ windows: [3, 0, 1, 'not_due'] });
  });

  it('is not known where a moved window ends as history begins', () => {
    expect(plan({ metrics: ['before'] }).outputs).toMatchObject([
      { windows: ['incomplete_window', 1, 2, 'not_due'], reach: [0, 1, 2, null] },
    ]);
  });

  it('is left to the rows where a row ends with the next one', () => {
    expect(planned({ metrics: ['in_phase'] })).toEqual({
      kind: 'beyond',
      what: ['`closing` of intervals until the next one, or of each'],
    });
  });

  it('is said in the SQL: one instant by conditions, several by a table of them', () => {
    expect(sqlOf(plan({ metrics: ['at_end'], from: '2026-02', to: '2026-02' }), graph)).toEqual([
      [
        '-- members valid at one instant: 1 aggregate',
        'SELECT',
        '  count(*) AS "leaf 0"',
        'FROM "members" AS "members"',
        `WHERE "members"."joined" < DATE '2026-03-01'`,
        `  AND ("members"."left" IS NULL OR "members"."left" >= DATE '2026-03-01')`,
      ].join('\n'),
    ]);
    const [several = ''] = sqlOf(plan({ metrics: ['fees'], by: ['members.team'] }), graph);
    expect(several).toContain('-- members valid at each of 3 instants, by window and team: 1 aggregate');
    expect(several).toContain(
      `JOIN (VALUES (0, DATE '2026-02-01'), (1, DATE '2026-03-01'), (2, DATE '2026-03-16')) AS "instants"("window", "at")`,
    );
  });
});
