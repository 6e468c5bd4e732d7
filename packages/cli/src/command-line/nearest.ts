// Nearest names, loaded only where a name was wrong: the parser's package is too heavy for a command that is right.

export async function nearestHelp(wrong: string, names: readonly string[]): Promise<string | undefined> {
  const { didYouMeanHelp } = await import('@sextant/parser');
  return didYouMeanHelp(wrong, names);
}
