// The words for what is wrong with a request to explain.
import { makeDiagnostic, type Diagnostic, type Span } from '@sextant/parser';

export function brokenKpi(name: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4027', `the definition of \`${name}\` has an error`, span, {
    label: 'cannot be computed',
    help: 'see what `kpi check` says about it',
  });
}

export function nothingToCompare(span: Span): Diagnostic {
  return makeDiagnostic('KPI4015', 'two windows are compared, and the one to explain is not named', span, {
    label: 'compared with what',
    help: 'name the period to explain: `--at 2026-05`',
  });
}

export function noPeriodBefore(at: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4015', `\`${at}\` is a range, and nothing says which one comes before it`, span, {
    label: 'no period before a range',
    help: 'name the range to compare with: `--versus 2025-01..2025-03`',
  });
}

export function noPeriodOfKpi(name: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4015', `no period of \`${name}\` holds the as-of day`, span, {
    label: 'which period',
    help: 'name the period: `--at 2026-05`',
  });
}
