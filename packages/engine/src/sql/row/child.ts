// stub
import type { ChildTyped } from '@sextant/parser';
import { refuse } from '../sql-world.js';
import type { RowContext } from './row-context.js';
import type { RowSql } from './row-sql.js';
export function childSql(_typed: ChildTyped, _context: RowContext): RowSql {
  return refuse('children');
}
