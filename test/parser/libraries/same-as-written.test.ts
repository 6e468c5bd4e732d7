// A library over inputs that are called like its stand-ins makes the formulas that it has itself, but for the names of what it
// makes: for every library of the standard library, and for those of these tests.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseProject, type SourceFile } from '@sextant/parser';
import { LIBRARY } from './ads.js';

const standard = join(import.meta.dirname, '../../../packages/std');

function standardLibraries(): readonly (readonly [string, readonly SourceFile[]])[] {
  if (!existsSync(standard)) return [];
  return readdirSync(standard, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(standard, entry.name, 'kpi.library.yaml')))
    .map(({ name }) => [
      name,
      readdirSync(join(standard, name))
        .filter((file) => file.endsWith('.yaml'))
        .map((file) => ({ path: file, text: readFileSync(join(standard, name, file), 'utf8') })),
    ]);
}

const ads = Object.entries(LIBRARY).map(([path, text]) => ({ path: path.replace('libs/ads/', ''), text }));
const libraries: readonly (readonly [string, readonly SourceFile[]])[] = [['ads', ads], ...standardLibraries()];

/** Without places, and without the name of the use. */
function meaning(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (key === 'range') return undefined;
    const isName = (key === 'metric' || key === 'parameter') && typeof part === 'string';
    return isName ? part.replace(/^made\./, '') : part;
  });
}

describe.each(libraries)('%s', (_, files) => {
  const alone = parseProject(files).value;
  const inputs = alone.library?.inputs ?? [];
  const own = files.filter(({ path }) => path.endsWith('.kpi.yaml'));
  const use = [
    'use:',
    '  made:',
    '    from: libs/it',
    '    with:',
    ...inputs.map(({ name }) => `      "${name}": "${name}"`),
  ];
  const { value: graph, diagnostics } = parseProject([
    { path: 'kpi.project.yaml', text: 'project: p\n' },
    ...own,
    { path: 'use.kpi.yaml', text: `${use.join('\n')}\n` },
    ...files.map(({ path, text }) => ({ path: `libs/it/${path}`, text })),
  ]);

  it('fits itself', () => {
    expect(inputs.length).toBeGreaterThan(0);
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  });

  it('makes what it defines', () => {
    const made = [...graph.metrics.values()].filter(({ def }) => def.origin !== null);
    const given = new Set(inputs.map(({ name }) => name));
    expect(made.map(({ name }) => name)).toEqual(
      [...alone.metrics.keys()].filter((name) => !given.has(name)).map((name) => `made.${name}`),
    );
    for (const metric of made) {
      const defined = alone.metrics.get(metric.name.slice('made.'.length));
      expect(meaning([metric.formula, metric.type, metric.datasets])).toBe(
        meaning([defined?.formula, defined?.type, defined?.datasets]),
      );
    }
  });
});
