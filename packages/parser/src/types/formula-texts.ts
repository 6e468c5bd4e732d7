// Formulas by their text: a text has one syntax tree wherever it stands, so it is parsed once, and once in many checks.
import { parseFormula } from '../expression/parse-formula.js';
import type { ParsedFormula } from '../expression/parsed-formula.js';
import { metricReferences } from '../names/metric-references.js';
import type { ScalarNode } from '../yaml/tree.js';

export interface FormulaText extends ParsedFormula {
  /** Names that stand where a metric may stand, and KPIs whose target is named; each once, in the order in which they come. */
  readonly references: { readonly metrics: readonly string[]; readonly kpis: readonly string[] };
}

export interface FormulaTexts {
  readonly of: (node: ScalarNode) => FormulaText;
  /** For the next check: the same, and none of them where most are texts that were typed over. */
  readonly next: () => FormulaTexts;
}

/** So many texts that were typed over are kept beside those of the project. */
const MOST_STALE = 10_000;

export function formulaTexts(): FormulaTexts {
  // Blocks apart: in them `--` begins a comment. What a text says follows from it alone, so all checks of a project share them.
  const blocks = new Map<string, FormulaText>();
  const lines = new Map<string, FormulaText>();
  let first: number | null = null;
  const texts: FormulaTexts = {
    of: (node) => {
      // Comments are legal in literal blocks only: elsewhere YAML may have taken the line break that ends them.
      const literal = node.style === 'literal';
      const known = (literal ? blocks : lines).get(node.text);
      if (known !== undefined) return known;
      const found = read(node.text, literal);
      (literal ? blocks : lines).set(node.text, found);
      return found;
    },
    next: () => {
      const size = blocks.size + lines.size;
      first ??= size;
      return size > 2 * first + MOST_STALE ? formulaTexts() : texts;
    },
  };
  return texts;
}

function read(text: string, literal: boolean): FormulaText {
  const parsed = parseFormula(text, literal);
  const metrics = new Set<string>();
  const kpis = new Set<string>();
  metricReferences(
    parsed.root,
    (metric) => metrics.add(metric),
    (kpi) => kpis.add(kpi),
  );
  return { ...parsed, references: { metrics: [...metrics], kpis: [...kpis] } };
}
