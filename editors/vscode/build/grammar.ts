// A grammar for the first moment, before the language server has said what is what: names of functions in plain YAML texts, and no more,
// since it is laid over every YAML file.
import { allFunctions } from '@sextant/parser';

export function grammar(): object {
  const names = allFunctions.filter((spec) => spec.kind !== 'context' || spec.form === 'call').map(({ name }) => name);
  return {
    scopeName: 'kpi.functions.injection',
    injectionSelector: 'L:source.yaml string.unquoted',
    patterns: [{ name: 'support.function.kpi', match: `\\b(?:${names.join('|')})(?=\\()` }],
  };
}
