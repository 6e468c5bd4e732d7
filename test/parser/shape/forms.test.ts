import { expect, test } from 'vitest';
import * as forms from '../../../packages/parser/src/shape/forms.js';
import { fits, type Form } from '../../../packages/parser/src/shape/shape.js';

const whole = forms.wholeNumberForm(0, 18);

const cases: readonly (readonly [string, Form, readonly string[], Readonly<Record<string, string | undefined>>])[] = [
  [
    'whole number',
    whole,
    ['0', '7', '18'],
    {
      '010': 'write `10`',
      '1e1': 'write `10`',
      '0x10': 'write the number in ten digits: `16`',
      '0o17': 'write the number in ten digits: `15`',
      '+3': 'write `3`',
      '1_0': 'write `10`',
      '19': undefined,
      two: undefined,
      '-1': undefined,
      '2.0': undefined,
    },
  ],
  [
    'number',
    forms.numberForm,
    ['0', '2', '0.50', '12345678901234567890.1'],
    {
      '.5': 'write `0.5`',
      '2.': 'write `2`',
      '1,5': 'a number has a point: `1.5`',
      '60%': 'write `0.60`',
      '01.5': 'write `1.5`',
      NaN: undefined,
    },
  ],
  ['share', forms.shareForm, ['0.25', '25%', '1'], { '25 %': undefined }],
  [
    'flag',
    forms.flagForm,
    ['true', 'false'],
    { yes: 'write `true`', no: 'write `false`', True: 'write `true`', off: 'write `false`', maybe: undefined },
  ],
  [
    'day',
    forms.dayForm,
    ['2026-01-31', '2024-02-29', '2000-02-29'],
    {
      '2026-02-29': undefined,
      '1900-02-29': undefined,
      '2026-13-01': undefined,
      '2026/1/5': 'write `2026-01-05`',
      '31.01.2026': undefined,
    },
  ],
  [
    'duration',
    forms.durationForm,
    ['3 days', '1 month', '36 hours'],
    { '3d': 'write `3 days`', '3 DAYS': 'write `3 days`', '0 days': undefined, soon: undefined },
  ],
  ['currency', forms.currencyForm, ['EUR', 'USD'], { eur: 'write `EUR`', '€': undefined, Euro: undefined }],
  [
    'name',
    forms.nameForm,
    ['revenue', 'net revenue', 'Umsatz €', 'a#b'],
    { 'a.b': 'write `a_b`', ' a': undefined, '': undefined, 'a\nb': undefined, 'a"b': 'write `a_b`' },
  ],
  [
    'path',
    forms.pathForm,
    ['orders.csv', 'a/*.parquet', '/data/x.csv', 'a b.csv'],
    {
      'a\\b.csv': 'write `a/b.csv`',
      'https://x.org/a.csv': 'download the file into the data folder and name it there',
    },
  ],
  [
    'data file',
    forms.dataFileForm,
    ['orders.csv', 'a/*.parquet', 'X.CSV'],
    {
      'orders.txt': 'name the format: `{ path: orders.txt, format: csv }`',
      'orders/*': 'name the format: `{ path: orders/*, format: csv }`',
    },
  ],
  [
    'field',
    forms.fieldPathForm,
    ['orders.channel', 'orders.billing.region'],
    { orders: 'write the dataset and the field: `orders.field`', 'orders.': undefined },
  ],
  ['character', forms.characterForm, [';', '\t', '€'], { '': undefined, '||': undefined }],
  [
    'words',
    forms.wordsForm(['monday', 'sunday']),
    ['monday'],
    { Monday: 'write `monday`', mondya: 'did you mean `monday` or `sunday`?', x: undefined },
  ],
];

test.each(cases)('%s', (_name, form, good, bad) => {
  for (const text of good) expect(fits(form, text), text).toBe(true);
  for (const [text, help] of Object.entries(bad)) {
    expect(fits(form, text), text).toBe(false);
    expect(form.help?.(text), text).toBe(help);
  }
});

test('what a form helps to write is of the form', () => {
  for (const [, form, , bad] of cases) {
    for (const text of Object.keys(bad)) {
      const better = /^write `([^`]*)`$/.exec(form.help?.(text) ?? '')?.[1];
      if (better !== undefined) expect(fits(form, better), better).toBe(true);
    }
  }
});
