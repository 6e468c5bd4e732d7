// The words for what is wrong with what was said to a scorecard.
import { makeDiagnostic, type Diagnostic, type Span } from '@sextant/parser';

export function periodOfOtherLevel(
  text: string,
  kpi: string,
  every: string,
  example: string | null,
  span: Span,
): Diagnostic {
  return makeDiagnostic('KPI4020', `\`${text}\` is no ${every}, and \`${kpi}\` is judged by ${every}`, span, {
    label: 'a period of another level',
    ...(example === null ? {} : { help: `write a period such as \`${example}\`` }),
  });
}

export function periodOfNoKpi(text: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4020', `no KPI is judged in \`${text}\``, span, {
    label: 'a period of another level',
    help: 'name a KPI, and a period of its `every`',
  });
}
