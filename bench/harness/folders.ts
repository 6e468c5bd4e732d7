// Where the benchmarks find the repository and put what they make.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const repositoryFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Data, results and projects made on demand; git-ignored. */
export const benchFolder = resolve(repositoryFolder, '.bench');

/** The folder of the benchmark's own sources. */
export const sourceFolder = resolve(repositoryFolder, 'bench');
