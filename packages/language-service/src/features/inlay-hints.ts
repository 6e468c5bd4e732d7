// What the checker found out and nobody wrote: the unit or the type behind the name of a formula.
import type { InlayHint, InlayHintKind, Range } from 'vscode-languageserver-types';
import { showUnit, showValueType, type Type } from '@sextant/parser';
import { typeText } from '../describe/type-text.js';
import { linesOf, offsetAt } from '../text/lines.js';
import { mentionsOf } from '../symbols/index-of.js';
import { checked, type Workspace } from '../workspace/workspace.js';
import type { Mention } from '../places/mention.js';
import { rangeIn } from './locations.js';

const TYPE: InlayHintKind = 1;

export interface InlayHintParams {
  readonly path: string;
  readonly range: Range;
}

export function inlayHints(workspace: Workspace, { path, range }: InlayHintParams): readonly InlayHint[] {
  const file = workspace.files.get(path);
  if (file === undefined) return [];
  const lines = linesOf(file);
  const [start, end] = [offsetAt(lines, range.start), offsetAt(lines, range.end)];
  return mentionsOf(workspace, path).flatMap((mention) => {
    const { span } = mention.node;
    if (mention.meaning.kind !== 'definition' || span.end < start || span.start > end) return [];
    const inferred = inferredType(workspace, mention);
    if (inferred === null || inferred.type.value.kind === 'unknown') return [];
    const { type, percent } = inferred;
    return [
      {
        position: rangeIn(workspace, path, { start: span.end, end: span.end }).start,
        label: `: ${hintOf(type, percent)}`,
        kind: TYPE,
        tooltip: typeText(type, percent),
      },
    ];
  });
}

/** Null where the definition says it, or has no formula. */
function inferredType(
  workspace: Workspace,
  { meaning, node, dataset }: Mention,
): { type: Type; percent: boolean } | null {
  const { graph } = checked(workspace);
  if (meaning.kind !== 'definition') return null;
  switch (meaning.of) {
    case 'metric': {
      const metric = graph.metrics.get(node.text);
      // Two of one name: the hint is about the first.
      if (metric === undefined || metric.def.unit !== null || metric.def.name.span.start !== node.span.start)
        return null;
      return metric;
    }
    case 'field': {
      const field = graph.datasets.get(dataset ?? '')?.fields.get(node.text);
      return field === undefined || field.formula === null ? null : { type: field.type, percent: false };
    }
    case 'kpi': {
      const kpi = graph.kpis.get(node.text);
      return kpi === undefined || kpi.formula === null ? null : kpi;
    }
    default:
      return null;
  }
}

/** The unit says most; without one the type does. */
function hintOf(type: Type, percent: boolean): string {
  if (percent) return 'percent';
  const unit = showUnit(type.unit);
  if (unit !== '') return unit;
  return type.value.kind === 'rational' || type.value.kind === 'decimal' ? 'number' : showValueType(type.value);
}
