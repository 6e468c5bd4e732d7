// The World Cup example has no problem, and its totals are those that everybody can look up.
import { join } from 'node:path';
import { parseProject } from '@sextant/parser';
import { expect, test } from 'vitest';
import { checkContract } from './contract.js';
import { definitionFiles, examples, problemsOf, readTable } from './example-files.js';

const folder = join(examples, 'world-cup/data');
const tournaments = readTable(folder, 'tournaments.csv').map((row) => ({
  year: row['tournament'] ?? '',
  teams: Number(row['teams']),
  matches: Number(row['matches']),
  goals: Number(row['goals']),
  winner: row['winner'] ?? '',
}));

test('the definitions have no problem and fit the data', () => {
  expect(problemsOf('world-cup')).toEqual([]);
  const report = checkContract(parseProject(definitionFiles('world-cup')).value, folder);
  expect(report).toEqual({ errors: [], dangling: [] });
});

test('22 World Cups with 964 matches and 2 720 goals', () => {
  expect(tournaments).toHaveLength(22);
  expect(tournaments.reduce((sum, t) => sum + t.matches, 0)).toBe(964);
  expect(tournaments.reduce((sum, t) => sum + t.goals, 0)).toBe(2720);
  // Up to 2018 the published totals are 900 matches and 2 548 goals.
  const before = tournaments.filter((t) => t.year <= '2018');
  expect([before.reduce((sum, t) => sum + t.matches, 0), before.reduce((sum, t) => sum + t.goals, 0)]).toEqual([
    900, 2548,
  ]);
});

test('the titles of the eight champions', () => {
  const titles = new Map<string, number>();
  for (const { winner } of tournaments) titles.set(winner, (titles.get(winner) ?? 0) + 1);
  expect(Object.fromEntries(titles)).toEqual({
    Brazil: 5,
    Germany: 4,
    Italy: 4,
    Argentina: 3,
    France: 2,
    Uruguay: 2,
    England: 1,
    Spain: 1,
  });
});

test('most goals in 2022, most per match in 1954, fewest in 1990', () => {
  const byGoals = tournaments.toSorted((a, b) => b.goals - a.goals);
  const byRate = tournaments.toSorted((a, b) => b.goals * a.matches - a.goals * b.matches);
  expect([byGoals[0]?.year, byGoals[0]?.goals]).toEqual(['2022', 172]);
  expect([byRate[0]?.year, byRate.at(-1)?.year]).toEqual(['1954', '1990']);
});

test('2002 had two hosts', () => {
  const hosts = readTable(folder, 'hosts.csv');
  expect(hosts.filter((row) => row['tournament'] === '2002').map((row) => row['country'])).toEqual([
    'Japan',
    'South Korea',
  ]);
  expect(hosts).toHaveLength(23);
});
