// The examples of the pages KPI7xxx: files of data stand beside the definitions, each block beginning with its name.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataCodes } from '../../../packages/parser/src/diagnostic/codes/7-data.js';
import { graphOf, openEngine, prepareIn, temporaryFolder, writeFiles } from './project.js';

const folder = new URL('../../../docs/errors/', import.meta.url);
/** What the data itself can be wrong about; further codes of the group come from answers. */
const ofData = (name: string): boolean => /^KPI70[012]/.test(name);
const pages = readdirSync(folder).filter(ofData).sort();

test('every code has its page', () => {
  expect(pages.map((name) => name.replace('.md', ''))).toEqual(Object.keys(dataCodes).filter(ofData).sort());
});

async function outcome(section: string): Promise<readonly { code: string; severity: string }[]> {
  const root = await temporaryFolder();
  const texts: Record<string, string> = { 'kpi.project.yaml': 'project: example\n' };
  const writer = await openEngine();
  for (const [, language, body] of section.matchAll(/^```(\w+)\n(.*?)^```$/gms)) {
    const name = /^(?:#|--) file: (.*)\n/.exec(body ?? '')?.[1] ?? 'example.kpi.yaml';
    const text = (body ?? '').replace(/^(?:#|--) file: .*\n/, '');
    // A Parquet file is shown as the query that makes it.
    if (language === 'sql') await writer.run(`COPY (${text}) TO '${root}/${name}' (FORMAT parquet)`);
    else texts[name] = text;
  }
  await writeFiles(root, texts);
  return (await prepareIn(root, graphOf(texts))).diagnostics;
}

test.each(pages)('%s', async (name) => {
  const code = name.replace('.md', '');
  const page = readFileSync(new URL(name, folder), 'utf8');
  expect(page.startsWith(`# ${code}: ${Object.entries(dataCodes).find(([key]) => key === code)?.[1].title}\n`)).toBe(
    true,
  );
  const [, fails = '', passes = ''] = /\n## Fails\n(.*)\n## Passes\n(.*)$/s.exec(page) ?? [];
  expect((await outcome(fails)).map((one) => one.code)).toEqual([code]);
  expect(await outcome(passes)).toEqual([]);
});
