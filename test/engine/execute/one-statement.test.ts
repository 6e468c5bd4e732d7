// What counts as one statement, for engines that would run all statements of a text.
import { expect, test } from 'vitest';
import { oneStatement } from '../../../packages/engine/src/execute/one-statement.js';

test.each([
  ['SELECT 1', 'SELECT'],
  ['  with x AS (SELECT 1) SELECT * FROM x;  -- done\n', 'WITH'],
  ["-- a; 'comment\nSELECT ';' || 'it''s' AS \"a;\"\"b\"", 'SELECT'],
  ['(SELECT 1)', '('],
  ["SELECT DATE '2026-01-01' - 1.5e3", 'SELECT'],
  ['SELECT $1', null],
  ['SELECT $$;$$', null],
  ["SELECT e'\\'; DROP TABLE t; --'", null],
  ['SELECT 1 /* ; */', null],
  ['SELECT 1; SELECT 2', null],
  ['SELECT 1;;', null],
  ["SELECT 'open", null],
  ['SELECT "open', null],
  ['', null],
  ['-- nothing', null],
])('%j begins with %s', (sql, first) => {
  expect(oneStatement(sql)).toBe(first);
});
