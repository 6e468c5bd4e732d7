// stub
import type { ConvertTyped } from '@sextant/parser';
import { refuse } from '../sql-world.js';
import type { RowContext } from './row-context.js';
import type { RowSql } from './row-sql.js';
export function convertSql(_typed: ConvertTyped, _context: RowContext): RowSql {
  return refuse('convert');
}
