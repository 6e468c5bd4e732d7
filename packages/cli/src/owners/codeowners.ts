// A CODEOWNERS file, for GitHub and GitLab: who is asked when a file of definitions changes.
import type { Graph, OwnerDef } from '@sextant/parser';

/** `prefix` is the project's folder below the repository's, with a `/` behind it, or empty. */
export function codeowners(graph: Graph, prefix: string): string {
  const files = new Map<string, Set<string>>(graph.files.map(({ path }) => [path, new Set()]));
  for (const { def } of [...graph.kpis.values(), ...graph.goals.values(), ...graph.metrics.values()]) {
    const owner = def.owner === null ? undefined : graph.owners.get(def.owner.text);
    if (owner !== undefined) files.get(def.name.span.file)?.add(handleOf(owner));
  }
  const owned = [...files].flatMap(([path, owners]) =>
    owners.size === 0 ? [] : [`${patternOf(`${prefix}${path}`)} ${[...owners].sort().join(' ')}`],
  );
  const command = `kpi owners --format codeowners${prefix === '' ? '' : ` --project ${prefix.slice(0, -1)}`}`;
  return [
    `# Made by \`${command}\` from the owners of KPIs, goals and metrics.`,
    '# Change the definitions, and make it again.',
    ...owned.sort(),
    '',
  ].join('\n');
}

/** The contact where it is a handle or an address of mail, else the owner's name as a handle. */
export function handleOf({ name, contact }: Pick<OwnerDef, 'name' | 'contact'>): string {
  const reached = contact?.text ?? '';
  if (/^@[\w-]+(?:\/[\w.-]+)*$/.test(reached) || /^[^\s@#]+@[^\s@#]+\.[^\s@#]+$/.test(reached)) return reached;
  return `@${name.text.replace(/[^\p{L}\p{N}_.-]+/gu, '-')}`;
}

/** From the root of the repository; what would match more than the file is written so that it does not. */
function patternOf(path: string): string {
  return `/${path.replace(/[\\\s*?[\]!#]/g, '\\$&')}`;
}
