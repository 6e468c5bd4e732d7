// The project file: what holds for all definitions.
import type { CalendarDef, ConnectionDef, ExchangeRatesDef, LocatedValue, ProjectDef, Weekday } from './definitions.js';
import { line } from './described.js';
import { currencyForm, nameForm, pathForm, wordsForm } from './forms.js';
import { named } from './read-named.js';
import { object, optional, required } from './read-object.js';
import { text, words } from './read-scalar.js';
import { located, transform, type Reader } from './reader.js';
import { severity } from './severity.js';
import { codeForm } from './warning-code.js';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const month: Reader<LocatedValue<number>> = transform(words(months, monthHelp), ({ value, span }) => ({
  value: months.indexOf(value) + 1,
  span,
}));

function monthHelp(word: string): string | undefined {
  const name = months[Number(word) - 1];
  return name === undefined ? undefined : `write \`${name}\``;
}

const weekday: Reader<LocatedValue<Weekday>> = words([
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]);

const calendar = object({
  noun: 'the calendar',
  subject: 'key',
  keys: {
    timezone: optional(line, 'the zone of days and of buckets, such as `Europe/Berlin`; `UTC` where nothing is said'),
    week_starts: optional(weekday, 'the first day of a week; `monday` where nothing is said'),
    fiscal_year_starts: optional(
      month,
      'the first month of the fiscal year, which has the name of the year in which it ends',
    ),
  },
  build: ({ timezone, week_starts, fiscal_year_starts }): CalendarDef => ({
    timezone,
    weekStarts: week_starts,
    fiscalYearStarts: fiscal_year_starts,
  }),
});

const connectionType = wordsForm(['duckdb'], {
  code: 'KPI1114',
  help: 'only `duckdb` can be connected yet; database servers come later',
});

const connection: Reader<ConnectionDef> = object({
  noun: 'a connection',
  subject: 'name',
  keys: {
    type: required(text(connectionType), 'what is connected: `duckdb`'),
    file: required(text(pathForm), 'the database file'),
  },
  build: (values, _span, at) => ({ name: located(at), ...values }),
});

const exchangeRates = object({
  noun: 'exchange rates',
  subject: 'key',
  keys: {
    dataset: required(line, 'the dataset of rates'),
    from: required(line, 'its field with the currency that is changed'),
    to: required(line, 'its field with the currency that it is changed into'),
    at: required(line, 'its field with the day'),
    rate: required(line, 'its field with the rate'),
  },
  build: ({ dataset, from, to, at, rate }, span): ExchangeRatesDef | null =>
    dataset === null || from === null || to === null || at === null || rate === null
      ? null
      : { dataset, from, to, at, rate, span },
});

export const projectKeys = {
  project: optional(line, 'the name of the project'),
  calendar: optional(calendar, 'the zone, the week and the fiscal year'),
  currency: optional(text(currencyForm), 'the currency of reports, an ISO 4217 code'),
  data: optional(text(pathForm), 'the folder that relative paths of datasets start in'),
  connections: optional(
    named(connection, { noun: 'a connection', names: nameForm }),
    'databases that datasets may read tables of',
  ),
  exchange_rates: optional(exchangeRates, 'the dataset that `convert` takes rates from'),
  severity: optional(named(severity, { noun: 'a severity', names: codeForm }), 'how severe warnings are here'),
};

export const defaultCalendar: CalendarDef = { timezone: null, weekStarts: null, fiscalYearStarts: null };

export const defaultProject: ProjectDef = {
  name: null,
  calendar: defaultCalendar,
  currency: null,
  data: null,
  connections: [],
  exchangeRates: null,
  severities: [],
};
