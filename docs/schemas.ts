// The published JSON Schemas as texts, made from the shapes that the readers read.
import {
  definitionsJsonSchema,
  libraryJsonSchema,
  projectJsonSchema,
  type JsonSchema,
} from '../packages/parser/src/shape/json-schema.js';

/** By the names of their files in schemas/. */
export function schemas(): Readonly<Record<string, string>> {
  return {
    'kpi.schema.json': textOf(definitionsJsonSchema()),
    'kpi.library.schema.json': textOf(libraryJsonSchema()),
    'kpi.project.schema.json': textOf(projectJsonSchema()),
  };
}

function textOf(schema: JsonSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
