// Stub.
export async function copyLink(): Promise<void> {}
