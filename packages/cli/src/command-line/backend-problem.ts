// Tells the failures of the database below that are no bug of ours: no memory, no disk.

export interface BackendProblem {
  readonly message: string;
  readonly help: string;
}

export function backendProblem(error: unknown): BackendProblem | null {
  if (!(error instanceof Error) || error.name !== 'ExecutionError') return null;
  const line = error.message.split('\n')[0] ?? '';
  if (/^Out of Memory Error/i.test(line)) {
    return {
      message: 'the question needs more memory than there is',
      help: 'allow more with `--memory 8GB`, or ask for fewer groups',
    };
  }
  if (/^IO Error/i.test(line)) {
    return { message: line.replace(/^IO Error:\s*/i, ''), help: 'look after the disk and the data files' };
  }
  return null;
}
