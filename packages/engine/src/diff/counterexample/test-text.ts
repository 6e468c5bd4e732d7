// A counterexample as a test of the language, ready to be put into a file: the new value is expected, the old one told.
import { showUnit, type Graph, type Unit } from '@sextant/parser';
import { dateText } from '../../calendar/time-text.js';
import { textOf } from '../../value/functions/cast.js';
import { normalise } from '../../value/rational.js';
import { decimalsNeeded, decimalText } from '../../value/to-text.js';
import type { Value } from '../../value/value.js';
import type { TextRow } from '../../reference/rows.js';
import { kindOf, nameIn } from '../sides.js';
import type { Counterexample } from './counterexample.js';

/** A whole `tests:` section. */
export function testText({ of, rows, at, before, after }: Counterexample, graph: Graph): string {
  const name = nameIn(of);
  const given = [...rows].filter(([, list]) => list.length > 0);
  const lines = [
    'tests:',
    `  ${plain(`${name} as it is now`)}:`,
    ...(given.length === 0 ? [] : ['    given:', ...given.flatMap(([dataset, list]) => tableLines(dataset, list))]),
    ...(at.asOfDay === at.endDay - 1 ? [] : [`    as_of: ${dateText(at.asOfDay)}`]),
    '    expect:',
  ];
  const unit = unitOf(graph, of);
  const asked = [
    `${kindOf(of)}: ${plain(name)}`,
    `over: ${at.over}`,
    ...(at.group === null ? [] : [`by: { ${plain(at.group.by)}: ${plain(at.group.text)} }`]),
    ...expected(after, unit),
  ];
  return `${[...lines, `      - { ${asked.join(', ')} }    # was ${shownValue(before, unit)}`].join('\n')}\n`;
}

/** `10.10 EUR`, `1 / 3`, `no value (division_by_zero)`. */
export function shownValue(value: Value, unit: Unit): string {
  return value.kind === 'none' ? `no value (${value.reason})` : formulaOf(value, unit);
}

export function unitOf(graph: Graph, of: string): Unit {
  const name = nameIn(of);
  return (kindOf(of) === 'kpi' ? graph.kpis.get(name)?.unit : graph.metrics.get(name)?.type.unit) ?? [];
}

function expected(value: Value, unit: Unit): readonly string[] {
  return value.kind === 'none'
    ? ['value: no value', `reason: ${value.reason}`]
    : [`value: ${quoted(formulaOf(value, unit))}`];
}

/** As a constant formula. */
function formulaOf(value: Exclude<Value, { kind: 'none' }>, unit: Unit): string {
  switch (value.kind) {
    case 'number': {
      const { n, d } = normalise(value.value);
      const shown = showUnit(unit) === '' ? '' : ` ${showUnit(unit)}`;
      // A quotient whose digits do not end is written as one.
      return value.approximate || decimalsNeeded(value.value) !== null
        ? `${decimalText(value.value)}${shown}`
        : `${n}${shown} / ${d}`;
    }
    case 'text':
      return `'${value.value.replaceAll("'", "''")}'`;
    case 'boolean':
      return String(value.value);
    case 'date':
    case 'datetime':
    case 'timestamp':
      return `${value.kind} '${textOf(value)}'`;
  }
}

/** Cells that are empty in every row are left out. */
function tableLines(dataset: string, rows: readonly TextRow[]): readonly string[] {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((field) =>
    rows.some((row) => (row[field] ?? null) !== null),
  );
  const lines = rows.map((row) => {
    const cells = fields.flatMap((field) => {
      const cell = row[field] ?? null;
      return cell === null ? [] : [`${plain(field)}: ${plain(cell)}`];
    });
    return `        - { ${cells.join(', ')} }`;
  });
  return [`      ${plain(dataset)}:`, ...lines];
}

/** A text of YAML that is what it says. */
function plain(text: string): string {
  const harmless =
    /^[\p{L}\p{N}][\p{L}\p{N}_ .:+/-]*$/u.test(text) && !/:(?: |$)| $| #|^(?:null|true|false)$/i.test(text);
  return harmless || /^-\d+(?:\.\d+)?$/.test(text) || /^(?:true|false)$/.test(text) ? text : JSON.stringify(text);
}

/** A formula that begins with a quote of its own is quoted once more. */
function quoted(text: string): string {
  return /^[\w. /*+-]+$/.test(text) ? text : JSON.stringify(text);
}
