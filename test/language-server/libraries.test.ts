// Libraries in an editor: their files are in the projects that use them, and are looked after in their own folders.
import { expect, test } from 'vitest';
import { startEditor, uri } from './start-editor.js';

const HEAD = `library: ads
version: 1.2.0
inputs:
  spend: What was paid for advertising, without tax.
  leads: Contacts who asked to be called.
`;
const ADS = `datasets:
  sample: { from: sample.csv, key: day, time: day, fields: { day: date, cost: decimal(2) EUR, leads: integer lead } }
metrics:
  spend: sum(sample.cost)
  leads: sum(sample.leads)
  cost_per_lead: spend / leads
`;
const OWN = `datasets:
  ads: { from: ads.csv, key: day, time: day, fields: { day: date, cost: decimal(2) EUR } }
  calls: { from: calls.csv, key: call_id, time: called_on, fields: { call_id: text, called_on: date } }
metrics:
  ad_cost: sum(ads.cost)
  calls_asked_for: count(calls)
  twice: 2 * marketing.cost_per_lead
`;
const USE = `use:
  marketing:
    from: ../libs/ads
    with: { spend: ad_cost, leads: calls_asked_for }
`;
const FILES = {
  '/work/libs/ads/kpi.library.yaml': HEAD,
  '/work/libs/ads/ads.kpi.yaml': ADS,
  '/work/shop/kpi.project.yaml': 'project: shop\n',
  '/work/shop/own.kpi.yaml': OWN,
  '/work/shop/use.kpi.yaml': USE,
};
const [OWN_FILE, USE_FILE, ADS_FILE] = [
  '/work/shop/own.kpi.yaml',
  '/work/shop/use.kpi.yaml',
  '/work/libs/ads/ads.kpi.yaml',
];

test('a library is found, and its metrics are those of the project', async () => {
  const { client, said, open, edit } = await startEditor(FILES);
  open(OWN_FILE, OWN.replace('cost_per_lead', 'cost_per_led'));
  await client.until(() => said(OWN_FILE).length > 0);
  expect([...client.said.keys()]).toEqual([uri(OWN_FILE)]);
  edit(OWN_FILE, [{ text: OWN }]);
  await client.until(() => said(OWN_FILE).length === 0);
  const position = { line: 6, character: OWN.split('\n')[6]?.indexOf('cost_per_lead') ?? 0 };
  const found = await client.request('textDocument/definition', { textDocument: { uri: uri(OWN_FILE) }, position });
  expect(JSON.stringify(found.result)).toMatch(/(libs\/ads\/ads|shop\/use)\.kpi\.yaml/);
});

test('an edit of a library is seen where it is used, and what is wrong in it is said of it alone', async () => {
  const { client, said, open, close } = await startEditor(FILES);
  open(ADS_FILE, ADS.replace('cost_per_lead', 'cost_of_lead'));
  await client.until(() => said(OWN_FILE).some((message) => message.includes('cost_per_lead')));
  expect(said(ADS_FILE)).toEqual([]);
  open(ADS_FILE, ADS.replace('spend / leads', 'spend / lead'));
  await client.until(() => said(ADS_FILE).includes('there is no metric `lead`'));
  close(ADS_FILE);
  await client.until(() => [OWN_FILE, USE_FILE, ADS_FILE].every((path) => said(path).length === 0));
});

test('a library that is used from now on is read then', async () => {
  const { client, said, open, edit } = await startEditor({
    ...FILES,
    '/work/shop/use.kpi.yaml': 'parameters: { x: 1 }\n',
  });
  await client.until(() => said(OWN_FILE).length > 0);
  open(USE_FILE, 'parameters: { x: 1 }\n');
  const end = { line: 1, character: 0 };
  edit(USE_FILE, [{ range: { start: end, end }, text: USE.replace('ads', 'adds') }]);
  await client.until(() => said(USE_FILE).length > 0);
  edit(USE_FILE, [{ range: { start: { line: 3, character: 18 }, end: { line: 3, character: 22 } }, text: 'ads' }]);
  await client.until(() => said(USE_FILE).length === 0 && said(OWN_FILE).length === 0);
});

test('a library that comes, grows and goes on the disk', async () => {
  const { client, host, said, changed } = await startEditor({
    '/work/shop/kpi.project.yaml': 'project: shop\n',
    '/work/shop/own.kpi.yaml': OWN,
    '/work/shop/use.kpi.yaml': USE,
  });
  await client.until(() => said(USE_FILE).length > 0);
  host.files.set('/work/libs/ads/kpi.library.yaml', HEAD);
  changed('/work/libs/ads/kpi.library.yaml', 1);
  host.files.set(ADS_FILE, ADS);
  changed(ADS_FILE, 1);
  await client.until(() => said(USE_FILE).length === 0 && said(OWN_FILE).length === 0);
  host.files.delete(ADS_FILE);
  host.files.delete('/work/libs/ads/kpi.library.yaml');
  changed('/work/libs', 3);
  await client.until(() => said(USE_FILE).length > 0);
});

test('a library outside all folders is read, and nothing is said of its files', async () => {
  const { client, said, open } = await startEditor(FILES, { folders: ['/work/shop'] });
  open(OWN_FILE, OWN.replace('cost_per_lead', 'cost_per_led'));
  await client.until(() => said(OWN_FILE).length > 0);
  expect(said(OWN_FILE).join()).toContain('cost_per_led');
  expect([...client.said.keys()]).toEqual([uri(OWN_FILE)]);
});
