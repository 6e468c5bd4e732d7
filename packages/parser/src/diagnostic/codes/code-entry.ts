// One entry of the code registry.

export interface CodeEntry {
  /** A short name of the problem: the title of its page in docs/errors. */
  readonly title: string;
  /** Errors cannot be switched off; the rest can, with a reason. */
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  /** Said only where a project asks for it: `severity: { KPI6049: warning }`. */
  readonly off?: true;
}
