// What metrics and KPIs are worth, by what the panes last computed.
import type { KnownValue } from '../language/methods.js';
import type { AppState, Answer, Asked } from '../state/app-state.js';
import type { AskView, ExplainView, ScorecardView, Shown } from '../state/views.js';
import { dayOf } from './day-of.js';

/** Only what was computed of the definitions and the data as they are. What was asked last comes last, and holds. */
export function valuesIn(now: AppState): readonly KnownValue[] {
  const { scorecard, explain, result } = now.answers;
  const found = [
    ...mapped(now, scorecard, ofScorecard),
    ...mapped(now, explain, ofExplanation),
    ...mapped(now, result, (view) => ofResult(view, now.asked)),
  ];
  const known = new Map(found.map((one) => [`${one.kind} ${one.name}`, one]));
  return [...known.values()];
}

function mapped<T>(
  now: AppState,
  answer: Answer<T>,
  values: (view: T) => readonly KnownValue[],
): readonly KnownValue[] {
  const day = JSON.stringify(dayOf(now)).slice(0, -1);
  return answer.kind === 'done' && answer.key.startsWith(`${day},`) ? values(answer.value) : [];
}

function ofScorecard({ kpis, asOf }: ScorecardView): readonly KnownValue[] {
  return kpis.flatMap(({ part: { reading, formulas }, value }) => {
    const text = inWords(value, reading.period.label, asOf);
    const metric = formulas.find((one) => one.metric !== null)?.metric ?? null;
    const isWhole = formulas.every(({ role }) => role !== 'where');
    return [
      ...(metric !== null && isWhole ? [{ kind: 'metric' as const, name: metric, text }] : []),
      { kind: 'kpi' as const, name: reading.kpi, text },
    ];
  });
}

function ofExplanation({ kind, name, where, value, period, asOf }: ExplainView): readonly KnownValue[] {
  return where !== null || kind === 'formula' ? [] : [{ kind, name, text: inWords(value, period, asOf) }];
}

/** The last row, where rows are periods and not groups. */
function ofResult({ columns, rows, asOf }: AskView, { where, from, to }: Asked): readonly KnownValue[] {
  const row = rows.at(-1);
  if (row === undefined || where.trim() !== '' || columns.some(({ kind }) => kind === 'key')) return [];
  const range = [from, to].filter((text) => text !== '').join(' to ');
  const period = row.bucket?.label ?? range;
  return columns
    .filter((column) => column.kind === 'metric')
    .flatMap(({ name }, i) => {
      const cell = row.cells[i];
      return cell === undefined ? [] : [{ kind: 'metric' as const, name, text: inWords(cell, period, asOf) }];
    });
}

function inWords({ text, unit, approximate, missing }: Shown, period: string, asOf: string): string {
  const value =
    missing === null ? `${approximate ? '≈ ' : ''}${text}${unit === '' ? '' : ` ${unit}`}` : `no value, ${missing}`;
  return `${value} (${period === '' ? '' : `${period}, `}as of ${asOf})`;
}
