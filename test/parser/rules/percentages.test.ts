// Percentages that are compared with numbers as they are shown.
import { expect, test } from 'vitest';
import { said, words } from '../expect-diagnostics.js';

const base = (formula: string, format = 'percent'): string => `
datasets:
  visits:
    from: visits.csv
    one: visit
    key: visit_id
    time: day
    fields: { visit_id: text, day: date, channel: text, ordered: boolean }
dimensions: { channel: visits.channel }
metrics:
  rate: { formula: count(visits where ordered) / count(visits), format: ${format} }
  m: { formula: "${formula}" }
`;

test('a number above 1 without a percent sign is doubted', () => {
  expect(words(base('count(per day where rate > 5)'))).toMatchInlineSnapshot(`
    "the percentage \`rate\` is compared with the number \`5\`
    ^ more than 100%
    = 5% is 0.05: a percentage is a plain number that is shown times a hundred
    ? write \`5%\`; where more than the whole is meant, as in \`150%\`, the sign says so"
  `);
  expect(said(base('count(per day where rate between 2.5 and 50)'))).toEqual(['KPI3030? @ 2.5', 'KPI3030? @ 50']);
  expect(said(base("case when (rate where channel = 'web') >= 20 then 1 else 0 end"))).toEqual(['KPI3030? @ 20']);
  expect(said(base('case when 3 < prior(rate, 1 month) then 1 else 0 end'))).toEqual(['KPI3030? @ 3']);
});

test('what can be meant is not', () => {
  for (const ok of ['rate > 5%', 'rate > 0.05', 'rate >= 1', 'rate > 1.0', 'rate > 150%'])
    expect(said(base(`count(per day where ${ok})`))).toEqual([]);
  expect(said(base('count(per day where rate > 5)', 'number'))).toEqual([]);
  expect(said(base('case when rate * 100 > 5 then 1 else 0 end'))).toEqual([]);
});
