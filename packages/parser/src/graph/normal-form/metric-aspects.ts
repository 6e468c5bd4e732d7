// What metrics and parameters say.
import type { Metric, Parameter } from '../graph.js';
import type { Type } from '../../types/typed.js';
import { showUnit } from '../../types/unit.js';
import { showValueType } from '../../types/value-type.js';
import { listed, type Aspects } from './aspect.js';

export function metricAspects({ def, ...metric }: Metric, to: Aspects): void {
  to.sayFormula('formula', 'numbers', metric.formula, def.formula);
  to.say('empty', 'numbers', metric.emptyZero ? '0' : null);
  numberAspects(metric, to);
  if (def.owner !== null) to.say('owner', 'ownership', to.nameOf(`owner:${def.owner.text}`), def.owner.text);
  to.sayText('question', 'metadata', def.question);
  to.say('aliases', 'metadata', listed((def.aliases ?? []).map(({ text }) => text)));
  to.say('direction', 'metadata', def.direction?.value ?? null);
  to.say('guardrails', 'metadata', listed((def.guardrails ?? []).map(({ text }) => to.nameOf(`metric:${text}`))));
  to.say('source', 'metadata', listed((def.source ?? []).map(({ text }) => text)));
  to.sayText('mistake', 'metadata', def.mistake);
  to.sayDescribed(def);
}

/** What a metric and a KPI say about their number beside its formula. */
export function numberAspects(
  number: Pick<Metric, 'type' | 'percent' | 'decimals' | 'additive'>,
  { say }: Pick<Aspects, 'say'>,
): void {
  const { type, percent, decimals } = number;
  say('type', 'breaking', numberType(type));
  say('unit', 'breaking', showUnit(type.unit) === '' ? null : showUnit(type.unit));
  say('additive', 'breaking', number.additive ? 'true' : null);
  // Digits of a percentage are two digits further down in the number.
  if (decimals !== null) {
    const shown = `${decimals} ${percent ? 'digits of the percentage' : 'digits'}`;
    say('rounding', 'numbers', String(percent ? decimals + 2 : decimals), shown);
  }
  say('format', 'metadata', percent ? 'percent' : null);
}

/** Whole numbers, decimals and quotients are all exact, and whoever reads them need not know which they are. */
function numberType({ value }: Type): string {
  switch (value.kind) {
    case 'integer':
    case 'decimal':
    case 'rational':
      return 'exact number';
    case 'float':
      return 'approximate number';
    default:
      return showValueType(value);
  }
}

export function parameterAspects({ def, value, type }: Parameter, to: Aspects): void {
  to.sayFormula('value', 'numbers', value, def.value);
  to.say('type', 'breaking', numberType(type));
  to.say('unit', 'breaking', showUnit(type.unit) === '' ? null : showUnit(type.unit));
  to.sayDescribed(def);
}
