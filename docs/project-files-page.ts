// The reference page of the files of a project, made from the shapes that the readers read.
import { definitionFile, libraryFile, projectFile } from '../packages/parser/src/shape/files.js';
import type { Condition, ObjectShape, Rule, Shape } from '../packages/parser/src/shape/shape.js';

const OPENING = `# Files of a project

A project is a folder with \`kpi.project.yaml\` at its root and definitions in \`*.kpi.yaml\` files below it; a library is one
with \`kpi.library.yaml\`. Several files, one namespace: a definition file may hold any sections, the project file may hold them too, and the order of files and
sections never matters. Every value is read from its text as it stands, so \`10.10\` keeps its last digit and \`yes\` is a
text. An unknown key is an error, and so is a key that would do nothing.

Formulas that contain a comma inside \`{ }\` or \`[ ]\`, \` #\`, or \`: \`, or that begin with a character that YAML owns,
stand in quotes or in a \`|\` block.

This page is generated: \`npx tsx --conditions=source docs/generate-project-files.ts\`.
`;

/** Every map with known keys has a section of its own. */
export function projectFilesPage(): string {
  const maps = new Set<ObjectShape>();
  for (const { shape } of [projectFile, libraryFile, definitionFile]) for (const map of mapsIn(shape)) maps.add(map);
  return [OPENING, ...[...maps].map(section)].join('\n');
}

function section({ noun, keys, rules }: ObjectShape): string {
  const lines = Object.entries(keys).map(
    ([name, { shape, required, doc }]) => `- \`${name}\`${required ? ' (needed)' : ''}: ${doc}. Takes ${takes(shape)}.`,
  );
  const sentences = rules.map((rule) => `- ${ruleText(rule)}: ${rule.why}.`);
  const title = noun.replace(/^(?:an?|the) /, '');
  const head = `## ${title.charAt(0).toUpperCase()}${title.slice(1)}\n\n${lines.join('\n')}\n`;
  return sentences.length === 0 ? head : `${head}\nRules:\n\n${sentences.join('\n')}\n`;
}

function takes(shape: Shape): string {
  switch (shape.kind) {
    case 'scalar':
      return shape.form.says;
    case 'formula':
      return 'a formula';
    case 'list':
      return shape.most === 2 && shape.least === 2
        ? `a pair (each ${takes(shape.of)})`
        : `a list (each ${takes(shape.of)})`;
    case 'named':
      return `a map by name, each ${takes(shape.of)}`;
    case 'object':
      return shape.noun;
    case 'byKey':
      return [shape.present, shape.absent].map(takes).join(' or ');
    case 'byKind':
      return [...new Set([shape.scalar, shape.list, shape.map].filter((option) => option !== null).map(takes))].join(
        ' or ',
      );
  }
}

function mapsIn(shape: Shape): readonly ObjectShape[] {
  switch (shape.kind) {
    case 'scalar':
    case 'formula':
      return [];
    case 'list':
    case 'named':
      return mapsIn(shape.of);
    case 'byKey':
      return [shape.present, shape.absent].flatMap(mapsIn);
    case 'byKind':
      return [shape.scalar, shape.list, shape.map].filter((option) => option !== null).flatMap(mapsIn);
    case 'object':
      return [shape, ...Object.values(shape.keys).flatMap((key) => mapsIn(key.shape))];
  }
}

function ruleText({ kind, when, others }: Rule): string {
  const subject = when === null ? 'it' : condition(when);
  const parts = others.map(condition);
  switch (kind) {
    case 'needs':
    case 'requires':
      return `${subject} needs ${parts.join(' or ')}`;
    case 'excludes':
      return `${subject} excludes ${parts.join(' and ')}`;
    case 'idle':
      return `${subject} does nothing beside ${parts.join(' or ')}`;
  }
}

function condition({ key, like }: Condition): string {
  const word = /^\^([a-z_ ]+)\$$/.exec(like?.source ?? '')?.[1];
  return word === undefined ? `\`${key}\`` : `\`${key}: ${word}\``;
}
