// How a text begins: what tells a list of objects from one object after the other.

/** The first character that is no space; null for a file without one. */
export async function firstCharacter(chunks: AsyncIterable<string>): Promise<string | null> {
  for await (const chunk of chunks) {
    const character = chunk.trimStart()[0];
    if (character !== undefined) return character;
  }
  return null;
}
