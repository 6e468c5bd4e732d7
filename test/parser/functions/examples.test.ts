// The examples of the specs are formulas of the language.
import { expect, test } from 'vitest';
import { parseFormula } from '../../../packages/parser/src/expression/parse-formula.js';
import { allFunctions } from '../../../packages/parser/src/functions/registry.js';

test.each(allFunctions.map(({ name, example }) => [name, example]))('%s: %s', (_, example) => {
  expect(parseFormula(example).problems).toEqual([]);
});
