// A mess comes out tidy: exactly the formatted file that it was made of.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFile, parseProject, type SourceFile } from '@sextant/parser';
import { readYaml } from '../../../packages/parser/src/yaml/read-yaml.js';
import { arbitraryProject } from '../../differential/arbitrary-project.js';
import { filesOf, readPage, root } from '../../docs/page.js';
import { plainTree } from '../yaml/plain-tree.js';
import { chanceFrom, messUp, messUpFormula } from './mess.js';
import { said } from './said.js';

function filesIn(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((path) => ({ path, text: readFileSync(join(root, folder, path), 'utf8') }));
}

const projects = [
  'examples/trailhead',
  'examples/us-census',
  'test/parser/functions/fixture',
  'test/real-data/chinook',
  'test/real-data/foodmart',
  'test/real-data/malloy-storefront',
  'test/real-data/adventureworks',
].map((folder) => [folder, filesIn(folder)] as const);

function formatted(file: SourceFile): string {
  const { value, diagnostics } = formatFile(file);
  expect(diagnostics).toEqual([]);
  return value;
}

test.each(projects)('the definitions of %s say the same when they are formatted', (_, files) => {
  expect(files.length).toBeGreaterThan(1);
  const after = files.map((file) => ({ ...file, text: formatted(file) }));
  expect(said(parseProject(after))).toEqual(said(parseProject(files)));
  for (const file of after) expect(formatted(file)).toBe(file.text);
});

test.each(projects)('%s comes out of a mess as it was', (_, files) => {
  for (const file of files) {
    const tidy = { ...file, text: formatted(file) };
    for (let seed = 1; seed <= 4; seed++) {
      const mess = messUp(tidy, chanceFrom(seed), { breaks: false });
      const { value, diagnostics } = formatFile({ ...file, text: mess });
      expect(diagnostics, mess).toEqual([]);
      expect(value.replaceAll('\r\n', '\n')).toBe(tidy.text);
      expect(value.includes('\r')).toBe(mess.includes('\r'));
    }
  }
});

test.each(projects)('lines and comments inside the brackets of %s stay', (_, files) => {
  for (const file of files) {
    const tidy = { ...file, text: formatted(file) };
    for (let seed = 1; seed <= 4; seed++) {
      const mess = { ...file, text: messUp(tidy, chanceFrom(seed), { breaks: true }) };
      const value = formatted(mess);
      expect(formatted({ ...file, text: value })).toBe(value);
      const tree = plainTree(readYaml({ ...file, text: value }).value);
      expect(tree).toEqual(plainTree(readYaml(tidy).value));
      expect(value.split('#').length).toBe(mess.text.split('#').length);
    }
  }
});

const pages = [
  'README.md',
  'docs/sums-people-get-wrong.md',
  ...['docs/language', 'docs/errors'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  ),
];
const examples = pages.flatMap((path) =>
  readPage(path).sections.flatMap(({ blocks }) =>
    blocks
      .filter(({ info }) => /^yaml(?! fragment)/.test(info))
      .map(({ line, text }) => ({ place: `${path}:${line}`, files: filesOf(text) })),
  ),
);

test('every example of the documentation says the same when it is formatted, or is left alone', () => {
  let changed = 0;
  for (const { place, files } of examples) {
    const after = files.map((file) => {
      const { value, diagnostics } = formatFile(file);
      if (diagnostics.length > 0) {
        expect(value, place).toBe(file.text);
        expect(diagnostics.map(({ code }) => code)).toEqual(readYaml(file).diagnostics.map(({ code }) => code));
      } else expect(formatFile({ ...file, text: value }).value, place).toBe(value);
      return { ...file, text: value };
    });
    if (after.every(({ text }, i) => text === files[i]?.text)) continue;
    changed++;
    expect(said(parseProject(after)), place).toEqual(said(parseProject(files)));
  }
  expect(examples.length).toBeGreaterThan(300);
  expect(changed).toBeGreaterThan(100);
});

const project = {
  path: 'kpi.project.yaml',
  text: 'project: generated\nexchange_rates: { dataset: fx, from: ccy, to: quote, at: day, rate: rate }\n',
};

test('generated projects say the same when they are formatted', () => {
  let sound = 0;
  fc.assert(
    fc.property(arbitraryProject(true), fc.nat(), ({ definitions, metrics }, seed) => {
      const chance = chanceFrom(seed);
      const section = metrics.map((metric, i) => {
        const mess = messUpFormula(metric, chance);
        const texts = [`|\n      ${mess}`, `"${mess}"`, `{ formula: '${mess.replaceAll("'", "''")}' }`];
        return `  m${i}: ${texts[chance(3)]}\n`;
      });
      const file = { path: 'x.kpi.yaml', text: `${definitions}metrics:\n${section.join('')}` };
      const after = { ...file, text: formatted(file) };
      const [left, right] = [parseProject([project, file]), parseProject([project, after])];
      if (left.diagnostics.every(({ severity }) => severity !== 'error')) sound++;
      expect(said(right), after.text).toEqual(said(left));
      expect(formatted(after)).toBe(after.text);
      const mess = messUp(after, chance, { breaks: false });
      expect(formatted({ ...file, text: mess }).replaceAll('\r\n', '\n')).toBe(after.text);
    }),
    { numRuns: 30, seed: 3 },
  );
  expect(sound).toBeGreaterThan(2);
});
