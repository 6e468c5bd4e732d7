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
  /** For the next check: what this one did not look at is forgotten by it. */
  readonly next: () => FormulaTexts;
}

type ByText = ReadonlyMap<string, FormulaText>;

/** Blocks apart: in them `--` begins a comment. */
interface Known {
  readonly blocks: ByText;
  readonly lines: ByText;
}

export function formulaTexts(before: Known = { blocks: new Map(), lines: new Map() }): FormulaTexts {
  const now = { blocks: new Map<string, FormulaText>(), lines: new Map<string, FormulaText>() };
  return {
    of: (node) => {
      // Comments are legal in literal blocks only: elsewhere YAML may have taken the line break that ends them.
      const literal = node.style === 'literal';
      const part = literal ? 'blocks' : 'lines';
      const { text } = node;
      const known = now[part].get(text);
      if (known !== undefined) return known;
      const found = before[part].get(text) ?? read(text, literal);
      now[part].set(text, found);
      return found;
    },
    next: () => formulaTexts(now),
  };
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
