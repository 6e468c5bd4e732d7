// What datasets, their fields and dimensions say.
import type { Dataset, Dimension, Field, Reference, TimeAxis } from '../../types/model.js';
import type { FieldTyped } from '../../types/typed.js';
import { showUnit } from '../../types/unit.js';
import { showValueType } from '../../types/value-type.js';
import { listed, type Aspects } from './aspect.js';
import { normalFormula } from './normal-formula.js';

export function datasetAspects({ def, ...dataset }: Dataset, to: Aspects): void {
  const { say, sayText, nameOf } = to;
  say('from', 'numbers', sourceText(def));
  say('one', 'metadata', dataset.one);
  const key = dataset.key.map((field) => nameOf(`field:${dataset.name}.${field}`));
  say('key', 'breaking', listed(key), listed(dataset.key));
  say('time', 'numbers', timeText(dataset.time, to), timeShown(def));
  sayText('timezone', 'numbers', def.timezone);
  sayField('known_at', dataset.knownAt, def.knownAt?.text ?? null, to);
  say('plan', 'numbers', dataset.plan ? 'true' : null);
  sayText('grain', 'numbers', def.grain);
  sayText('starts', 'numbers', def.starts);
  sayText('fresh_within', 'target', def.freshWithin);
  const { calendar } = def;
  if (calendar !== null)
    say('calendar', 'numbers', [calendar.day, ...calendar.levels].map(({ text }) => text).join(', '));
  to.sayDescribed(def);
}

function sourceText({ from }: Dataset['def']): string | null {
  if (from === null) return null;
  if (from.kind === 'table') return `${from.connection.text}: ${from.table.text}`;
  const { format, delimiter, nullText } = from.options;
  const options = [
    ...(format === null ? [] : [`format ${format.value}`]),
    ...(delimiter === null ? [] : [`delimiter ${JSON.stringify(delimiter.text)}`]),
    ...(nullText === null ? [] : [`null ${JSON.stringify(nullText.text)}`]),
  ];
  return [from.path.text, ...options].join(', ');
}

function timeText(time: TimeAxis, to: Aspects): string {
  const text = (field: FieldTyped): string => normalFormula(to.graph, field, { nameOf: to.nameOf });
  switch (time.kind) {
    case 'undeclared':
    case 'none':
      return time.kind;
    case 'event':
    case 'snapshot':
      return `${time.kind} ${text(time.at)}`;
    case 'interval': {
      const [until, each] = [time.until, time.each].map((field) => (field === null ? '-' : text(field)));
      return `interval ${text(time.from)} until ${until} each ${each}`;
    }
  }
}

function timeShown({ time, snapshot, valid }: Dataset['def']): string {
  if (snapshot !== null) return `snapshots of ${snapshot.text}`;
  if (valid === null) return time?.text ?? 'not declared';
  const until = valid.untilNext ? `the next of each ${valid.each?.text ?? '?'}` : (valid.until?.text ?? 'ever');
  return `valid from ${valid.from.text} until ${until}`;
}

function sayField(key: string, field: FieldTyped | null, shown: string | null, { say, graph, nameOf }: Aspects): void {
  say(key, 'numbers', field === null ? null : normalFormula(graph, field, { nameOf }), shown);
}

export function fieldAspects(field: Field, references: readonly Reference[], to: Aspects): void {
  const { def } = field;
  to.say('type', 'breaking', showValueType(field.type.value));
  to.say('unit', 'breaking', showUnit(field.type.unit) === '' ? null : showUnit(field.type.unit));
  to.say('column', 'numbers', field.column);
  to.say('optional', 'numbers', field.optional ? 'true' : null);
  to.say('values', 'numbers', listed((field.values ?? []).toSorted()));
  to.say('currency', 'numbers', field.currencyField);
  to.sayText('counts', 'metadata', def.counts);
  if (field.formula !== null) to.sayFormula('formula', 'numbers', field.formula, def.formula);
  for (const reference of references) {
    const shown = [reference.to, ...(reference.role === null ? [] : [`as ${reference.role}`])].join(' ');
    const value = [to.nameOf(`dataset:${reference.to}`), reference.toKey, reference.role ?? ''].join(' ');
    to.say('references', 'breaking', value, shown);
  }
  to.sayDescribed(def);
}

export function dimensionAspects({ def, fields, type }: Dimension, to: Aspects): void {
  // One entry each, so that one more can be told from another one.
  for (const [i, field] of fields.entries()) {
    const text = normalFormula(to.graph, field, { nameOf: to.nameOf });
    to.say(
      `field ${text}`,
      'numbers',
      field.base === field.dataset ? 'listed' : `listed by ${field.base}`,
      def.fields[i]?.text,
    );
  }
  to.say('type', 'breaking', showValueType(type.value));
  to.sayDescribed(def);
}
