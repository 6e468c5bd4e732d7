// The files of a project as they were in a commit, chosen as those of a folder are.
import { posix } from 'node:path';
import { isStandard, librariesUsed, type SourceFile } from '@sextant/parser';
import type { UsageProblem } from '../command-line/read-arguments.js';
import { readStandard } from '../project/read-libraries.js';
import { DEFINITIONS, LIBRARY_FILE, PROJECT_FILE } from '../project/walk-project.js';
import { runGit } from './run-git.js';

export type GitFiles = { readonly kind: 'files'; readonly files: readonly SourceFile[] } | UsageProblem;

/** `root` is the project's folder in the working tree; paths are relative to it. Without a project there it has no files. */
export function gitFiles(root: string, ref: string): GitFiles {
  const prefix = runGit(root, ['rev-parse', '--show-prefix']);
  if (prefix.kind === 'no_git')
    return problem('`git:` needs git, and `git` cannot be run', 'compare with a folder: `--against DIR`');
  if (prefix.kind === 'failed')
    return problem(
      'the project is in no git repository',
      'compare with a folder: `--against DIR`, or begin one with `git init`',
    );
  // A ref that begins with a dash would be an option.
  const commit = runGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (commit.kind !== 'done')
    return problem(
      `git knows no commit \`${ref}\``,
      'fetch it first: `git fetch origin BRANCH`; on GitHub give actions/checkout `fetch-depth: 0`',
    );
  const folder = text(prefix.out).replace(/\r?\n$/, '');
  const at: Commit = { root, hash: text(commit.out).trim(), ref };
  const own = filesIn(at, folder, '');
  if (own.kind === 'problem') return own;
  // A library of this command is what it is now: the commit does not have it.
  const used = librariesUsed(own.files);
  const standard = readStandard(used.filter(isStandard));
  const files: SourceFile[] = [...own.files, ...standard.files];
  for (const name of used.filter((one) => !isStandard(one))) {
    const read = filesIn(at, `${posix.normalize(`${folder}${name}`)}/`, `${name}/`);
    if (read.kind === 'problem') return read;
    files.push(...read.files);
  }
  return { kind: 'files', files };
}

interface Commit {
  readonly root: string;
  readonly hash: string;
  /** As it was named. */
  readonly ref: string;
}

/** The definitions of a project or a library in a folder of the repository, under paths that begin with `prefix`. */
function filesIn({ root, hash, ref }: Commit, folder: string, prefix: string): GitFiles {
  if (folder.startsWith('../')) return { kind: 'files', files: [] };
  const listed = runGit(root, ['ls-tree', '-r', '-z', '--full-tree', hash, '--', folder === '' ? '.' : folder]);
  if (listed.kind !== 'done')
    return problem(`git cannot list the files of \`${ref}\``, listed.kind === 'failed' ? listed.said : undefined);
  const entries = definitionsOf(entriesOf(text(listed.out), folder));
  const blobs = runGit(root, ['cat-file', '--batch'], entries.map(({ blob }) => `${blob}\n`).join(''));
  if (blobs.kind !== 'done')
    return problem(`git cannot read the files of \`${ref}\``, blobs.kind === 'failed' ? blobs.said : undefined);
  const texts = blobTexts(blobs.out);
  return { kind: 'files', files: entries.map(({ path }, i) => ({ path: `${prefix}${path}`, text: texts[i] ?? '' })) };
}

interface Entry {
  /** Relative to the project's folder. */
  readonly path: string;
  readonly blob: string;
}

/** Lines `100644 blob HASH<tab>PATH`. Links and submodules are no files. */
function entriesOf(listing: string, folder: string): readonly Entry[] {
  return listing.split('\0').flatMap((line) => {
    const match = /^100(?:644|755) blob ([0-9a-f]+)\t([^]*)$/.exec(line);
    const [blob, path] = [match?.[1], match?.[2]];
    return blob === undefined || path === undefined || !path.startsWith(folder)
      ? []
      : [{ blob, path: path.slice(folder.length) }];
  });
}

/** What `walkProject` would find: nothing of projects inside, of hidden folders, of packages. */
function definitionsOf(entries: readonly Entry[]): readonly Entry[] {
  const heads = [PROJECT_FILE, LIBRARY_FILE];
  if (!entries.some(({ path }) => heads.includes(path))) return [];
  const nested = entries.flatMap(({ path }) => {
    const head = heads.find((name) => path.endsWith(`/${name}`));
    return head === undefined ? [] : [path.slice(0, -head.length)];
  });
  return entries
    .filter(({ path }) => heads.includes(path) || path.endsWith(DEFINITIONS))
    .filter(({ path }) => !nested.some((inner) => path.startsWith(inner)))
    .filter(({ path }) => !/(?:^|\/)(?:\.[^/]*|node_modules)\//.test(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** `HASH blob SIZE`, a line break, so many bytes, a line break, and so on. */
function blobTexts(out: Buffer): readonly string[] {
  const texts: string[] = [];
  for (let at = 0; at < out.length;) {
    const end = out.indexOf(0x0a, at);
    const size = Number(/ (\d+)$/.exec(out.toString('latin1', at, end))?.[1] ?? Number.NaN);
    if (end < 0 || Number.isNaN(size)) break;
    texts.push(out.toString('utf8', end + 1, end + 1 + size));
    at = end + size + 2;
  }
  return texts;
}

function text(out: Buffer): string {
  return out.toString('utf8');
}

function problem(message: string, help?: string): UsageProblem {
  return { kind: 'problem', message, ...(help === undefined || help === '' ? {} : { help }) };
}
