// The words for what is wrong with a test itself.
import { didYouMeanHelp, makeDiagnostic, type Diagnostic, type Located, type Span } from '@sextant/parser';
import { REASONS } from '../value/value.js';

export function testWithoutDay(name: Located): Diagnostic {
  return makeDiagnostic('KPI8001', `test \`${name.text}\` lives on no day`, name.span, {
    label: 'no `as_of`, and no expectation has an `over`',
    notes: ['a test has no clock: what is known is what was known at the end of a day'],
    help: 'add `as_of: 2026-03-31`, or `over` to an expectation',
  });
}

export function unknownReason(reason: Located): Diagnostic {
  return makeDiagnostic('KPI8002', `\`${reason.text}\` is no reason`, reason.span, {
    label: 'not known',
    help: didYouMeanHelp(reason.text, REASONS) ?? `reasons are ${REASONS.map((one) => `\`${one}\``).join(', ')}`,
  });
}

export function unknownColumn(column: Located, columns: readonly string[]): Diagnostic {
  return makeDiagnostic('KPI8003', `\`${column.text}\` is no column of the table`, column.span, {
    label: 'not a column',
    help: didYouMeanHelp(column.text, columns) ?? `columns are ${columns.map((one) => `\`${one}\``).join(', ')}`,
  });
}

export function missingColumn(name: string, row: Span): Diagnostic {
  return makeDiagnostic('KPI8003', `a row of the table has no \`${name}\``, row, {
    label: 'names no group',
    help: `say which row it is: \`${name}: ...\``,
  });
}

export function sameRow(row: Span, first: Span): Diagnostic {
  return makeDiagnostic('KPI8003', 'two rows of the table are about one group', row, {
    label: 'the same group again',
    related: [{ span: first, label: 'said here first' }],
  });
}

export function unreadableRows(path: Located, why: string): Diagnostic {
  return makeDiagnostic('KPI8004', `the rows in \`${path.text}\` cannot be read`, path.span, { label: why });
}

export function unknownCode(code: Located, codes: readonly string[]): Diagnostic {
  return makeDiagnostic('KPI8005', `\`${code.text}\` is no code of a finding`, code.span, {
    label: 'not known',
    help: didYouMeanHelp(code.text, codes) ?? 'see `kpi explain` for a code such as `KPI7020`',
  });
}

export function noPeriodOfTable(metrics: Span): Diagnostic {
  return makeDiagnostic('KPI8001', 'a table by time has no range', metrics, {
    label: 'no `over`',
    help: 'say which buckets it has: `over: 2026-01..2026-03`',
  });
}

export function wrongGroup(value: Located, why: string): Diagnostic {
  return makeDiagnostic('KPI8003', `no group is \`${value.text}\``, value.span, { label: why });
}
