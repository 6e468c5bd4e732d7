// A field that is renamed still reads the column that it read: `column:` says which, from now on.
import { quoteYaml, type Field, type MapNode, type SourceFile, type YamlNode } from '@sextant/parser';
import { lineStartAt } from '../text/lines.js';
import { isPlainText, type OffsetEdit } from './write-scalar.js';

/** No edit where the column is named already, or where the field is computed. */
export function keepColumn(field: Field, file: SourceFile, root: MapNode): readonly OffsetEdit[] {
  const { def, dataset, name } = field;
  if (field.formula !== null || def.formula !== null || def.column !== null) return [];
  const value = below(below(below(below(root, 'datasets'), dataset), 'fields'), name);
  if (value === null) return [];
  const column = isPlainText(name, { isKey: false, inFlow: true }) ? name : quoteYaml(name);
  if (value.kind === 'scalar') {
    const { start, end } = value.span;
    const written = file.text.slice(start, end);
    // What follows the type stands between brackets now.
    const type =
      value.style !== 'plain' || isPlainText(value.text, { isKey: false, inFlow: true })
        ? written
        : quoteYaml(value.text);
    return [{ start, end, text: `{ type: ${type}, column: ${column} }` }];
  }
  const type = value.kind === 'map' ? value.entries.find(({ key }) => key.text === 'type') : undefined;
  if (value.kind !== 'map' || type === undefined) return [];
  const at = type.value.span.end;
  if (value.flow) return [{ start: at, end: at, text: `, column: ${column}` }];
  const lineStart = lineStartAt(file.text, type.key.span.start);
  const indent = ' '.repeat(type.key.span.start - lineStart);
  return [{ start: at, end: at, text: `\n${indent}column: ${column}` }];
}

function below(node: YamlNode | null, key: string): YamlNode | null {
  return node?.kind === 'map' ? (node.entries.find((entry) => entry.key.text === key)?.value ?? null) : null;
}
