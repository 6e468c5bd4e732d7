// The exit codes of every command.

export const EXIT = {
  fine: 0,
  /** The definitions or the data have errors. */
  findings: 1,
  /** The command line, a path or a question is wrong. */
  usage: 2,
  /** A bug of ours. */
  internal: 3,
  /** KPIs stand where `kpi status --fail-on` says that none may; the definitions are sound. */
  failing: 4,
  /** Ctrl-C: 128 and the number of the signal. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
