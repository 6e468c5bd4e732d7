// A typed expression over the rows of a dataset as SQL, exactly or not at all.
import type { FieldTyped, Typed } from '@sextant/parser';
import { powerOfTen } from '../../value/rational.js';
import { finite } from '../dialect-duckdb.js';
import { refuse } from '../sql-world.js';
import { caseSql } from './choice.js';
import { childSql } from './child.js';
import { constantSql } from './constant.js';
import { convertSql } from './convert.js';
import { decimalColumn, integer, integerColumn } from './fixed.js';
import { envOf, type RowContext } from './row-context.js';
import { columnOf } from './row-paths.js';
import { exact, float, NULL_SQL, plain, type RowSql } from './row-sql.js';
import { scalarSql } from './scalar-sql.js';

export function compileRow(typed: Typed, context: RowContext): RowSql {
  const compile = (part: Typed): RowSql => compileRow(part, context);
  switch (typed.kind) {
    case 'const':
      return constantSql(typed.value);
    case 'null':
      return NULL_SQL;
    case 'parameter': {
      const value = context.world.parameters.get(typed.parameter);
      return value === undefined ? NULL_SQL : constantSql(value);
    }
    case 'field':
      return fieldSql(typed, context);
    case 'call':
      return scalarSql[typed.fn](typed.args.map(compile), typed, envOf(context));
    case 'case': {
      const branches = typed.branches.map(({ when, then }) => ({ when: compile(when), then: compile(then) }));
      return caseSql(branches, typed.otherwise === null ? null : compile(typed.otherwise), envOf(context));
    }
    case 'child':
      return childSql(typed, context);
    case 'convert':
      return convertSql(typed, context);
    case 'member':
    case 'aggregate':
    case 'metric':
    case 'filtered':
    case 'across':
    case 'per':
    case 'window':
    case 'state':
    case 'conversion':
    case 'retention':
    case 'top_share':
    case 'target':
    case 'window_length':
    case 'unknown':
      return refuse(`a row value of kind ${typed.kind}`);
  }
}

/** A condition; what is not true, unknown included, is not satisfied. */
export function compileCondition(typed: Typed, context: RowContext): string {
  const value = compileRow(typed, context);
  if (value.kind === 'null') return 'false';
  // A condition that cannot be decided must not be passed over as if it were false.
  if (value.faults.length > 0) return refuse('a condition on a converted amount');
  return value.kind === 'boolean' ? value.sql : refuse('a condition is expected');
}

/** A stored field's column, or a formula field's formula written out for the row that the path leads to. */
export function fieldSql(typed: FieldTyped, context: RowContext): RowSql {
  const { world, paths } = context;
  const path = [...context.prefix, ...pathFrom(typed, context)];
  const field = world.graph.datasets.get(typed.dataset)?.fields.get(typed.field);
  if (field === undefined) return refuse(`there is no field \`${typed.dataset}.${typed.field}\``);
  const behind = path.some((step) => step.reverse === true) ? paths.handle(path) : null;
  if (behind?.absent === true) return NULL_SQL;
  const computed = behind?.columns !== undefined;
  if (field.formula !== null && !computed) {
    return compileRow(field.formula, { ...context, base: typed.dataset, prefix: path, parent: null });
  }
  const column = columnOf(paths.handle(path), field.name);
  const digits = world.decimalWidths?.get(`${typed.dataset}.${typed.field}`);
  switch (field.type.value.kind) {
    case 'integer':
      if (digits === undefined || digits > 18) return exact(integerColumn(column, digits !== undefined && digits > 19));
      return exact(integer(column, powerOfTen(digits) - 1n));
    case 'decimal':
      return exact(decimalColumn(column, digits ?? 38, field.type.value.scale));
    case 'float':
      return float(finite(column));
    case 'text':
    case 'boolean':
    case 'date':
    case 'datetime':
    case 'timestamp':
      return plain(field.type.value.kind, column);
    case 'rational':
    case 'none':
    case 'unknown':
      return refuse(`\`${typed.dataset}.${typed.field}\` has no type`);
  }
}

function pathFrom(typed: FieldTyped, context: RowContext): FieldTyped['path'] {
  if (typed.base === context.base) return typed.path;
  const { parent } = context;
  return parent !== null && typed.base === parent.dataset
    ? [...parent.link, ...typed.path]
    : refuse(`a field of \`${typed.base}\` in a row of \`${context.base}\``);
}
