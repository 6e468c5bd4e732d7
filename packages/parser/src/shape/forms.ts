// The forms of texts: what a number, a day, a name or a path looks like, and what to write instead of one that does not.
import { didYouMeanHelp } from '../diagnostic/did-you-mean.js';
import type { Code } from '../diagnostic/codes.js';
import type { Form } from './shape.js';

const anyScalar = ['string', 'number', 'boolean'] as const;

function form(says: string, pattern: RegExp, more: Partial<Form> = {}): Form {
  return { says, pattern, words: null, also: null, code: 'KPI1108', help: null, types: anyScalar, ...more };
}

export const textForm = form('a text', /\S/);

/** One line: titles of sources, names of things that are defined elsewhere. */
export const lineForm = form('a text of one line', /^(?!\s)[^\p{Cc}]*[^\p{Cc}\s]$/u);

/** A name that a formula can use; strange characters are legal and quoted there. */
export const nameForm = form('a name', /^(?!\s)[^\p{Cc}."]*[^\p{Cc}\s."]$/u, {
  code: 'KPI1111',
  help: (text) =>
    text.includes('.') || text.includes('"') ? `write \`${text.replaceAll(/[."]+/g, '_')}\`` : undefined,
});

/** A name in a sentence: of a test. */
export const freeNameForm = form('a name of one line', /^(?!\s)[^\p{Cc}]*[^\p{Cc}\s]$/u, { code: 'KPI1111' });

/** The period of a target; `from` belongs to the other form of targets. */
export const periodForm = form('a period such as `2026-03`', /^(?!from$)[^\p{Cc}\s]+$/u);

export const fieldPathForm = form(
  'a field such as `orders.channel`',
  /^[^\p{Cc}\s.][^\p{Cc}]*\.[^\p{Cc}]*[^\p{Cc}\s.]$/u,
  {
    types: ['string'],
    help: (text) => (text.includes('.') ? undefined : `write the dataset and the field: \`${text}.field\``),
  },
);

export const dayForm = form('a day such as `2026-01-31`', /^\d{4}-\d{2}-\d{2}$/, {
  also: isDay,
  types: ['string'],
  help: (text) => {
    const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
    if (parts === null) return undefined;
    const day = `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`;
    return isDay(day) ? `write \`${day}\`` : undefined;
  },
});

const durationUnits = new Map([
  ['min', 'minutes'],
  ['h', 'hours'],
  ['d', 'days'],
  ['w', 'weeks'],
  ['mo', 'months'],
  ['q', 'quarters'],
  ['y', 'years'],
]);

export const durationForm = form(
  'a length of time such as `3 days`',
  /^[1-9]\d{0,5} (?:minutes?|hours?|days?|weeks?|months?|quarters?|years?)$/,
  {
    types: ['string'],
    help: (text) => {
      const parts = /^([1-9]\d{0,5})\s*(min|m|h|d|w|mo|q|y)[a-z]*$/i.exec(text);
      const unit = durationUnits.get(parts?.[2]?.toLowerCase() ?? '');
      return parts === null || unit === undefined ? undefined : `write \`${parts[1]} ${unit}\``;
    },
  },
);

export const currencyForm = form('an ISO 4217 code such as `EUR`', /^[A-Z]{3}$/, {
  types: ['string'],
  help: (text) => (/^[a-z]{3}$/i.test(text) ? `write \`${text.toUpperCase()}\`` : undefined),
});

export const characterForm = form('one character', /^[\s\S]$/u);

export const anyTextForm = form('a text', /^/);

export const numberForm = form('a number such as `2` or `0.5`', /^(?:0|[1-9]\d*)(?:\.\d+)?$/, {
  types: ['string', 'number'],
  help: numberHelp,
});

export const shareForm = form('a share such as `0.25` or `25%`', /^(?:0|[1-9]\d*)(?:\.\d+)?%?$/, {
  types: ['string', 'number'],
  help: numberHelp,
});

export const zeroForm = form('`0`', /^0$/, {
  types: ['string', 'integer'],
  help: () => '`empty: 0` is the only value that a metric without rows may take; leave the key out for no value',
});

export function wholeNumberForm(least: number, most: number): Form {
  return form(`a whole number from ${least} to ${most}`, /^(?:0|[1-9]\d{0,14})$/, {
    also: (text) => Number(text) >= least && Number(text) <= most,
    types: ['string', 'integer'],
    help: numberHelp,
  });
}

export const flagForm = form('`true` or `false`', /^(?:true|false)$/, {
  words: ['true', 'false'],
  types: ['boolean'],
  code: 'KPI1107',
  help: (text) => {
    if (/^(?:yes|on|y|true|1)$/i.test(text)) return 'write `true`';
    return /^(?:no|off|n|false|0)$/i.test(text) ? 'write `false`' : undefined;
  },
});

export function wordsForm(words: readonly string[], more: { readonly code?: Code; readonly help?: string } = {}): Form {
  const { help } = more;
  return form(listOf(words), /^/, {
    words,
    types: ['string'],
    code: more.code ?? 'KPI1107',
    help: help === undefined ? (text) => wordHelp(text, words) : () => help,
  });
}

function wordHelp(text: string, words: readonly string[]): string | undefined {
  const same = words.find((word) => word === text.trim().toLowerCase());
  return same === undefined ? didYouMeanHelp(text, words) : `write \`${same}\``;
}

/** Where a map may also be left empty, as in `metrics:`. */
export const nothingForm = form('nothing', /^$/, { types: ['null'] });

/** A cell of a test's row: any text of one value, or nothing. */
export const cellForm = form('a value', /^/, { types: ['string', 'number', 'boolean', 'null'] });

export const fileFormats = ['csv', 'tsv', 'json', 'ndjson', 'parquet'] as const;

/** Relative or absolute, with `/`; globs are legal. */
export const pathForm = form(
  'a path below the data folder',
  /^(?!\s|[a-zA-Z][a-zA-Z0-9+.-]+:\/\/)[^\p{Cc}\\]*[^\p{Cc}\\\s]$/u,
  {
    types: ['string'],
    help: (text) => {
      if (text.includes('\\')) return `write \`${text.replaceAll('\\', '/')}\``;
      return text.includes('://') ? 'download the file into the data folder and name it there' : undefined;
    },
  },
);

/** A folder with a library in it: of the standard library, or from the project's root on. */
export const folderForm = form(
  'a folder such as `std/marketing`',
  /^(?!\s|\/|[a-zA-Z]:|[a-zA-Z][a-zA-Z0-9+.-]+:\/\/)[^\p{Cc}\\]*[^\p{Cc}\\\s]$/u,
  {
    types: ['string'],
    help: (text) => (text.includes('\\') ? `write \`${text.replaceAll('\\', '/')}\`` : undefined),
  },
);

export const versionForm = form(
  'a version such as `1` or `1.2.0`',
  /^(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){0,2}$/,
  {
    types: ['string', 'number'],
  },
);

/** The name of a parameter where values are given: of a library's, with the name of its use. */
export const parameterNameForm = form('a name', /^(?!\s)[^\p{Cc}"]*[^\p{Cc}\s".]$/u, { code: 'KPI1111' });

/** Text files may be gzipped; Parquet packs its own columns. */
export const knownExtension = /\.(?:(?:csv|tsv|json|ndjson)(?:\.gz)?|parquet)$/i;

/** A path whose extension says the format. */
export const dataFileForm: Form = {
  ...pathForm,
  says: `a path that ends in ${listOf(fileFormats.map((format) => `.${format}`))}`,
  also: (text) => knownExtension.test(text),
  code: 'KPI1115',
  help: (text) => pathForm.help?.(text) ?? `name the format: \`{ path: ${text}, format: csv }\``,
};

/** `\`a\`, \`b\` or \`c\`` */
export function listOf(words: readonly string[], last = 'or'): string {
  const quoted = words.map((word) => `\`${word}\``);
  const end = quoted.at(-1) ?? '';
  return quoted.length < 2 ? end : `${quoted.slice(0, -1).join(', ')} ${last} ${end}`;
}

/** A day of the calendar, as `2026-01-31`. */
export function isDay(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** YAML 1.1 and programming languages know more ways to write a number than Sextant reads. */
function numberHelp(text: string): string | undefined {
  const bare = text.replaceAll('_', '').replace(/^\+/, '');
  const power = /^(\d+)[eE]\+?(\d)$/.exec(bare);
  if (power !== null) return `write \`${power[1] ?? ''}${'0'.repeat(Number(power[2]))}\``;
  if (/^0[xob][0-9a-f]{1,12}$/i.test(bare)) {
    const value = Number(bare);
    return Number.isNaN(value) ? undefined : `write the number in ten digits: \`${value}\``;
  }
  const plain = bare
    .replace(/^0+(?=\d)/, '')
    .replace(/^\./, '0.')
    .replace(/\.$/, '');
  if (plain !== text && /^\d+(?:\.\d+)?$/.test(plain)) return `write \`${plain}\``;
  const comma = /^(\d+),(\d+)$/.exec(bare);
  if (comma !== null) return `a number has a point: \`${comma[1]}.${comma[2]}\``;
  const percent = /^(\d{1,3})%$/.exec(bare);
  if (percent === null) return undefined;
  const hundredths = (percent[1] ?? '').padStart(3, '0');
  return `write \`${hundredths.slice(0, -2)}.${hundredths.slice(-2)}\``;
}
