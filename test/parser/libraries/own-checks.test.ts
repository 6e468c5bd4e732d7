// A library by itself: complete like a project, with what only a library must obey.
import { expect, test } from 'vitest';
import { said, words } from '../expect-diagnostics.js';
import { graphOf, LIBRARY } from './ads.js';

const alone = (
  change: (head: string, body: string) => readonly [string, string] = (...texts) => texts,
): Record<string, string> => {
  const [head, body] = change(LIBRARY['libs/ads/kpi.library.yaml'], LIBRARY['libs/ads/ads.kpi.yaml']);
  return { 'kpi.library.yaml': head, 'ads.kpi.yaml': body };
};

test('a library that is right', () => {
  expect(said(alone())).toEqual([]);
  const { library, project } = graphOf(alone());
  expect(project.name).toBe('Advertising');
  expect(library?.inputs).toEqual([
    {
      name: 'spend',
      kind: 'metric',
      description: 'What was paid for advertising, without tax.',
      needs: 'money',
      fields: [],
    },
    {
      name: 'leads',
      kind: 'metric',
      description: 'Contacts who asked to be called.',
      needs: 'a number of counted things',
      fields: [],
    },
    {
      name: 'orders',
      kind: 'dataset',
      description: 'Orders, one row each.',
      needs: 'rows with `amount`, `status`, `buyer`',
      fields: [
        { name: 'amount', needs: 'money' },
        { name: 'status', needs: 'a text' },
        { name: 'buyer', needs: 'a text' },
      ],
    },
    {
      name: 'customers',
      kind: 'dataset',
      description: 'Who orders.',
      needs: 'rows with `country`',
      fields: [{ name: 'country', needs: 'a text' }],
    },
    { name: 'channel', kind: 'dimension', description: 'Where they come from.', needs: 'a text', fields: [] },
  ]);
});

test('no head, no library', () => {
  expect(graphOf({ 'kpi.project.yaml': 'project: x\n' }).library).toBeNull();
});

test('a name and a version', () => {
  expect(said(alone((head, body) => [head.replace('version: 1.2.0\n', ''), body]))).toEqual(['KPI1102 @ library']);
  expect(said(alone((head, body) => [head.replace('1.2.0', 'one'), body]))).toEqual(['KPI1108 @ one']);
});

test('inputs that are nothing, two things, or a parameter', () => {
  const more = (input: string): readonly string[] =>
    said(alone((head, body) => [`${head}  ${input}: What it is.\n`, body]));
  expect(more('clicks')).toEqual(['KPI2011 @ clicks']);
  expect(more('home')).toEqual(['KPI2011 @ home']);
  expect(said(alone((head, body) => [head, body.replace('  leads: sum', '  orders: 1\n  leads: sum')]))).toEqual([
    'KPI2011 @ orders',
  ]);
});

test('rows, fields and dimensions of the library alone', () => {
  const without = (input: string): readonly string[] =>
    said(alone((head, body) => [head.replace(new RegExp(`  ${input}: .*\n`), ''), body]));
  expect(without('spend')).toEqual(['KPI2012 @ sample']);
  expect(without('orders')).toEqual(['KPI2012 @ orders', 'KPI2012 @ orders', 'KPI2012 @ orders']);
  expect(without('customers')).toEqual(['KPI2012 @ country']);
  expect(without('channel')).toEqual(['KPI2012 @ channel']);
  expect(words(alone((head, body) => [head.replace(/ {2}channel: .*\n/, ''), body]))).toBe(
    `\`paid_spend\` reaches the dimension \`channel\`, which is no input
^ a dimension of the library alone
= a library brings no rows of its own: a metric that is made of it reaches those of who uses it, through inputs
? make \`channel\` an input, or \`paid_spend\` itself`,
  );
});

test('what belongs to a project', () => {
  const more = (text: string): readonly string[] => said(alone((head, body) => [head, `${body}${text}`]));
  expect(more('owners:\n  team: { kind: team }\n')).toEqual(['KPI2013 @ team']);
  expect(more('use:\n  other: { from: std/other }\n')).toEqual(['KPI2013 @ other']);
});

test('a library and a project in one folder', () => {
  expect(said({ ...alone(), 'kpi.project.yaml': 'project: x\n' })).toEqual(['KPI1113 @ ']);
});
