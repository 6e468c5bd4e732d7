// The field that says the currency of each row holds codes, which are texts.
import { argumentType } from '../types/errors.js';
import { showValueType } from '../types/value-type.js';
import type { Rule } from './rule.js';

export const currencyFields: Rule = {
  name: 'currency-fields',
  check(graph, report) {
    for (const dataset of graph.datasets.values()) {
      for (const { def } of dataset.fields.values()) {
        const code = def.currency === null ? undefined : dataset.fields.get(def.currency.text);
        if (def.currency === null || code === undefined) continue;
        const { value } = code.type;
        if (value.kind === 'text' || value.kind === 'unknown') continue;
        report(argumentType('currency', 'a text with an ISO 4217 code', showValueType(value), def.currency.span));
      }
    }
  },
};
