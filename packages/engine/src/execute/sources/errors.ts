// The sentences for what is wrong with sources, their columns and the values in them.
import type { Dataset, Diagnostic, Field, Span } from '@sextant/parser';
import { didYouMeanHelp, makeDiagnostic, showValueType } from '@sextant/parser';
import { cellProblemText } from '../../value/errors.js';
import type { CellProblem } from '../../value/parse-cell.js';
import { datasetSpan, fieldSpan, sourceSpan, typeSpan } from '../spans.js';
import { cut, helping, list, plural } from '../words.js';
import type { DataFile, PathProblem } from './locate-files.js';
import type { TableSource } from './source.js';

export function pathProblem(dataset: Dataset, problem: PathProblem, folder: string): Diagnostic {
  const path = `\`${problem.path}\``;
  const span = sourceSpan(dataset);
  const inside = {
    notes: ['data is read from the data folder of the project only, and links are followed to where they lead'],
  };
  switch (problem.problem) {
    case 'url':
      return makeDiagnostic('KPI7002', `${path} is not a path of a file`, span, inside);
    case 'absolute':
      return makeDiagnostic('KPI7002', `${path} does not begin in the data folder`, span, {
        ...inside,
        help: `write the path from \`${folder}\` on`,
      });
    case 'parent':
      return makeDiagnostic('KPI7002', `${path} leads upwards`, span, {
        ...inside,
        help: `write the path from \`${folder}\` on, without \`..\``,
      });
    case 'outside':
      return makeDiagnostic('KPI7002', `${path} leads out of the data folder`, span, inside);
    case 'noMatch':
      return makeDiagnostic('KPI7001', `no file in \`${folder}\` fits ${path}`, span);
    case 'notAFile':
      return makeDiagnostic('KPI7001', `${path} is not a file`, span, {
        help: `for all files of a folder write \`${problem.path}/*\``,
      });
    case 'empty':
    case 'missing':
      return makeDiagnostic('KPI7001', `there is no file ${path} in \`${folder}\``, span, {
        ...helping(didYouMeanHelp(problem.path, problem.beside ?? [])),
        // The folder that most projects have, and that nothing assumes.
        ...(folder === '.' ? { notes: ['paths start in the folder that `data:` names in `kpi.project.yaml`'] } : {}),
      });
  }
}

/** Of a path that the command line gives for the dataset: what the definition says has no part in it. */
export function givenPathProblem(dataset: Dataset, problem: PathProblem): Diagnostic {
  const path = `\`${problem.path}\``;
  const sentence =
    problem.problem === 'notAFile'
      ? `${path} is not a file`
      : problem.problem === 'noMatch'
        ? `no file fits ${path}`
        : `there is no file ${path}`;
  return makeDiagnostic('KPI7001', sentence, sourceSpan(dataset), {
    notes: [`the command line gives it for \`${dataset.name}\``],
  });
}

/** The folder that the project's `data:` names. */
export function dataFolderProblem(problem: PathProblem, span: Span): Diagnostic {
  const path = `\`${problem.path}\``;
  return problem.problem === 'missing'
    ? makeDiagnostic('KPI7001', `there is no folder ${path}`, span)
    : makeDiagnostic('KPI7002', `the data folder ${path} is not inside the project`, span);
}

export function unknownConnection(dataset: Dataset, name: string, span: Span, names: readonly string[]): Diagnostic {
  const help = didYouMeanHelp(name, names);
  return makeDiagnostic(
    'KPI7001',
    `\`${dataset.name}\` is read from \`${name}\`, which is no connection`,
    span,
    helping(help),
  );
}

export function unknownTable(source: TableSource, names: readonly string[]): Diagnostic {
  const help = didYouMeanHelp(source.table, names);
  return makeDiagnostic(
    'KPI7001',
    `there is no table \`${source.table}\` in ${source.file.shown}`,
    sourceSpan(source.dataset),
    helping(help),
  );
}

export function noSource(dataset: Dataset): Diagnostic {
  return makeDiagnostic('KPI7004', `\`${dataset.name}\` does not say where its rows come from`, datasetSpan(dataset), {
    help: `add \`from: ${dataset.name}.csv\`, or name a file on the command line`,
  });
}

export function unknownFormat(dataset: Dataset, path: string): Diagnostic {
  return makeDiagnostic('KPI7003', `the name of \`${path}\` does not say its format`, sourceSpan(dataset), {
    help: 'name it `.csv`, `.tsv`, `.json`, `.ndjson` or `.parquet`, or write `from: { path: ..., format: csv }`',
  });
}

export function emptyFile(dataset: Dataset, file: DataFile): Diagnostic {
  return makeDiagnostic('KPI7003', `${file.shown} is empty`, sourceSpan(dataset), {
    notes: ['the first line of a csv or tsv file names its columns'],
  });
}

/** `reason` is what the reader said. */
export function unreadableFile(dataset: Dataset, shown: string, reason: string): Diagnostic {
  return makeDiagnostic('KPI7003', `${shown} cannot be read`, sourceSpan(dataset), { notes: [reason] });
}

/** The reader would drop the empty value at the end and read the values before it one column too far to the right. */
export function tooManyValues(
  dataset: Dataset,
  file: DataFile,
  row: { readonly line: number; readonly values: number },
  columns: number,
): Diagnostic {
  return makeDiagnostic('KPI7003', `${file.shown} cannot be read`, sourceSpan(dataset), {
    notes: [`line ${row.line} has ${row.values} values, and the header names ${columns} columns`],
    help: 'put a value that contains the delimiter into double quotes, as in `"1,234.50"`',
  });
}

export function sameButForCase(what: string, name: string, span: Span, other: string, otherSpan: Span): Diagnostic {
  return makeDiagnostic('KPI7005', `the ${what} \`${name}\` and \`${other}\` differ in letter case only`, span, {
    related: [{ span: otherSpan, label: `\`${other}\` is defined here` }],
    notes: ['the database that computes the numbers takes both for the same name'],
    help: 'rename one of them',
  });
}

export interface MissingColumn {
  readonly file: string;
  /** How many more files lack it. */
  readonly others: number;
  readonly names: readonly string[];
  readonly format: string;
}

/** Said once for a file whose lines were not cut: that each field is missing says nothing more. */
export function uncutHeader(dataset: Dataset, missing: MissingColumn): Diagnostic | null {
  const help = delimiterHelp(missing);
  if (help === undefined) return null;
  const others = missing.others === 0 ? '' : `, nor have ${plural(missing.others, 'more file')}`;
  return makeDiagnostic(
    'KPI7010',
    `${missing.file} has no column of \`${dataset.name}\`${others}`,
    sourceSpan(dataset),
    {
      notes: [`it has one column, ${list(missing.names, 12)}`],
      help,
    },
  );
}

export function missingColumn(field: Field, missing: MissingColumn): Diagnostic {
  const column = field.column ?? field.name;
  const what = missing.format === 'json' || missing.format === 'ndjson' ? 'key' : 'column';
  const others = missing.others === 0 ? '' : `, nor have ${plural(missing.others, 'more file')}`;
  const help = delimiterHelp(missing) ?? didYouMeanHelp(column, missing.names) ?? columnHelp(field);
  return makeDiagnostic('KPI7010', `${missing.file} has no ${what} \`${column}\`${others}`, fieldSpan(field), {
    notes: missing.names.length === 0 ? [] : [`it has ${list(missing.names, 12)}`],
    ...helping(help),
  });
}

/** One name with a separator in it is a line that was not cut. */
function delimiterHelp({ names, format }: MissingColumn): string | undefined {
  const only = names.length === 1 ? names[0] : undefined;
  if (only === undefined || (format !== 'csv' && format !== 'tsv')) return undefined;
  const delimiter = [';', '\t', '|', ','].find((character) => only.includes(character));
  if (delimiter === undefined) return undefined;
  return `the columns seem to be separated by ${delimiter === '\t' ? 'tabs' : `\`${delimiter}\``}: write \`from: { path: ..., delimiter: "${delimiter === '\t' ? '\\t' : delimiter}" }\``;
}

function columnHelp(field: Field): string | undefined {
  return field.column === null || field.column === field.name
    ? 'if the column has another name, say `column: "its name"`'
    : undefined;
}

export function columnTwice(field: Field, file: DataFile | undefined): Diagnostic {
  const column = field.column ?? field.name;
  return makeDiagnostic(
    'KPI7011',
    `the column \`${column}\` stands more than once in ${file?.shown ?? 'the file'}`,
    fieldSpan(field),
  );
}

export interface ColumnType {
  readonly where: string;
  /** The source's name of the type. */
  readonly type: string;
  /** The declaration that would fit. */
  readonly instead: string | null;
}

export function columnOfAnotherType(field: Field, { where, type, instead }: ColumnType): Diagnostic {
  const declared = field.type.value;
  const column = field.column ?? field.name;
  const clock = declared.kind === 'timestamp' && instead === 'datetime';
  const instant = declared.kind === 'datetime' && instead === 'timestamp';
  return makeDiagnostic(
    'KPI7012',
    `\`${field.dataset}.${field.name}\` is declared \`${showValueType(declared)}\`, but the column \`${column}\` of ${where} is ${type}`,
    typeSpan(field),
    {
      notes: [
        ...(clock
          ? ['a column without a zone holds the time of some clock, which is no instant until the clock is known']
          : []),
        ...(instant
          ? ['a column with a zone holds instants, and what a clock showed then depends on where it hung']
          : []),
      ],
      ...(instead === null
        ? {}
        : { help: `declare \`${instead}\`${clock ? ' and say the `timezone:` of the dataset' : ''}` }),
    },
  );
}

/** A value that does not fit, with its place: `data/orders.csv:7`, `data/orders.parquet row 7`, or nothing for a table. */
export interface WrongValue {
  readonly place: string;
  readonly text: string;
  /** Null where the text would fit, but the value does not. */
  readonly problem: CellProblem | null;
}

export function valuesOfAnotherType(
  field: Field,
  values: readonly WrongValue[],
  total: number,
  span?: Span,
): Diagnostic {
  const first = values[0];
  const type = field.type.value;
  const sentence = (value: WrongValue): string =>
    value.problem === null
      ? `\`${cut(value.text)}\` is no \`${showValueType(type)}\``
      : cellProblemText({ ...value.problem, text: cut(value.text) });
  const column = field.column ?? field.name;
  const more = total <= 1 ? '' : `, and ${plural(total - 1, 'more value')} of the column \`${column}\``;
  const place = first === undefined || first.place === '' ? '' : `${first.place}: `;
  const help = typeHelp(field, values);
  return makeDiagnostic(
    'KPI7020',
    `${place}${first === undefined ? 'a value does not fit' : sentence(first)}${more === '' ? ` (column \`${column}\`)` : more}`,
    span ?? typeSpan(field),
    {
      label: `declared \`${showValueType(type)}\``,
      notes: values.slice(1).map((value) => `${value.place === '' ? '' : `${value.place}: `}${sentence(value)}`),
      ...helping(help),
    },
  );
}

function typeHelp(field: Field, values: readonly WrongValue[]): string | undefined {
  switch (values[0]?.problem?.problem) {
    case 'too_many_decimals': {
      const scales = values.map(({ text }) => /\.(\d*?)0*$/.exec(text)?.[1]?.length ?? 0);
      return `declare \`decimal(${Math.max(...scales)})\` to keep every digit`;
    }
    case 'not_whole':
      return 'declare a `decimal`, such as `decimal(2)`, for numbers with a fraction';
    case 'timestamp_without_offset':
      return 'declare `datetime` and say the `timezone:` of the dataset';
    case 'not_a_date':
      return field.type.value.kind === 'date'
        ? 'dates are written `2026-03-01`; a day with a time is a `datetime`'
        : undefined;
    default:
      return undefined;
  }
}
