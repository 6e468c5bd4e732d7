// The type rules of the functions of text.
import { expect, test } from 'vitest';
import { applyRule } from './apply-rule.js';

const WHOLE = 'a whole number without a unit';

test.each([
  ['lower', ['text'], 'text'],
  ['upper', ['null'], 'text'],
  ['trim', ['text'], 'text'],
  ['length', ['text'], 'integer'],
  ['substring', ['text', '=1'], 'text'],
  ['substring', ['text', '=1', 'integer'], 'text'],
  ['concat', ['text'], 'text'],
  ['concat', ['text', 'text', 'text'], 'text'],
  ['starts_with', ['text', 'text'], 'boolean'],
  ['contains', ['text', 'text'], 'boolean'],
])('%s of %j gives %s', (name, args, outcome) => {
  expect(applyRule(name, args)).toBe(outcome);
});

test.each([
  ['lower', ['integer'], 'argument 0 wrong_type: text'],
  ['upper', ['date'], 'argument 0 wrong_type: text'],
  ['trim', ['boolean'], 'argument 0 wrong_type: text'],
  ['length', ['decimal(2)'], 'argument 0 wrong_type: text'],
  ['substring', ['integer', '=1'], 'argument 0 wrong_type: text'],
  ['substring', ['text', 'text'], `argument 1 wrong_type: ${WHOLE}`],
  ['substring', ['text', '=1.5'], `argument 1 wrong_type: ${WHOLE}`],
  ['substring', ['text', '=1', 'integer order'], `argument 2 wrong_unit: ${WHOLE}`],
  ['concat', ['text', 'integer'], 'argument 1 wrong_type: text'],
  ['starts_with', ['text', '=1'], 'argument 1 wrong_type: text'],
  ['contains', ['integer', 'text'], 'argument 0 wrong_type: text'],
])('%s of %j is refused: %s', (name, args, outcome) => {
  expect(applyRule(name, args)).toBe(outcome);
});
