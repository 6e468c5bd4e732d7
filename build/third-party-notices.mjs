// The licences of what others wrote and a build carries: everything that a package depends on to run, found in the installation.
// `node build/third-party-notices.mjs PACKAGE FILE` writes them down.
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `except`: packages that are not carried along but installed beside. */
export function noticesOf(packageFolder, except = []) {
  const found = new Map();
  const visit = (folder) => {
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const isOurs = about.name.startsWith('@sextant/');
    if (found.has(about.name)) return;
    found.set(about.name, isOurs ? null : { ...licenceIn(folder, about), name: about.name, version: about.version });
    for (const name of Object.keys(about.dependencies ?? {})) {
      const next = except.includes(name) ? null : installed(name, folder);
      if (next !== null) visit(next);
    }
  };
  visit(join(root, packageFolder));
  return [...found.values()].filter((one) => one !== null).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** As modules are found: in the nearest `node_modules` above. Null for what an optional dependency left out. */
function installed(name, from) {
  for (let folder = realpathSync(from); ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if (existsSync(join(path, 'package.json'))) return realpathSync(path);
    if (dirname(folder) === folder) return null;
  }
}

function licenceIn(folder, about) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const licence = typeof about.license === 'string' ? about.license : '';
  if (file === undefined && licence === '') throw new Error(`${folder} has no licence`);
  return { licence, text: file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim() };
}

export function noticesText(notices) {
  return [
    'This build contains the following software, each under its own licence.\n',
    ...notices.map(
      ({ name, version, licence, text }) => `${'='.repeat(72)}\n${name} ${version} (${licence})\n\n${text}\n`,
    ),
  ].join('\n');
}

const [, script, packageFolder, file] = process.argv;
if (script !== undefined && import.meta.url === pathToFileURL(script).href)
  writeFileSync(join(root, file), noticesText(noticesOf(packageFolder)));
