// Constants as SQL: the only texts of a formula that reach a statement, each as a literal of its type.
import type { ConstValue } from '@sextant/parser';
import { parseDate, parseDatetime, parseTimestamp } from '../../calendar/time-text.js';
import { fromDecimalText } from '../../value/rational.js';
import { dateLiteral, quoteText, timestampLiteral } from '../dialect-duckdb.js';
import { refuse } from '../sql-world.js';
import { literal } from './fixed.js';
import { exact, plain, type RowSql } from './row-sql.js';

export function constantSql(value: ConstValue): RowSql {
  switch (value.kind) {
    case 'number': {
      const number = fromDecimalText(value.text) ?? refuse('a number in another form');
      return exact(literal(number.n, number.d.toString().length - 1));
    }
    case 'text':
      return plain('text', quoteText(value.value));
    case 'boolean':
      return plain('boolean', String(value.value));
    case 'date':
      return plain('date', dateLiteral(parseDate(value.text) ?? refuse('a date in another form')));
    case 'datetime':
      return plain('datetime', timestampLiteral(parseDatetime(value.text) ?? refuse('a time in another form')));
    case 'timestamp':
      return plain('timestamp', timestampLiteral(parseTimestamp(value.text) ?? refuse('a time in another form')));
  }
}
