// The examples of the language reference compile, and the answers beside them are what both ways of computing give.
// A block `yaml` must have no diagnostic; `yaml gives KPInnnn` that one; `yaml fragment` is not compiled. Blocks `shared`
// belong to every later example of their page. A `question` is asked of the definitions before it; `answer` holds its rows.
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { readdirSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseProject, type Graph } from '@sextant/parser';
import type { Question, Result } from '@sextant/engine';
import { filesOf, readPage, root, type Block, type File } from './page.js';

const paths = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/glossary.md',
  'docs/sums-people-get-wrong.md',
  'docs/architecture.md',
  'docs/formatting.md',
  'docs/editors.md',
  'docs/ci.md',
  'docs/diff.md',
  'docs/explain.md',
  'docs/handbook.md',
  'docs/report.md',
  'docs/standard-library.md',
  ...guides(),
  ...readdirSync(join(root, 'docs/language'))
    .sort()
    .map((name) => `docs/language/${name}`),
].filter((path) => existsSync(join(root, path)));

function guides(): readonly string[] {
  const folder = join(root, 'docs/guides');
  return existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((name) => `docs/guides/${name}`)
    : [];
}

interface Definitions {
  readonly path: string;
  readonly block: Block;
  readonly files: readonly File[];
}

interface Asked {
  readonly path: string;
  readonly question: Block;
  readonly answer: Block;
  readonly files: readonly File[];
  readonly rows: readonly File[];
}

const compiled: Definitions[] = [];
const asked: Asked[] = [];
for (const path of paths) {
  const shared: string[] = [];
  const sharedRows: string[] = [];
  for (const { blocks } of readPage(path).sections) {
    let files = project(shared);
    let rows: readonly string[] = sharedRows;
    let question: Block | null = null;
    for (const block of blocks) {
      const [kind, word] = block.info.split(' ');
      if (kind === 'yaml' && word !== 'fragment') {
        if (word === 'shared') shared.push(block.text);
        files = project(word === 'shared' ? shared : [...shared, block.text]);
        compiled.push({ path, block, files });
      } else if (kind === 'csv') {
        if (word === 'shared') sharedRows.push(block.text);
        rows = word === 'shared' ? [...sharedRows] : [...rows, block.text];
      } else if (kind === 'question') question = block;
      else if (kind === 'answer' && question !== null)
        asked.push({ path, question, answer: block, files, rows: rows.flatMap(filesOf).filter(isRows) });
    }
  }
}

/** Several blocks as one project; each without file names of its own is a file of its own. */
function project(texts: readonly string[]): readonly File[] {
  const all = texts.flatMap((text, i) =>
    filesOf(text).map((file) => ({ ...file, path: file.path === 'x.kpi.yaml' ? `x${i}.kpi.yaml` : file.path })),
  );
  const own = all.filter(({ path, text }) => path !== 'kpi.project.yaml' || text !== 'project: example\n');
  return own.some(({ path }) => path === 'kpi.project.yaml' || path === 'kpi.library.yaml')
    ? own
    : [...own, ...filesOf('').filter(isProject)];
}

function isProject(file: File): boolean {
  return file.path === 'kpi.project.yaml';
}

function isRows(file: File): boolean {
  return file.path.endsWith('.csv');
}

test.each(compiled.map((one) => [`${one.path}:${one.block.line}`, one] as const))(
  '%s compiles',
  (_, { block, files }) => {
    const { diagnostics } = parseProject(files);
    const found = diagnostics.map(({ code, message, span }) => `${code} ${span.file}: ${message}`);
    const code = /^yaml gives (KPI\d{4})$/.exec(block.info)?.[1];
    if (code === undefined) expect(found).toEqual([]);
    else expect(diagnostics.map((one) => one.code)).toContain(code);
  },
);

const tested = compiled.filter(({ block }) => /^tests:/m.test(block.text));

test.each(tested.map((one) => [`${one.path}:${one.block.line}`, one] as const))(
  '%s: its tests pass',
  async (_, { files }) => {
    const { checkTest, duckDbTestExecutor, openDuckDb, referenceExecutor, runTest } = await import('@sextant/engine');
    const database = await openDuckDb({ threads: 1 });
    const { value: graph } = parseProject(files);
    try {
      for (const def of graph.tests.values()) {
        const { value, diagnostics } = checkTest(graph, def);
        expect(diagnostics).toEqual([]);
        if (value === null) continue;
        const executors = [referenceExecutor(), duckDbTestExecutor(database)];
        const { passed, expectations } = await runTest(graph, value, executors);
        expect(expectations.flatMap((one) => one.differences)).toEqual([]);
        expect(passed).toBe(true);
      }
    } finally {
      await database.close();
    }
  },
);

test.each(asked.map((one) => [`${one.path}:${one.question.line}`, one] as const))('%s is answered', async (_, one) => {
  const { ask, checkQuestion, evaluateReference, openSession } = await import('@sextant/engine');
  const { loadRows } = await import('../../packages/engine/src/execute/load-rows.js');
  const { value: graph, diagnostics } = parseProject(one.files);
  expect(diagnostics).toEqual([]);
  const question = questionFrom(one.question.text);
  const checked = checkQuestion(graph, question);
  expect(checked.diagnostics).toEqual([]);
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'sextant-docs-')));
  try {
    await write(folder, one.rows);
    const { value: session, diagnostics: said } = await openSession(graph, {
      root: folder,
      datasets: named(graph, one),
    });
    expect(said.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (session === null || checked.value === null) return;
    const expected = one.answer.text.trimEnd().split('\n');
    try {
      const answered = await ask(session, question);
      expect(answered.value === null ? answered.diagnostics : shown(answered.value)).toEqual(expected);
      const loaded = await loadRows(session.data);
      if (loaded.kind === 'rows') {
        const reference = evaluateReference(graph, checked.value, loaded.rows);
        expect(shown(reference)).toEqual(expected);
      }
      expect(loaded.kind).toBe('rows');
    } finally {
      await session.executor.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** Only the datasets whose rows the example gives. */
function named(graph: Graph, { rows }: Asked): readonly string[] {
  const given = new Set(rows.map(({ path }) => path));
  return [...graph.datasets.values()].flatMap(({ name, def: { from } }) =>
    from?.kind === 'files' && given.has(from.path.text) ? [name] : [],
  );
}

async function write(folder: string, files: readonly File[]): Promise<void> {
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

function questionFrom(text: string): Question {
  const { as_of: asOf, ...rest }: Record<string, unknown> & { as_of?: string } = parse(text, { schema: 'failsafe' });
  const limit = typeof rest['limit'] === 'string' ? { limit: Number(rest['limit']) } : {};
  return { metrics: [], ...rest, ...limit, asOf: asOf ?? '2026-06-30' };
}

/** Lines of cells: values as they leave the engine, or why there is none. */
function shown(result: Result): readonly string[] {
  const head = result.columns.map((column) => column.name).join(' | ');
  const rows = result.rows.map((row) =>
    [
      ...(row.bucket === null ? [] : [row.bucket.label]),
      ...row.keys.map((key) => key ?? 'no value'),
      ...row.cells.map((cell) => cell.value ?? `no value: ${cell.reason}`),
    ].join(' | '),
  );
  return [head, ...rows];
}

test('pages of the repository link to files that exist', async () => {
  const missing: string[] = [];
  for (const path of paths) {
    const text = await readFile(join(root, path), 'utf8');
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g))
      if (!existsSync(join(root, dirname(path), target))) missing.push(`${path}: ${target}`);
  }
  expect(missing).toEqual([]);
});
