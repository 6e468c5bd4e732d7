// Stub.
export async function saveToFolder(): Promise<void> {}
