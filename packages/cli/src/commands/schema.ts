// `kpi schema`: the JSON Schema of files of definitions, for editors.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledFolder } from '../bundled-folder.js';
import { defineCommand } from '../command-line/command.js';
import { EXIT } from '../exit-codes.js';

export const schema = defineCommand({
  name: 'schema',
  summary: 'print the JSON Schema of definitions, for editors',
  usage: '[options]',
  most: 0,
  description: [
    'Editors that know YAML check and complete with it: see docs/editors.md. It knows the shape of files only; names, types ' +
      'and units are what `kpi check` is for.',
  ],
  options: {
    project: { kind: 'flag', help: 'the schema of `kpi.project.yaml`' },
    library: { kind: 'flag', help: 'the schema of `kpi.library.yaml`' },
  },
  example: ['kpi schema > kpi.schema.json', 'kpi schema --project > kpi.project.schema.json'],
  run: async ({ options }, host) => {
    const folder = bundledFolder('schemas', 'schemas');
    if (folder === null) throw new Error('the schemas are missing');
    const kind = options.library ? 'kpi.library' : options.project ? 'kpi.project' : 'kpi';
    host.out.write(readFileSync(join(folder, `${kind}.schema.json`), 'utf8'));
    return EXIT.fine;
  },
});
