// Whether the rows of one count are sure to be among those of another, sure not to be, or whether only the data can tell.
import type { Graph } from '../../graph/graph.js';
import { meaningsOf } from '../../graph/meanings.js';
import { bindIn } from '../../graph/read-in-graph.js';
import type { FieldTyped, Typed } from '../../types/typed.js';
import { walkTyped } from '../../types/walk-typed.js';
import type { CountedRows } from './counted-rows.js';
import { fieldCondition, implies } from './constraint.js';

/** Why not: in words for a note; null where nothing speaks against it. Both are rows of one dataset. */
export function whyNoPart(part: CountedRows, whole: CountedRows, graph: Graph): string | null {
  if (fieldKey(part.dated) !== fieldKey(whole.dated))
    return 'the one is dated otherwise than the other: rows of one period are counted against those of another';
  for (const { condition, text } of whole.conditions) {
    if (isMissing(condition, part, graph)) return `below the line only rows with \`${text}\` are counted`;
  }
  return null;
}

/** Only where it is sure that nothing in the part's conditions sees to it. */
function isMissing(wanted: Typed, part: CountedRows, graph: Graph): boolean {
  const meanings = meaningsOf(graph);
  const meaning = meanings.ofFormula(wanted);
  if (part.conditions.some(({ condition }) => meanings.ofFormula(condition) === meaning)) return false;
  const about = fieldsIn(wanted, part.dataset, graph);
  if (about === null) return false;
  const near: Typed[] = [];
  for (const { condition } of part.conditions) {
    const fields = fieldsIn(condition, part.dataset, graph);
    if (fields === null) return false;
    if ([...fields].some((field) => about.has(field))) near.push(condition);
  }
  const [only, ...more] = near;
  if (only === undefined) return true;
  // Two conditions on a field may do together what neither does alone.
  if (more.length > 0) return false;
  const [narrow, wide] = [fieldCondition(only), fieldCondition(wanted)];
  if (narrow === null || wide === null || keyOf(narrow.subject, part.dataset, graph) === null) return false;
  if (keyOf(narrow.subject, part.dataset, graph) !== keyOf(wide.subject, part.dataset, graph)) return false;
  return implies(narrow.constraint, wide.constraint) === false;
}

/** The stored fields that a condition depends on; null where that cannot be told. */
function fieldsIn(condition: Typed, dataset: string, graph: Graph): ReadonlySet<string> | null {
  const fields = new Set<string>();
  let known = true;
  const visit = (typed: Typed, path: string): void =>
    walkTyped(typed, (node) => {
      if (node.kind === 'child') known = false;
      if (node.kind !== 'field' && node.kind !== 'member') return;
      const field = node.kind === 'field' ? node : boundTo(node, dataset, graph);
      if (field === null) {
        known = false;
        return;
      }
      const key = `${path}${fieldKey(field)}`;
      const formula = graph.datasets.get(field.dataset)?.fields.get(field.field)?.formula ?? null;
      if (formula === null) fields.add(key);
      else if (!fields.has(key)) {
        fields.add(key);
        visit(formula, `${path}${field.path.map((step) => `${step.field}>`).join('')}`);
      }
    });
  visit(condition, '');
  return known ? fields : null;
}

function keyOf(subject: Typed, dataset: string, graph: Graph): string | null {
  if (subject.kind === 'field') return fieldKey(subject);
  return subject.kind === 'member' ? fieldKey(boundTo(subject, dataset, graph)) : null;
}

function boundTo(
  { member }: Extract<Typed, { readonly kind: 'member' }>,
  dataset: string,
  graph: Graph,
): FieldTyped | null {
  const binding = bindIn(graph, member, dataset);
  return binding.kind === 'bound' && !binding.overlapping ? binding.field : null;
}

function fieldKey(field: FieldTyped | null): string | null {
  return field === null ? null : [...field.path.map((step) => step.field), field.field].join('>');
}
