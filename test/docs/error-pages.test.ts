// Every diagnostic code has a page, and the examples on the pages do what the pages say.
// The pages of data codes (KPI7xxx) run beside the reader of data: test/engine/execute/pages.test.ts.
import { mkdtemp, realpath, rm, writeFile, mkdir } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { overdueReviews, parseProject, type Diagnostic, type Graph } from '@sextant/parser';
import { codes } from '../../packages/parser/src/diagnostic/codes.js';
import { checkQuestion } from '../../packages/engine/src/question/check-question.js';
import { checkTest } from '../../packages/engine/src/testing/check-test.js';
import type { Question } from '../../packages/engine/src/question/question.js';
import { filesOf, readPage, root, type File, type Page, type Section } from './page.js';

/** Codes whose page may say why there is no example; `KPI9xxx` are the command's own. */
const CANNOT_BE_SHOWN = ['KPI4027', 'KPI1001', 'KPI9001', 'KPI9002', 'KPI9003', 'KPI9004', 'KPI9005'];

const names = readdirSync(join(root, 'docs/errors'))
  .filter((name) => name.startsWith('KPI'))
  .sort();
const pages = new Map(names.map((name) => [name.replace('.md', ''), readPage(`docs/errors/${name}`)]));

test('every code has a page, and every page a code', () => {
  expect([...pages.keys()]).toEqual(Object.keys(codes).sort());
});

test.each([...pages])('%s says what it is', (code, page) => {
  const title = new Map<string, { readonly title: string }>(Object.entries(codes)).get(code)?.title;
  expect(page.title).toBe(`${code}: ${title}`);
  expect(page.sections[0]?.text.trim()).not.toBe('');
  const titles = page.sections.slice(1).map((section) => section.title);
  expect(titles).toEqual(
    CANNOT_BE_SHOWN.includes(code) && titles.includes('Cannot be shown') ? ['Cannot be shown'] : ['Fails', 'Passes'],
  );
});

const shown = [...pages].filter(([code, page]) => !code.startsWith('KPI7') && sectionOf(page, 'Fails') !== undefined);

test.each(shown)('%s: the first example gives it, the second does not', async (code, page) => {
  expect(await codesOf(sectionOf(page, 'Fails'))).toContain(code);
  const passing = await outcome(sectionOf(page, 'Passes'));
  expect(passing.filter((one) => one.severity === 'error' || one.code === code).map(said)).toEqual([]);
});

function sectionOf(page: Page, title: string): Section | undefined {
  return page.sections.find((section) => section.title === title);
}

function said({ code, message, span }: Diagnostic): string {
  return `${code} ${span.file}:${span.start} ${message}`;
}

async function codesOf(section: Section | undefined): Promise<readonly string[]> {
  return (await outcome(section)).map(({ code }) => code);
}

/** What is said about the definitions; where they are right, about the question; where there are rows, about the answer. */
async function outcome(section: Section | undefined): Promise<readonly Diagnostic[]> {
  const blocks = section?.blocks ?? [];
  const text = (info: string): string | undefined => blocks.find((block) => block.info === info)?.text;
  const definitions = filesOf(text('yaml') ?? '');
  const { value: graph, diagnostics: found } = parseProject(definitions);
  const diagnostics = [...found, ...overdueReviews(graph, '2026-06-30')];
  const asked = text('question');
  const tested = [...graph.tests.values()].flatMap((def) => checkTest(graph, def, new Map()).diagnostics);
  if (asked === undefined || diagnostics.some(({ severity }) => severity === 'error'))
    return [...diagnostics, ...tested];
  const question = questionFrom(asked);
  const rows = text('csv');
  const answered =
    rows === undefined ? checkQuestion(graph, question).diagnostics : await answer(graph, question, filesOf(rows));
  return [...diagnostics, ...answered];
}

function questionFrom(text: string): Question {
  const { as_of: asOf, ...rest }: Record<string, unknown> & { as_of?: string } = parse(text, { schema: 'failsafe' });
  const limit = typeof rest['limit'] === 'string' ? { limit: Number(rest['limit']) } : {};
  return { metrics: [], ...rest, ...limit, asOf: asOf ?? '2026-06-30' };
}

async function answer(graph: Graph, question: Question, rows: readonly File[]): Promise<readonly Diagnostic[]> {
  const { evaluate } = await import('@sextant/engine');
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'sextant-page-')));
  try {
    for (const { path, text } of rows) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return (await evaluate(graph, question, { root: folder })).diagnostics;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
