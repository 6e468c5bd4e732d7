// Helpers of the tests of shapes: texts in, definitions and diagnostics out.
import type { Diagnostic } from '../../../packages/parser/src/diagnostic/diagnostic.js';
import type { Definitions } from '../../../packages/parser/src/shape/definitions.js';
import { shapeProject } from '../../../packages/parser/src/shape/shape-project.js';
import { readYaml } from '../../../packages/parser/src/yaml/read-yaml.js';

interface Read {
  readonly value: Definitions;
  /** Of the YAML stage and of the shape stage. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Files by path. */
export function shapeFiles(texts: Readonly<Record<string, string>>): Read {
  const files = Object.entries(texts).map(([path, text]) => {
    const file = { path, text };
    const { value, diagnostics } = readYaml(file);
    return { file, root: value, diagnostics };
  });
  const { value, diagnostics } = shapeProject(files);
  return { value, diagnostics: [...files.flatMap((file) => file.diagnostics), ...diagnostics] };
}

/** One definition file. */
export function shape(text: string): Read {
  return shapeFiles({ 'a.kpi.yaml': text });
}

/** `CODE at <text>: message`, in order of place. */
export function complaints(text: string, path = 'a.kpi.yaml'): readonly string[] {
  const { diagnostics } = shapeFiles({ [path]: text });
  return diagnostics
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ code, span, message }) => `${code} at <${text.slice(span.start, span.end)}>: ${message}`);
}

export function helpOf(text: string): string | undefined {
  return shape(text).diagnostics[0]?.help;
}

/** The text after the first fix of its only diagnostic. */
export function mended(text: string): string {
  const { diagnostics } = shape(text);
  const edits = diagnostics[0]?.fixes[0]?.edits ?? [];
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, text }) => all.slice(0, span.start) + text + all.slice(span.end), text);
}
