// What an executor's promise is rejected with: the engine below failed, was interrupted, or was asked for what is refused.

export type ExecutionErrorKind = 'failed' | 'interrupted' | 'refused';

export interface ExecutionError extends Error {
  readonly name: 'ExecutionError';
  readonly kind: ExecutionErrorKind;
}

export function executionError(kind: ExecutionErrorKind, message: string, cause?: unknown): ExecutionError {
  return Object.assign(new Error(message, { cause }), { name: 'ExecutionError' as const, kind });
}

export function isExecutionError(error: unknown): error is ExecutionError {
  return error instanceof Error && error.name === 'ExecutionError';
}

export function isInterrupted(error: unknown): boolean {
  return isExecutionError(error) && error.kind === 'interrupted';
}
