// What a pattern of paths names: `*` and `?` inside one step, `**` for any number of steps.

export function isGlob(path: string): boolean {
  return /[*?]/.test(path);
}

export function stepPattern(step: string): RegExp {
  const source = step
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'su');
}

/** Names that begin with a dot are found only by a pattern that begins with one. */
export function matchesGlob(path: string, pattern: string): boolean {
  const steps = pattern.split('/').filter((step) => step !== '' && step !== '.');
  return matches(path.split('/'), steps);
}

function matches(names: readonly string[], steps: readonly string[]): boolean {
  const [step, ...rest] = steps;
  const [name, ...below] = names;
  if (step === undefined) return name === undefined;
  if (name === undefined) return false;
  if (step === '**')
    return matches(names, rest) || (!name.startsWith('.') && below.length > 0 && matches(below, steps));
  if (!stepPattern(step).test(name) || (name.startsWith('.') && !step.startsWith('.'))) return false;
  return matches(below, rest);
}
