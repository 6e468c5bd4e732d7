// Links of all pages lead somewhere: relative ones to files and headings that exist, named ones to an address; and the index has all pages.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './page.js';

const SKIPPED = new Set(['node_modules', 'dist', '.git', '.bench', 'handbook', 'peers']);

function pagesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : pagesBelow(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const here = readdirSync(root).filter((name) => name.endsWith('.md'));
const folders = ['docs', 'examples', 'packages', 'bench'].filter((name) => existsSync(join(root, name)));
const pages = [...here, ...folders.flatMap(pagesBelow)];

/** Without fenced blocks and code, in which brackets mean something else. */
function prose(path: string): string {
  const text = readFileSync(path, 'utf8');
  return text.replaceAll(/^(`{3,}).*\n[^]*?^\1$/gm, '').replaceAll(/`[^`\n]*`/g, '`');
}

/** As GitHub makes them of headings. */
function anchorsOf(path: string): ReadonlySet<string> {
  const text = readFileSync(path, 'utf8').replaceAll(/^(`{3,}).*\n[^]*?^\1$/gm, '');
  const found = new Set<string>();
  for (const [, heading = ''] of text.matchAll(/^#{1,6} (.+)$/gm)) {
    const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = plain.replaceAll(/[^\p{L}\p{N}_ -]/gu, '').replaceAll(' ', '-');
    for (let n = 0; ; n++) {
      const name = n === 0 ? anchor : `${anchor}-${n}`;
      if (found.has(name)) continue;
      found.add(name);
      break;
    }
  }
  return found;
}

function problemsOf(page: string): readonly string[] {
  const path = join(root, page);
  const text = prose(path);
  const named = new Set([...text.matchAll(/^\[([^\]]+)\]: \S+$/gm)].map(([, name]) => name));
  const unnamed = [...text.matchAll(/\]\[([^\]]+)\]/g)].flatMap(([, name = '']) =>
    named.has(name) ? [] : [`${page}: [${name}] is no address`],
  );
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const broken = targets.flatMap((target) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [file = '', anchor] = target.split('#');
    const to = file === '' ? path : resolve(dirname(path), file);
    if (!existsSync(to)) return [`${page}: ${target} does not exist`];
    if (anchor === undefined || statSync(to).isDirectory() || !to.endsWith('.md')) return [];
    return anchorsOf(to).has(anchor) ? [] : [`${page}: ${target} is no heading there`];
  });
  return [...unnamed, ...broken];
}

test('links lead somewhere', () => {
  expect(pages.length).toBeGreaterThan(200);
  expect(pages.flatMap(problemsOf)).toEqual([]);
});

test('nothing is linked outside of the repository', () => {
  const outside = pages.flatMap((page) =>
    [...prose(join(root, page)).matchAll(/\]\(([^)\s#]+)/g)].flatMap(([, target = '']) =>
      !/^[a-z]+:/.test(target) && relative(root, resolve(root, dirname(page), target)).startsWith('..')
        ? [`${page}: ${target}`]
        : [],
    ),
  );
  expect(outside).toEqual([]);
});

test('the index of the documents has all pages', () => {
  const index = prose(join(root, 'docs/README.md'));
  const listed = new Set([...index.matchAll(/\]\(([^)\s#]+)/g)].map(([, target = '']) => target));
  const own = pagesBelow('docs').map((page) => relative('docs', page));
  // The pages of the language have an index of their own, the codes a folder.
  const expected = own.filter((page) => !/^(errors|language)\//.test(page) && page !== 'README.md');
  expect(expected.filter((page) => !listed.has(page))).toEqual([]);
});

test('the index of the language has all its pages', () => {
  const index = prose(join(root, 'docs/language/README.md'));
  const own = readdirSync(join(root, 'docs/language')).filter((page) => page.endsWith('.md') && page !== 'README.md');
  expect(own.filter((page) => !index.includes(`(${page})`))).toEqual([]);
});
