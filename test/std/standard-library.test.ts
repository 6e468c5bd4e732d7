// The standard library: every library is sound, says all that it should of its metrics, and has a test with numbers for each.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTest, duckDbTestExecutor, openDuckDb, referenceExecutor, runTest } from '@sextant/engine';
import { parseProject, type Graph } from '@sextant/parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const std = join(import.meta.dirname, '../../packages/std');
const libraries = readdirSync(std, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
  .map(({ name }) => name);

function read(library: string): ReturnType<typeof parseProject> {
  return parseProject(
    readdirSync(join(std, library))
      .filter((name) => name.endsWith('.yaml'))
      .map((path) => ({ path, text: readFileSync(join(std, library, path), 'utf8') })),
  );
}

/** The metrics that whoever uses the library gets. */
function ownMetrics(graph: Graph): Graph['metrics'] {
  const inputs = new Set((graph.library?.inputs ?? []).map(({ name }) => name));
  return new Map([...graph.metrics].filter(([name]) => !inputs.has(name)));
}

test('there are ten libraries', () => {
  expect(libraries).toEqual([
    'advertising',
    'leads',
    'operations',
    'pipeline',
    'profit',
    'retention',
    'revenue',
    'satisfaction',
    'subscription',
    'traffic',
  ]);
});

describe.each(libraries)('%s', (library) => {
  const { value: graph, diagnostics } = read(library);
  const own = ownMetrics(graph);

  test('nothing is to be said about it', () => {
    expect(diagnostics.map(({ code, message, span }) => `${code} ${span.file}:${span.start} ${message}`)).toEqual([]);
    expect(graph.library?.version).toMatch(/^\d+\.\d+\.\d+$/);
    for (const { name, description } of graph.library?.inputs ?? []) expect(description, name).not.toBeNull();
  });

  test('every metric says what it is, where better is, who defines it so, and what goes wrong', () => {
    expect(own.size).toBeGreaterThan(9);
    for (const [name, { def }] of own) {
      for (const key of ['title', 'question', 'description', 'direction', 'mistake', 'source'] as const)
        expect(def[key], `${name}: ${key}`).not.toBeNull();
      expect(def.question?.text, name).toMatch(/\?$/);
      expect(def.description?.text.trim(), name).toMatch(/[.!]$/);
      expect(def.mistake?.text.trim(), name).toMatch(/[.!]$/);
    }
  });

  test('every metric has a test that expects a value of it', () => {
    const tested = new Set(
      [...graph.tests.values()].flatMap(({ expect: expectations }) =>
        expectations.flatMap(({ metric, metrics, value }) =>
          metric !== null && value !== null ? [metric.text] : metrics.map(({ text }) => text),
        ),
      ),
    );
    expect([...own.keys()].filter((name) => !tested.has(name))).toEqual([]);
  });

  describe('its tests pass, computed both ways', () => {
    let database: Awaited<ReturnType<typeof openDuckDb>>;
    beforeAll(async () => {
      database = await openDuckDb({});
    });
    afterAll(() => database.close());

    test.each([...graph.tests.keys()])('%s', async (name) => {
      const def = graph.tests.get(name);
      if (def === undefined) throw new Error('no such test');
      const checked = checkTest(graph, def);
      expect(checked.diagnostics).toEqual([]);
      if (checked.value === null) throw new Error('not checked');
      const result = await runTest(graph, checked.value, [referenceExecutor(), duckDbTestExecutor(database)]);
      expect(result.expectations.flatMap(({ differences }) => differences)).toEqual([]);
      expect(result.diagnostics).toEqual([]);
      expect(result.passed).toBe(true);
    });
  });
});
