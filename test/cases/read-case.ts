// A worked case: definitions, rows and questions with exact answers, as one file that an analyst can read.
import { parse } from 'yaml';
import { readTable } from '../engine/reference/ask.js';
import type { TextRow } from '../../packages/engine/src/reference/rows.js';
import type { Question } from '../../packages/engine/src/question/question.js';

export interface WorkedCase {
  readonly project: string;
  readonly definitions: string;
  readonly rows: ReadonlyMap<string, readonly TextRow[]>;
  readonly asks: readonly WorkedAsk[];
}

export interface WorkedAsk {
  readonly name: string;
  readonly question: Question;
  /** Bucket and keys of the row, with one space between; a question without either has one row. `-` is the group without a value. */
  readonly pick: string;
  /** Null: no value. */
  readonly value: Exact | null;
  readonly reason: string | null;
  /** What must not come out. */
  readonly wrong: readonly Exact[];
}

/** `27.586206896552 | 800/29`: twelve places of a fraction, and the fraction. */
export interface Exact {
  readonly places: string;
  readonly n: bigint;
  readonly d: bigint;
}

interface CaseFile {
  readonly project?: string;
  readonly as_of: string;
  readonly definitions: string;
  readonly rows: Readonly<Record<string, string>>;
  readonly ask: readonly AskEntry[];
}

interface AskEntry {
  readonly name: string;
  readonly metric: string;
  readonly by?: readonly string[];
  readonly grain?: string;
  readonly from?: string;
  readonly to?: string;
  readonly where?: string;
  readonly as_of?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly pick?: string;
  readonly value: string | null;
  readonly reason?: string;
  readonly wrong?: readonly string[];
}

export function readCase(text: string): WorkedCase {
  // Every scalar stays a text: `2025-01` is no number, `0.10` keeps its zero; `null` alone says that there is no value.
  const file = parse(text, { schema: 'failsafe' }) as CaseFile;
  return {
    project: file.project ?? 'project: cases\n',
    definitions: file.definitions,
    rows: new Map(Object.entries(file.rows).map(([name, table]) => [name, readTable(table)])),
    asks: file.ask.map((entry) => readAsk(entry, file.as_of)),
  };
}

function readAsk(entry: AskEntry, asOf: string): WorkedAsk {
  const { metric, by, grain, from, to, where, parameters } = entry;
  const question: Question = {
    metrics: [metric],
    asOf: entry.as_of ?? asOf,
    ...(by === undefined ? {} : { by }),
    ...(grain === undefined ? {} : { grain }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(where === undefined ? {} : { where }),
    ...(parameters === undefined ? {} : { parameters }),
  };
  return {
    name: entry.name,
    question,
    pick: entry.pick ?? '',
    value: entry.value === null || entry.value === 'null' ? null : readExact(entry.value),
    reason: entry.reason ?? null,
    wrong: (entry.wrong ?? []).map(readExact),
  };
}

function readExact(text: string): Exact {
  const [places = '', exact = ''] = text.split('|').map((part) => part.trim());
  const [n = '0', d = '1'] = exact.split('/');
  return { places, n: BigInt(n), d: BigInt(d) };
}
