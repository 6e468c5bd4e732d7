// The committed reference of files is what the shapes say today.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectFilesPage } from '../../../docs/project-files-page.js';

test('docs/project-files.md is up to date', () => {
  const committed = readFileSync(new URL('../../../docs/project-files.md', import.meta.url), 'utf8');
  expect(committed, 'run `npx tsx --conditions=source docs/generate-project-files.ts`').toBe(projectFilesPage());
});
