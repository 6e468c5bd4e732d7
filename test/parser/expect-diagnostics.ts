// Projects in, short texts out: what is said, at which characters of the file, and of which type a formula is.
import { describe, expect, test } from 'vitest';
import { showUnit, showValueType, type Diagnostic, type Graph, type Type } from '@sextant/parser';
import { parseProject, type SourceFile } from '@sextant/parser';

/** One definition file, or files by path. */
export type Texts = string | Readonly<Record<string, string>>;

export function filesOf(texts: Texts): readonly SourceFile[] {
  return typeof texts === 'string'
    ? [{ path: 'a.kpi.yaml', text: texts }]
    : Object.entries(texts).map(([path, text]) => ({ path, text }));
}

export interface Parsed {
  readonly graph: Graph;
  readonly diagnostics: readonly Diagnostic[];
  /** `CODE @ characters`, in the order in which they are shown; warnings as `CODE? @ characters`. */
  readonly said: readonly string[];
}

/** What the checker says of a set of definitions: a test of one definition has no complete set around it. */
export const OF_A_SET = /^KPI60(?:4\d|5\d|6[0-2])$/;

export function parse(texts: Texts): Parsed {
  const files = filesOf(texts);
  const { value, diagnostics: all } = parseProject(files);
  const diagnostics = all.filter(({ code }) => !OF_A_SET.test(code));
  const sources = new Map(files.map(({ path, text }) => [path, text]));
  const said = diagnostics.map(({ code, severity, span }) => {
    const slice = sources.get(span.file)?.slice(span.start, span.end) ?? `no file ${span.file}`;
    return `${code}${severity === 'error' ? '' : '?'} @ ${slice}`;
  });
  return { graph: value, diagnostics, said };
}

/** `CODE @ characters` for everything that a project gives rise to. */
export function said(texts: Texts): readonly string[] {
  return parse(texts).said;
}

/** The sentence of the only diagnostic, with its label, notes and help. */
export function words(texts: Texts): string {
  const { diagnostics } = parse(texts);
  expect(diagnostics).toHaveLength(1);
  return diagnostics
    .flatMap(({ message, label, related, notes, help }) => [
      message,
      ...(label === undefined ? [] : [`^ ${label}`]),
      ...related.map((one) => `& ${one.label}`),
      ...notes.map((note) => `= ${note}`),
      ...(help === undefined ? [] : [`? ${help}`]),
    ])
    .join('\n');
}

/** The text after the only fix of the only diagnostic. */
export function fixed(text: string): string {
  const { diagnostics } = parse(text);
  const edits = diagnostics.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((all, edit) => all.slice(0, edit.span.start) + edit.text + all.slice(edit.span.end), text);
}

/** `decimal(2) EUR`, `constant integer`; what was reported is `unknown`. */
export function showType(type: Type): string {
  if (type.value.kind === 'unknown') return 'unknown';
  const level = type.level === 'constant' ? 'constant ' : '';
  return `${level}${showValueType(type.value)} ${showUnit(type.unit)}`.trim();
}

/**
 * Tests from lines: `formula : type` for a formula without a diagnostic, `formula ! CODE @ characters; CODE @ ...` for one
 * with. `wrap` makes a project of a formula and finds the type in its graph. Lines that start with `--` are headings.
 */
export function formulas(title: string, wrap: FormulaPlace, lines: string): void {
  describe(title, () => {
    for (const line of lines.split('\n').map((one) => one.trim())) {
      if (line === '' || line.startsWith('--')) continue;
      const [, formula = '', kind = '', wanted = ''] = /^(.*?) +(:|!) (.*)$/.exec(line) ?? [];
      test(line, () => {
        expect(formula, 'a line is `formula : type` or `formula ! problems`').not.toBe('');
        const { graph, said } = parse(wrap.project(formula));
        if (kind === ':') expect([showType(wrap.type(graph)), ...said]).toEqual([wanted]);
        else expect(said.join('; ')).toBe(wanted);
        // What is unknown was reported.
        if (!said.some((one) => !one.includes('?'))) expect(wrap.type(graph).value.kind).not.toBe('unknown');
      });
    }
  });
}

export interface FormulaPlace {
  readonly project: (formula: string) => Texts;
  readonly type: (graph: Graph) => Type;
}
