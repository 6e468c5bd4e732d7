// The reference page of all functions, made from what the functions say of themselves.
import { functionGroups, type FunctionGroup } from '../packages/parser/src/functions/function-groups.js';
import type { FunctionSpec } from '../packages/parser/src/functions/function-spec.js';

const OPENING = `# Functions

Everything that a formula can call, and the words that have a syntax of their own. Names are case-insensitive. Unless a
line says otherwise, a function of something that has no value has no value, and an aggregate leaves rows without a
value out. What is exact stays exact; a result is approximate only where the line says so or an argument is.

This page is generated: \`npx tsx --conditions=source docs/generate-functions.ts\`.
`;

export function functionsPage(): string {
  return [OPENING, ...functionGroups.map(groupSection)].join('\n');
}

function groupSection({ title, specs }: FunctionGroup): string {
  return [`## ${title}\n`, ...specs.map(functionSection)].join('\n');
}

function functionSection({ name, signature, doc, example }: FunctionSpec): string {
  return `### ${name}\n\n\`${signature}\`: ${doc}\n\n\`\`\`\n${example}\n\`\`\`\n`;
}
