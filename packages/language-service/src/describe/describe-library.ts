// What a library and its inputs are, for whoever points at the use of one.
import type { BoundInput, Graph, Origin, UsedLibrary } from '@sextant/parser';
import type { Meaning } from '../places/meaning.js';
import { code, names, paragraphs, plain } from './markdown.js';

/** `path` leads to the text: `use`, the name of the use, `with`, the name of the input. */
export function describeLibraryPart(
  graph: Graph,
  part: Extract<Meaning, { kind: 'library part' }>['part'],
  path: readonly string[],
  text: string,
): string | null {
  const library = graph.uses.get(path[1] ?? '')?.library ?? null;
  if (library === null) return null;
  switch (part) {
    case 'folder':
      return describeLibrary(library);
    case 'input': {
      const input = library.inputs.find(({ name }) => name === text);
      return input === undefined ? null : describeInput(input, library);
    }
    case 'role': {
      const role = library.inputs.find(({ name }) => name === path[3])?.roles.find(({ name }) => name === text);
      return role === undefined ? null : code(`field ${path[3] ?? ''}.${text}: ${role.needs}`);
    }
    case 'metric':
      return null;
  }
}

export function describeLibrary(library: UsedLibrary): string {
  const { name, version, title, description, inputs, folder } = library;
  return paragraphs(
    code(`library ${name}${version === null ? '' : ` ${version}`}`),
    title === null ? null : `**${plain(title)}**`,
    description === null ? null : plain(description),
    `in \`${folder}\``,
    inputs.length === 0 ? null : `over ${inputs.map(boundText).join(', ')}`,
  );
}

function describeInput(input: BoundInput, { name }: UsedLibrary): string {
  const { description, needs, kind } = input;
  return paragraphs(
    code(`input ${input.name}: ${needs}`),
    description === null ? null : plain(description),
    `a ${kind} of \`${name}\``,
  );
}

function boundText({ name, bound }: BoundInput): string {
  return bound === null ? `\`${name}\` (missing)` : `\`${name}\` = \`${bound}\``;
}

/** Where a definition comes from, and what it is over. */
export function originText(graph: Graph, { alias, library, version, folder }: Origin): string {
  const inputs = graph.uses.get(alias)?.library?.inputs ?? [];
  const over = inputs.flatMap(({ bound }) => bound ?? []);
  const whose = `of the library \`${library}\`${version === null ? '' : ` ${version}`} in \`${folder}\``;
  return over.length === 0 ? whose : `${whose}, over ${names(over)}`;
}
