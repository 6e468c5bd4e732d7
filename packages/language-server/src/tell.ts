// Says something to a client that may be gone, or may not want to hear it: the server goes on without.

export function tell(send: () => Promise<unknown>): void {
  try {
    send().catch(() => undefined);
  } catch {
    // A connection that is closed throws at once.
  }
}
