// The difference of two texts as `patch` and `git apply` read it.

interface Step {
  readonly kind: ' ' | '-' | '+';
  readonly line: string;
}

const CONTEXT = 3;

/** The search costs the square of the changes: beyond this many all lines are taken for changed, as most of them are. */
const MOST_CHANGES = 1000;

/** Empty where the texts are equal. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const steps = stepsOf(linesOf(before), linesOf(after));
  const hunks = hunksOf(steps).map((hunk) => showHunk(steps, hunk));
  return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

/** Each with its line break; the last may have none. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The shortest way from one to the other (Myers, An O(ND) Difference Algorithm, 1986), after what is equal at both ends. */
function stepsOf(a: readonly string[], b: readonly string[]): readonly Step[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const same = (lines: readonly string[]): readonly Step[] => lines.map((line) => ({ kind: ' ', line }));
  return [
    ...same(a.slice(0, head)),
    ...shortest(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...same(a.slice(a.length - tail)),
  ];
}

function shortest(a: readonly string[], b: readonly string[]): readonly Step[] {
  // For each diagonal how far it can be followed; one copy for each number of changes, to walk back along.
  let reach = new Map<number, number>([[1, 0]]);
  const trace: ReadonlyMap<number, number>[] = [];
  for (let changes = 0; changes <= Math.min(a.length + b.length, MOST_CHANGES); changes++) {
    trace.push(reach);
    const next = new Map(reach);
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = goesDown(reach, diagonal, changes) ? at(reach, diagonal + 1) : at(reach, diagonal - 1) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return walkBack(a, b, trace);
    }
    reach = next;
  }
  const all = (kind: '-' | '+', lines: readonly string[]): readonly Step[] => lines.map((line) => ({ kind, line }));
  return [...all('-', a), ...all('+', b)];
}

function walkBack(
  a: readonly string[],
  b: readonly string[],
  trace: readonly ReadonlyMap<number, number>[],
): readonly Step[] {
  const steps: Step[] = [];
  let x = a.length;
  let y = b.length;
  for (let changes = trace.length - 1; changes >= 0; changes--) {
    const reach = trace[changes] ?? new Map<number, number>();
    const diagonal = x - y;
    const from = goesDown(reach, diagonal, changes) ? diagonal + 1 : diagonal - 1;
    const startX = changes === 0 ? 0 : at(reach, from);
    const startY = changes === 0 ? 0 : startX - from;
    for (; x > startX && y > startY; y--) steps.push({ kind: ' ', line: a[--x] ?? '' });
    if (changes === 0) break;
    if (x === startX) steps.push({ kind: '+', line: b[--y] ?? '' });
    else steps.push({ kind: '-', line: a[--x] ?? '' });
  }
  return steps.reverse();
}

function goesDown(reach: ReadonlyMap<number, number>, diagonal: number, changes: number): boolean {
  return diagonal === -changes || (diagonal !== changes && at(reach, diagonal - 1) < at(reach, diagonal + 1));
}

function at(reach: ReadonlyMap<number, number>, diagonal: number): number {
  return reach.get(diagonal) ?? 0;
}

interface Hunk {
  readonly from: number;
  readonly to: number;
}

function hunksOf(steps: readonly Step[]): readonly Hunk[] {
  const hunks: { from: number; to: number }[] = [];
  for (const [i, { kind }] of steps.entries()) {
    if (kind === ' ') continue;
    const from = Math.max(0, i - CONTEXT);
    const to = Math.min(steps.length, i + CONTEXT + 1);
    const last = hunks.at(-1);
    if (last !== undefined && from <= last.to) last.to = to;
    else hunks.push({ from, to });
  }
  return hunks;
}

function showHunk(steps: readonly Step[], { from, to }: Hunk): string {
  const count = (part: readonly Step[], other: '-' | '+'): number => part.filter(({ kind }) => kind !== other).length;
  const before = steps.slice(0, from);
  const inside = steps.slice(from, to);
  const range = (other: '-' | '+'): string => {
    const lines = count(inside, other);
    const start = count(before, other) + (lines === 0 ? 0 : 1);
    return lines === 1 ? String(start) : `${start},${lines}`;
  };
  const body = inside.map(({ kind, line }) =>
    line.endsWith('\n') ? `${kind}${line}` : `${kind}${line}\n\\ No newline at end of file\n`,
  );
  return `@@ -${range('+')} +${range('-')} @@\n${body.join('')}`;
}
