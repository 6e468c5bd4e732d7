// The house's import directions: packages one way, folders in the order in which they work, no circles, no platform in the core.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, normalize, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** A package imports only packages named before it. */
const PACKAGES = ['parser', 'engine', 'handbook', 'language-service', 'playground', 'language-server', 'cli'];

/** What a package offers besides its index. */
const ENTRIES = ['@sextant/engine/browser', '@sextant/engine/words'];

/**
 * The folders of a package in order: each imports only folders named before it, and itself. Files at the top of a package
 * are its stage lists and may import all.
 */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  parser: [
    'source',
    'diagnostic',
    'yaml',
    'shape',
    'expression',
    'names',
    'functions',
    'types',
    'naming',
    'graph',
    'libraries',
    'rules',
    'words',
    'format',
  ],
  // What is asked before how it is computed; the meaning (`reference`) before the database (`execute`), which knows its
  // rows; the SQL last, since it reads the tables that the database gives.
  engine: [
    'calendar',
    'value',
    'levels',
    'question',
    'result',
    'plan',
    'rows',
    'reference',
    'execute',
    'memory',
    'draft',
    'sql',
    'nested',
    'status',
    'testing',
    'explain',
    'report',
    'diff',
  ],
  handbook: ['model', 'links', 'lineage', 'entries', 'parts', 'pages'],
  'language-service': [
    'text',
    'places',
    'cursor',
    'formulas',
    'workspace',
    'symbols',
    'describe',
    'rename',
    'complete',
    'features',
  ],
  // What is known comes first, then who finds it, then what is seen of it; `frame` is the page around all.
  playground: ['rpc', 'state', 'duckdb', 'language', 'engine', 'flow', 'editor', 'parts', 'project', 'panes', 'frame'],
};

/** Imports against the order that are right, each with its reason. */
const AGAINST_THE_ORDER: readonly { readonly from: RegExp; readonly to: RegExp }[] = [
  // The type rules of functions speak of types and units; inference, which asks them, comes later.
  { from: /^parser\/functions\//, to: /^parser\/types\/(typed|unit|value-type)\.ts$/ },
  // The state holds problems as the language worker lists them, and the worker's table speaks of what the state shows.
  { from: /^playground\/state\/app-state\.ts$/, to: /^playground\/language\/methods\.ts$/ },
];

/** A row expression is made of row expressions: these files call each other as the tree does. */
const RECURSIVE = /^engine\/sql\/row\//;

/** Files that may use the platform: they reach the disk or the native database. */
const WITH_PLATFORM = [
  /^engine\/execute\/(duckdb|data-fingerprint)\.ts$/,
  /^engine\/execute\/sources\/(expand-glob|locate-files|text-chunks)\.ts$/,
  /^cli\//,
];

interface Import {
  readonly from: string;
  /** A file below `packages`, as `parser/types/unit.ts`, or what stands in the import. */
  readonly to: string;
  readonly typeOnly: boolean;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Imports name what a file becomes. */
function fileAt(path: string): string {
  const source = path.replace(/\.jsx?$/, '.ts');
  const [name = '', ...rest] = source.split('/');
  return existsSync(join(root, 'packages', name, 'src', ...rest)) ? source : source.replace(/\.ts$/, '.tsx');
}

const isFile = (path: string): boolean => /\.tsx?$/.test(path);

const present = PACKAGES.filter((name) => readdirSync(join(root, 'packages')).includes(name));

const imports: readonly Import[] = present.flatMap((name) => {
  const src = join(root, 'packages', name, 'src');
  return filesBelow(src).flatMap((path) => {
    const from = `${name}/${relative(src, path)}`;
    const text = readFileSync(path, 'utf8');
    const found = text.matchAll(
      /^(?:import|export)\s+(?:(type)\s)?([^;'"]*?)from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gms,
    );
    return [...found].map(([, type, names = '', fromText, bare, dynamic]): Import => {
      const target = fromText ?? bare ?? dynamic ?? '';
      const members =
        /\{([^}]*)\}/
          .exec(names)?.[1]
          ?.split(',')
          .map((one) => one.trim())
          .filter(Boolean) ?? [];
      const typeOnly = type === 'type' || (members.length > 0 && members.every((one) => one.startsWith('type ')));
      const to = target.startsWith('.') ? fileAt(normalize(join(from, '..', target))) : target;
      return { from, to, typeOnly };
    });
  });
});

const shown = ({ from, to }: Import): string => `${from} imports ${to}`;
const packageOf = (path: string): string => path.split('/')[0] ?? '';
const folderOf = (path: string): string | null => (path.split('/').length > 2 ? (path.split('/')[1] ?? null) : null);

test('the import lines are read', () => {
  expect(imports.length).toBeGreaterThan(500);
  expect(imports).toContainEqual({ from: 'parser/read-file.ts', to: 'parser/yaml/read-yaml.ts', typeOnly: false });
  expect(imports).toContainEqual({ from: 'parser/rules/rule.ts', to: 'parser/graph/graph.ts', typeOnly: true });
});

test('packages import packages before them, by name', () => {
  const wrong = imports.filter(({ from, to }) => {
    if (to.startsWith('@sextant/')) {
      const [, name = '', ...deeper] = to.split('/');
      return (
        (deeper.length > 0 && !ENTRIES.includes(to)) ||
        PACKAGES.indexOf(name) >= PACKAGES.indexOf(packageOf(from)) ||
        !PACKAGES.includes(name)
      );
    }
    return to.includes('.ts') && packageOf(to) !== packageOf(from);
  });
  expect(wrong.map(shown)).toEqual([]);
});

test('folders import folders before them', () => {
  const wrong = imports.filter((one) => {
    const order = FOLDERS[packageOf(one.from)];
    const [from, to] = [folderOf(one.from), folderOf(one.to)];
    if (order === undefined || from === null || !isFile(one.to)) return false;
    // A folder that is not in the list, or a file at the top, is nothing to build on.
    if (to !== null && order.includes(from) && order.indexOf(to) !== -1 && order.indexOf(to) <= order.indexOf(from))
      return false;
    return !AGAINST_THE_ORDER.some((rule) => rule.from.test(one.from) && rule.to.test(one.to));
  });
  expect(wrong.map(shown)).toEqual([]);
});

test('no package imports an index from inside', () => {
  expect(imports.filter(({ to }) => /(^|\/)index\.ts$/.test(to)).map(shown)).toEqual([]);
});

test('what runs in a browser uses no platform', () => {
  // Types of the platform vanish; a top-level stage list may not import it either.
  const wrong = imports.filter(
    ({ from, to }) => to.startsWith('node:') && !WITH_PLATFORM.some((place) => place.test(from)),
  );
  expect(wrong.map(shown)).toEqual([]);
});

test('no files import each other in a circle', () => {
  // Types may: they vanish, and a node and the tree that it is part of name each other.
  const needs = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    if (!typeOnly && isFile(to)) needs.set(from, [...(needs.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (done.has(file)) return;
    const start = path.indexOf(file);
    if (start !== -1) {
      const circle = [...path.slice(start), file];
      if (!circle.every((one) => RECURSIVE.test(one))) circles.push(circle.join(' > '));
      return;
    }
    for (const next of needs.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of needs.keys()) visit(file, []);
  expect(circles).toEqual([]);
});
