// The dataset of exchange rates: codes are texts, the day is a time, the rate an exact number.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Located } from '../shape/definitions.js';
import { argumentType } from '../types/errors.js';
import { notATime } from '../types/join-errors.js';
import { isNumeric, isTemporal, showValueType, type ValueType } from '../types/value-type.js';
import type { Rule } from './rule.js';

export const exchangeRates: Rule = {
  name: 'exchange-rates',
  check(graph, report) {
    const rates = graph.project.def.exchangeRates;
    const fields = rates === null ? undefined : graph.datasets.get(rates.dataset.text)?.fields;
    if (rates === null || fields === undefined) return;
    const hold = (part: Located, is: (type: ValueType) => boolean, say: (found: string) => Diagnostic): void => {
      const type = fields.get(part.text)?.type.value;
      if (type !== undefined && type.kind !== 'unknown' && !is(type)) report(say(showValueType(type)));
    };
    for (const part of [rates.from, rates.to]) {
      hold(
        part,
        (type) => type.kind === 'text',
        (found) => argumentType('exchange_rates', 'a text with an ISO 4217 code', found, part.span),
      );
    }
    hold(rates.at, isTemporal, (found) => notATime(rates.at.text, found, rates.at.span));
    hold(
      rates.rate,
      (type) => isNumeric(type) && type.kind !== 'float',
      (found) => argumentType('exchange_rates', 'an exact number', found, rates.rate.span),
    );
  },
};
