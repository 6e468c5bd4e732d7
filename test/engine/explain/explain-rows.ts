// Helper: an explanation over rows that are given as texts, and its tree as lines that can be read.
import type { Diagnostic } from '@sextant/parser';
import {
  checkRequest,
  explainChecked,
  rowsAsker,
  type ExplainNode,
  type ExplainRequest,
  type Explanation,
} from '@sextant/engine';
import type { Situation } from '../reference/ask.js';

export async function explainRows(
  { graph, rows }: Situation,
  request: Partial<ExplainRequest> & Pick<ExplainRequest, 'subject'>,
): Promise<Explanation> {
  const checked = checkRequest(graph, { asOf: '2026-12-31', ...request });
  if (checked.value === null) throw new Error(codes(checked.diagnostics));
  const explained = await explainChecked(graph, checked.value, rowsAsker(graph, rows), async () => null);
  if (explained.value === null) throw new Error(codes(explained.diagnostics));
  return explained.value;
}

export function codes(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n');
}

/** `over metric orders = 4 order`, indented by depth. */
export function treeLines(node: ExplainNode, depth = 0): readonly string[] {
  const name = node.kind === 'metric' ? `${node.metric}: ${node.label}` : node.label;
  const value = node.value ?? `(${node.reason ?? '?'})`;
  const line = `${'  '.repeat(depth)}${node.role} ${node.kind} ${name} = ${value} ${node.unit}`.trimEnd();
  return [line, ...node.children.flatMap((child) => treeLines(child, depth + 1))];
}

/** All nodes, the root first. */
export function nodesOf(node: ExplainNode): readonly ExplainNode[] {
  return [node, ...node.children.flatMap(nodesOf)];
}
