// The licences of what others wrote and is in the extension.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Notice {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

/** `inputs` are the files that programs are made of, relative to `root`. */
export function noticesOf(root: string, inputs: readonly string[]): readonly Notice[] {
  const folders = new Set(
    inputs
      .flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? [])
      .map((path) => join(root, path)),
  );
  const notices = [...folders].map((folder): Notice => {
    const about: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    if (file === undefined || !existsSync(join(folder, file))) throw new Error(`${folder} has no licence`);
    const field = (name: string): string =>
      typeof about === 'object' && about !== null && name in about ? String(about[name as keyof typeof about]) : '';
    return {
      name: field('name'),
      version: field('version'),
      license: field('license'),
      text: readFileSync(join(folder, file), 'utf8').trim(),
    };
  });
  return notices.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

export function noticesText(notices: readonly Notice[]): string {
  const intro = 'The extension contains the following software, each under its own licence.\n';
  return [
    intro,
    ...notices.map(
      ({ name, version, license, text }) => `${'='.repeat(72)}\n${name} ${version} (${license})\n\n${text}\n`,
    ),
  ].join('\n');
}
