// What names mean is found twice: by the checker, and by the editor's walk, which also reads what is broken. The two agree.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseProject, spanInScalar, walkTyped, type Graph, type ScalarNode, type Typed } from '@sextant/parser';
import { namesOf, openWorkspace } from '@sextant/language-service';
import { SHOP } from '../shop.js';

function example(name: string): Readonly<Record<string, string>> {
  const root = join(import.meta.dirname, '../../../examples', name);
  const paths = readdirSync(root).filter((path) => path.endsWith('.kpi.yaml') || path === 'kpi.project.yaml');
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

test.each([
  ['the shop', SHOP],
  ['trailhead', example('trailhead')],
  ['us-census', example('us-census')],
])('in %s', (_, texts) => {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const graph = parseProject(files).value;
  const workspace = openWorkspace(files);
  const found = new Set(
    files.flatMap(({ path }) => namesOf(workspace, path).map(({ id, start, end }) => `${path} ${end} ${id} ${start}`)),
  );
  const ends = new Set([...found].map((one) => one.replace(/ \d+$/, '')));
  const missing: string[] = [];
  let seen = 0;
  for (const { node, typed } of formulas(graph)) {
    walkTyped(typed, (one) => {
      const id = idOf(one);
      if (id === null || one.range.end <= one.range.start) return;
      // The field with the currency of each row is not written.
      if (typedName(id) !== null && !node.text.slice(one.range.start, one.range.end).endsWith(typedName(id) ?? ''))
        return;
      const { file, end } = spanInScalar(node, one.range.start, one.range.end);
      seen++;
      if (!ends.has(`${file} ${end} ${id}`)) missing.push(`${id} in ${node.text}`);
    });
  }
  expect(missing).toEqual([]);
  expect(seen).toBeGreaterThan(10);
});

/** Of a field that may be written plainly: its name. */
function typedName(id: string): string | null {
  return id.startsWith('field:') ? (id.split('.').at(-1) ?? null) : null;
}

function idOf(typed: Typed): string | null {
  switch (typed.kind) {
    case 'metric':
      return `metric:${typed.metric}`;
    case 'parameter':
      return `parameter:${typed.parameter}`;
    case 'field':
      return `field:${typed.dataset}.${typed.field}`;
    case 'member': {
      const { member } = typed;
      if (member.kind === 'dimension') return `dimension:${member.dimension}`;
      return `field:${member.path.at(-1)?.to ?? member.dataset}.${member.field}`;
    }
    default:
      return null;
  }
}

function formulas(graph: Graph): readonly { readonly node: ScalarNode; readonly typed: Typed }[] {
  return [
    ...[...graph.metrics.values()].map(({ def, formula }) => ({ node: def.formula, typed: formula })),
    ...[...graph.datasets.values()].flatMap(({ fields }) =>
      [...fields.values()].flatMap(({ def, formula }) =>
        def.formula === null || formula === null ? [] : [{ node: def.formula, typed: formula }],
      ),
    ),
    ...[...graph.kpis.values()].flatMap(({ def, formula }) =>
      def.where === null || formula?.kind !== 'filtered' ? [] : [{ node: def.where, typed: formula.condition }],
    ),
    ...[...graph.kpis.values()].flatMap(({ def, aim }) =>
      def.target?.kind === 'formula' && aim?.kind === 'target' && aim.target.kind === 'formula'
        ? [{ node: def.target.formula, typed: aim.target.formula }]
        : [],
    ),
  ];
}
