// `m where p`: the inner metric sees the filters and p.
import type { FilteredTyped } from '@sextant/parser';
import type { Context } from '../context.js';

export function whereContext(typed: FilteredTyped, context: Context): Context {
  return { ...context, filters: [...context.filters, typed.condition] };
}
