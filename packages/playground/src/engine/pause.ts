// A moment for the worker to look at its post: what is taken back while it computes is heard only then.

export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
