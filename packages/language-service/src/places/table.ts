// The table of what stands where in the kinds of files. `*` is a name, `[]` an item of a list; a place that takes one text or
// a list of them is written once, as the text. What is not in here is a text, a word, a day or a length: the shape says which.
import type { SymbolKind } from '@sextant/parser';
import type { FormulaPlace, Meaning, OfDataset } from './meaning.js';

const definition = (of: SymbolKind): Meaning => ({ kind: 'definition', of });
const name = (of: Extract<Meaning, { kind: 'name' }>['of']): Meaning => ({ kind: 'name', of });
const field = (of: OfDataset, ...words: string[]): Meaning => ({ kind: 'field', of, words });
const rowPath = (...words: string[]): Meaning => ({ kind: 'row path', words });
const formula = (place: FormulaPlace): Meaning => ({ kind: 'formula', place });
const value = (of: 'dimension' | 'field' | 'slice'): Meaning => ({ kind: 'value', of });
const plain = (kind: 'member' | 'asked' | 'order' | 'column' | 'level' | 'period' | 'unit' | 'type'): Meaning => ({
  kind,
});
const part = (of: Extract<Meaning, { kind: 'library part' }>['part']): Meaning => ({ kind: 'library part', part: of });
const code: Meaning = { kind: 'code' };
const currency: Meaning = { kind: 'currency' };
const fieldPath: Meaning = { kind: 'field path' };

/** Keys that are names. */
export const KEYS: Readonly<Record<string, Meaning>> = {
  'connections.*': definition('connection'),
  'severity.*': code,
  'datasets.*': definition('dataset'),
  'datasets.*.fields.*': definition('field'),
  'dimensions.*': definition('dimension'),
  'metrics.*': definition('metric'),
  'parameters.*': definition('parameter'),
  'owners.*': definition('owner'),
  'goals.*': definition('goal'),
  'kpis.*': definition('kpi'),
  'kpis.*.target.*': plain('period'),
  'kpis.*.target.*.*': value('slice'),
  'incentives.*': definition('incentive'),
  'tests.*': definition('test'),
  'tests.*.given.*': name('dataset'),
  'tests.*.given.*.[].*': field('given'),
  'tests.*.parameters.*': name('parameter'),
  'tests.*.expect.[].by.*': plain('member'),
  'tests.*.expect.[].table.[].*': plain('column'),
  'questions.*': definition('question'),
  'questions.*.parameters.*': name('parameter'),
  'use.*': definition('library'),
  'use.*.with.*': part('input'),
  'use.*.with.*.fields.*': part('role'),
  'inputs.*': { kind: 'own input' },
  ...Object.fromEntries(
    ['datasets.*', 'datasets.*.fields.*', 'dimensions.*', 'metrics.*', 'parameters.*', 'owners.*', 'goals.*', 'kpis.*']
      .concat(['incentives.*', 'questions.*'])
      .map((described) => [`${described}.ignore.*`, code]),
  ),
};

/** Texts behind keys and in lists. */
export const VALUES: Readonly<Record<string, Meaning>> = {
  currency,
  'exchange_rates.dataset': name('dataset'),
  'exchange_rates.from': field({ beside: 'dataset' }),
  'exchange_rates.to': field({ beside: 'dataset' }),
  'exchange_rates.at': field({ beside: 'dataset' }),
  'exchange_rates.rate': field({ beside: 'dataset' }),

  'datasets.*.from.connection': name('connection'),
  'datasets.*.one': definition('thing'),
  'datasets.*.key': field('own'),
  'datasets.*.time': rowPath('none'),
  'datasets.*.snapshot': rowPath(),
  'datasets.*.valid.from': rowPath(),
  'datasets.*.valid.until': rowPath('next'),
  'datasets.*.valid.each': rowPath(),
  'datasets.*.known_at': rowPath(),
  'datasets.*.grain': plain('level'),
  'datasets.*.calendar.day': field('own'),
  'datasets.*.calendar.levels': field('own'),
  'datasets.*.fields.*': plain('type'),
  'datasets.*.fields.*.type': plain('type'),
  'datasets.*.fields.*.formula': formula('row'),
  'datasets.*.fields.*.references': name('dataset'),
  'datasets.*.fields.*.as': definition('role'),
  'datasets.*.fields.*.currency': field('own'),
  'datasets.*.fields.*.counts': definition('thing'),

  'dimensions.*': fieldPath,
  'dimensions.*.fields': fieldPath,

  'metrics.*': formula('metric'),
  'metrics.*.formula': formula('metric'),
  'metrics.*.unit': plain('unit'),
  'metrics.*.owner': name('owner'),
  'metrics.*.guardrails': name('metric'),

  'parameters.*': formula('constant'),
  'parameters.*.value': formula('constant'),

  'owners.*.team': name('owner'),

  'goals.*.parent': name('goal'),
  'goals.*.owner': name('owner'),
  'goals.*.period': plain('period'),

  'kpis.*.metric': name('metric'),
  'kpis.*.formula': formula('metric'),
  'kpis.*.where': formula('condition'),
  'kpis.*.by': plain('member'),
  'kpis.*.goal': name('goal'),
  'kpis.*.owner': name('owner'),
  'kpis.*.contributors': name('owner'),
  'kpis.*.every': plain('level'),
  'kpis.*.baseline': formula('metric'),
  'kpis.*.target': formula('metric'),
  'kpis.*.target.*': formula('metric'),
  'kpis.*.target.*.*': formula('metric'),
  'kpis.*.target.from': name('dataset'),
  'kpis.*.target.period': field({ beside: 'from' }),
  'kpis.*.target.value': field({ beside: 'from' }),
  'kpis.*.worst': formula('metric'),
  'kpis.*.at_most': formula('metric'),
  'kpis.*.at_least': formula('metric'),
  'kpis.*.range': formula('metric'),
  'kpis.*.tolerance': formula('constant'),
  'kpis.*.curve.[]': formula('constant'),
  'kpis.*.cap': formula('constant'),
  'kpis.*.pacing.working_days.holidays': name('dataset'),
  'kpis.*.status.on_track': formula('constant'),
  'kpis.*.status.at_risk': formula('constant'),
  'kpis.*.guardrails': name('kpi'),
  'kpis.*.guardrails.[].kpi': name('kpi'),
  'kpis.*.materiality': formula('constant'),
  'kpis.*.benchmark.value': formula('constant'),
  'kpis.*.benchmark.percentiles.*': formula('constant'),

  'incentives.*.participants': name('owner'),
  'incentives.*.components.[].kpi': name('kpi'),
  'incentives.*.components.[].goal': name('goal'),
  'incentives.*.amount': formula('constant'),
  'incentives.*.curve.[]': formula('constant'),
  'incentives.*.gate.kpi': name('kpi'),
  'incentives.*.cap': formula('constant'),

  'tests.*.given.*.[].*': value('field'),
  'tests.*.parameters.*': formula('constant'),
  'tests.*.expect.[].metric': plain('asked'),
  'tests.*.expect.[].kpi': name('kpi'),
  'tests.*.expect.[].metrics': plain('asked'),
  'tests.*.expect.[].over': plain('period'),
  'tests.*.expect.[].where': formula('condition'),
  'tests.*.expect.[].by': plain('member'),
  'tests.*.expect.[].by.*': value('dimension'),
  'tests.*.expect.[].grain': plain('level'),
  'tests.*.expect.[].value': formula('constant'),
  'tests.*.expect.[].score': formula('constant'),
  'tests.*.expect.[].target': formula('constant'),
  'tests.*.expect.[].table.[].*': formula('constant'),
  'tests.*.expect.[].finding': code,

  'questions.*.metrics': plain('asked'),
  'questions.*.by': plain('member'),
  'questions.*.grain': plain('level'),
  'questions.*.from': plain('period'),
  'questions.*.to': plain('period'),
  'questions.*.over': plain('period'),
  'questions.*.where': formula('condition'),
  'questions.*.having': formula('group'),
  'questions.*.order': plain('order'),
  'questions.*.parameters.*': formula('constant'),

  'use.*.from': part('folder'),
  'use.*.only': part('metric'),
  'use.*.with.*': formula('metric'),
  'use.*.with.*.dataset': formula('metric'),
  'use.*.with.*.fields.*': { kind: 'bound field' },
};
