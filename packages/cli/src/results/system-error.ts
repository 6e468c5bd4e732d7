// What the file system says, in words for people.

/** The file system's own, or the database's about the file. */
export function isSystemError(error: unknown): error is Error {
  return error instanceof Error && ('syscall' in error || error.message.startsWith('IO Error'));
}

/** Without the code and without the name of an unfinished file, which nobody has asked for. */
export function systemReason({ message }: Error): string {
  const first = message.split('\n')[0] ?? '';
  return first.replace(/^E[A-Z0-9]+: /, '').replace(/, [a-z]+ '.*$/, '');
}
