// What a set of goals and owners lacks.
import { expect, test } from 'vitest';
import { saidOf, saidWith, whole } from '../sets.js';

test('the set lacks nothing', () => {
  expect(whole).toContain('goals:');
  expect(saidOf([])).toEqual([]);
});

test('a goal without KPIs, its own or of a goal below it', () => {
  expect(saidWith('goals', 'idle: { title: Idle, parent: company, owner: head }')).toEqual(['KPI6040 @ idle']);
  expect(
    saidWith('goals', 'top: { title: Top, owner: head }\nidle: { title: Idle, parent: top, owner: head }'),
  ).toEqual(['KPI6040 @ top', 'KPI6040 @ idle']);
  // What has a goal below with a KPI is served.
  expect(saidOf([['company: { title', 'top: { title: Top, owner: head }\n  company: { parent: top, title']])).toEqual(
    [],
  );
});

test('nothing is said of a set in which something is wrong', () => {
  expect(saidWith('goals', 'idle: { title: Idle, parent: compny }')).toEqual(['KPI2001 @ compny']);
  expect(saidOf([['goal: care', 'goal: carre']])).toEqual(['KPI2001 @ carre']);
});

test('an owner who answers for nothing, and the team of one who does', () => {
  expect(saidWith('owners', 'x: { kind: person }')).toEqual(['KPI6041 @ x']);
  expect(saidWith('owners', 'x: { kind: team }\ny: { kind: person, team: x }')).toEqual(['KPI6041 @ x', 'KPI6041 @ y']);
  // A part in an incentive, a metric or a KPI of another one is something.
  const dana = 'dana: { kind: person, team: support }';
  const withDana = (find: string, put: string): readonly string[] =>
    saidOf([
      ['owners:\n', `owners:\n  ${dana}\n`],
      [find, put],
    ]);
  expect(withDana('description: All orders.', 'description: All orders., owner: dana')).toEqual([]);
  expect(withDana('goal: care', 'contributors: dana, goal: care')).toEqual([]);
  expect(
    withDana(
      'kpis:\n',
      'incentives:\n  i: { participants: dana, components: [{ goal: company }], amount: 5 EUR }\nkpis:\n',
    ),
  ).toEqual([]);
});

test('a department without KPIs is one that answers for something else', () => {
  const legal = (put: string): readonly string[] =>
    saidOf([
      ['owners:\n', 'owners:\n  legal: { kind: team }\n  lawyer: { kind: role, team: legal }\n'],
      ['description: All orders.', `description: All orders.${put}`],
    ]);
  expect(legal('')).toEqual(['KPI6041 @ legal', 'KPI6041 @ lawyer']);
  expect(legal(', owner: lawyer')).toEqual(['KPI6047 @ legal']);
});

test('a company goal that one of several departments serves', () => {
  const alone = [['goal: care, owner: support', 'goal: care, owner: sales']] as const;
  expect(saidOf([...alone, ['description: All orders.', 'description: All orders., owner: support']])).toEqual([
    'KPI6047 @ support',
    'KPI6046 @ company',
  ]);
  expect(saidOf([['goal: care, owner: support', 'goal: care, owner: head, contributors: support']])).toEqual([]);
  // One department cannot be one of several.
  expect(
    saidOf([
      ...alone,
      ['  support: { kind: team }\n', ''],
      ['parent: company, owner: support', 'parent: company, owner: head'],
    ]),
  ).toEqual([]);
  // A smaller team belongs to the department above it.
  expect(
    saidOf([
      ['support: { kind: team }', 'support: { kind: team, team: sales }\n  legal: { kind: team }'],
      ['description: All orders.', 'description: All orders., owner: legal'],
    ]),
  ).toEqual(['KPI6047 @ legal', 'KPI6046 @ company']);
});

test('teams form trees, and people belong to teams', () => {
  expect(
    saidOf([
      ['sales: { kind: team }', 'sales: { kind: team, team: support }'],
      ['support: { kind: team }', 'support: { kind: team, team: sales }'],
    ]),
  ).toEqual(['KPI6063 @ sales']);
  expect(saidOf([['support: { kind: team }', 'support: { kind: team, team: head }']])).toEqual(['KPI6064 @ head']);
});

test('too many KPIs for one goal', () => {
  const kpis = (count: number): string =>
    Array.from(
      { length: count },
      (_, i) =>
        `k${i}: { metric: return_rate, where: "channel = '${i}'", goal: company, owner: sales, every: month, at_most: 5%, worst: 20% }`,
    ).join('\n');
  expect(saidWith('kpis', kpis(6))).toEqual([]);
  expect(saidWith('kpis', kpis(7))).toEqual(['KPI6055 @ company']);
});

test('a contributor is another than the owner', () => {
  expect(saidOf([['goal: care,', 'contributors: [head, support], goal: care,']])).toEqual(['KPI6061 @ support']);
});
