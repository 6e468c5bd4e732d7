// Stub.
export async function downloadProject(): Promise<void> {}
