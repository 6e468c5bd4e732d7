// Each kind of node has a sign beside its colour.
export const SIGNS: Readonly<Record<string, string>> = {
  dataset: '▤',
  dimension: '◫',
  metric: 'ƒ',
  kpi: '◎',
  goal: '⚑',
  owner: '☺',
  incentive: '¤',
  test: '✓',
  field: '·',
  parameter: 'p',
  question: '?',
};
