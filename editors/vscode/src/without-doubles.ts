// The YAML extension of Red Hat checks files against our schemas. What it says of a line, we do not say once more.

/** As much of a diagnostic of the editor as is looked at. */
export interface Listed {
  readonly range: { readonly start: { readonly line: number } };
  readonly source?: string | undefined;
  readonly code?: unknown;
}

/** Keys, values and words: what a schema knows. Names, units and formulas it does not. */
const OF_THE_SHAPE = /^KPI11\d\d$/;

export function withoutDoubles<D extends Listed>(ours: readonly D[], all: readonly Listed[]): readonly D[] {
  const said = new Set(
    all.filter(({ source }) => source?.startsWith('yaml-schema') === true).map(({ range }) => range.start.line),
  );
  return said.size === 0
    ? ours
    : ours.filter((one) => !said.has(one.range.start.line) || !OF_THE_SHAPE.test(codeOf(one)));
}

function codeOf({ code }: Listed): string {
  const value: unknown = typeof code === 'object' && code !== null && 'value' in code ? code.value : code;
  return String(value);
}
