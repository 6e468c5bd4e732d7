// The committed reference of functions is what the specs say today.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { functionsPage } from '../../../docs/functions-page.js';
import { allFunctions } from '../../../packages/parser/src/functions/registry.js';

test('docs/functions.md is up to date', () => {
  const committed = readFileSync(new URL('../../../docs/functions.md', import.meta.url), 'utf8');
  expect(committed, 'run `npx tsx --conditions=source docs/generate-functions.ts`').toBe(functionsPage());
});

test('the page has every function once', () => {
  const titles = [...functionsPage().matchAll(/^### (.*)$/gm)].map((match) => match[1]);
  expect(titles).toEqual(allFunctions.map((spec) => spec.name));
});
