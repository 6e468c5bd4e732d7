// The length in the calendar that a node of the typed tree holds.
import type { CalendarSpan, Typed } from './typed.js';

export function spanIn(typed: Typed): CalendarSpan | null {
  switch (typed.kind) {
    case 'call':
      return typed.span ?? null;
    case 'window':
      return typed.op.kind === 'prior' || typed.op.kind === 'rolling' ? typed.op.span : null;
    case 'conversion':
      return typed.within;
    case 'retention':
      return typed.at;
    default:
      return null;
  }
}
