// The sentences for what the data says against its declarations.
import type { Dataset, Diagnostic, Field, Reference } from '@sextant/parser';
import { didYouMeanHelp, makeDiagnostic } from '@sextant/parser';
import { datasetSpan, fieldSpan, keySpan, valuesSpan } from '../spans.js';
import { helping, plural, quoted } from '../words.js';

/** A value that stands out, with the number of its rows. */
export interface Example {
  readonly text: string;
  readonly rows: number;
}

/** The rows in question, their distinct values, and the first few of those. */
export interface Examples {
  readonly rows: number;
  readonly distinct: number;
  readonly examples: readonly Example[];
}

export function notFinite(field: Field, rows: number): Diagnostic {
  return makeDiagnostic(
    'KPI7021',
    `${rowsDo(rows, 'row', 'holds', 'hold', fieldName(field))} no finite number`,
    fieldSpan(field),
    { notes: ['`NaN` and `Infinity` are no numbers: every sum over them is lost'] },
  );
}

export function keyMissing(field: Field, rows: number, total: number): Diagnostic {
  return makeDiagnostic(
    'KPI7022',
    `${fieldName(field)} is part of the key, but ${without(rows, total)}`,
    fieldSpan(field),
    { notes: ['a key tells rows apart, so every row needs one'] },
  );
}

export function duplicateKey(
  dataset: Dataset,
  names: readonly string[],
  surplus: number,
  examples: readonly Example[],
): Diagnostic {
  const key = names.map((name) => `\`${name}\``).join(' and ');
  return makeDiagnostic(
    'KPI7023',
    `the key ${key} of \`${dataset.name}\` is not unique: ${plural(surplus, 'row')} too many`,
    keySpan(dataset),
    {
      label: 'not unique',
      notes: [
        ...examples.map(({ text, rows }) => `${quoted(text)} stands in ${plural(rows, 'row')}`),
        'what refers to such a row would count it more than once',
      ],
    },
  );
}

export function overlappingVersions(dataset: Dataset, { rows, examples }: Examples): Diagnostic {
  const version = rows === 1 ? 'version' : 'versions';
  return makeDiagnostic(
    'KPI7028',
    `${rows} ${version} in \`${dataset.name}\` ${rows === 1 ? 'ends' : 'end'} after the next one of the same key begins`,
    dataset.def.valid?.span ?? datasetSpan(dataset),
    {
      notes: [
        ...examples.map(({ text, rows }) => `${quoted(text)}: ${plural(rows, 'time')}`),
        'at any time one version is valid, or what refers to it would count twice',
      ],
    },
  );
}

export function missingValue(field: Field, rows: number, total: number): Diagnostic {
  return makeDiagnostic(
    'KPI7024',
    `${fieldName(field)} is not optional, but ${without(rows, total)}`,
    fieldSpan(field),
    { help: 'say `optional: true` if that is as it should be' },
  );
}

export function unlistedValue(field: Field, { rows, distinct, examples }: Examples): Diagnostic {
  const help = distinct === 1 ? didYouMeanHelp(examples[0]?.text ?? '', field.values ?? []) : undefined;
  return makeDiagnostic(
    'KPI7025',
    `${rowsDo(rows, 'row', 'holds', 'hold', fieldName(field))} ${plural(distinct, 'value')} that \`values\` does not list: ${shown(examples, distinct)}`,
    valuesSpan(field),
    helping(help),
  );
}

export function danglingReference(
  reference: Reference,
  field: Field,
  { rows, distinct, examples }: Examples,
): Diagnostic {
  return makeDiagnostic(
    'KPI7026',
    `${rowsDo(rows, 'row', 'refers', 'refer', `\`${reference.from}\``)} to ${plural(distinct, 'key')} that \`${reference.to}\` does not have: ${shown(examples, distinct)}`,
    field.def.references?.dataset.span ?? fieldSpan(field),
    {
      notes: [`no row is lost: grouped by a field of \`${reference.to}\`, such a row is in the group without a value`],
    },
  );
}

export function unknownCurrency(field: Field, { rows, distinct, examples }: Examples): Diagnostic {
  return makeDiagnostic(
    'KPI7027',
    `${rowsDo(rows, 'row', 'names', 'name', fieldName(field))} a currency that is no ISO 4217 code: ${shown(examples, distinct)}`,
    fieldSpan(field),
    { notes: ['there is no exchange rate for such a row'] },
  );
}

function fieldName(field: Field): string {
  return `\`${field.dataset}.${field.name}\``;
}

/** `1 row of \`orders\` refers`, `2 rows of \`orders\` refer`. */
function rowsDo(count: number, noun: string, one: string, many: string, of: string): string {
  return `${plural(count, noun)} of ${of} ${count === 1 ? one : many}`;
}

function without(rows: number, total: number): string {
  const which =
    rows < total ? `${rows} of ${plural(total, 'row')}` : total === 1 ? 'the only row' : `all ${total} rows`;
  return `${which} ${rows === 1 ? 'has' : 'have'} no value`;
}

function shown(examples: readonly Example[], distinct: number): string {
  const first = examples.map(({ text }) => quoted(text)).join(', ');
  return distinct > examples.length ? `${first}, ...` : first;
}
