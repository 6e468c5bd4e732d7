// The published JSON Schemas of the kinds of files, for editors: out of the same shapes that the readers read.
import { z } from 'zod';
import { definitionFile, libraryFile, projectFile } from './files.js';
import type { Shape } from './shape.js';
import { zodOf } from './zod-schema.js';

/** A JSON Schema (draft 7, which editors know best) as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Of `*.kpi.yaml`. */
export function definitionsJsonSchema(): JsonSchema {
  return jsonSchemaOf(definitionFile.shape, 'Sextant definitions');
}

/** Of `kpi.project.yaml`. */
export function projectJsonSchema(): JsonSchema {
  return jsonSchemaOf(projectFile.shape, 'Sextant project');
}

/** Of `kpi.library.yaml`. */
export function libraryJsonSchema(): JsonSchema {
  return jsonSchemaOf(libraryFile.shape, 'Sextant library');
}

function jsonSchemaOf(shape: Shape, title: string): JsonSchema {
  const schema = z.toJSONSchema(zodOf(shape), {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    // Our schemas see source texts, an editor's see what YAML made of them: `2` is a number there. `types` says which.
    override: ({ jsonSchema }) => {
      const { types, enum: words } = jsonSchema as { types?: readonly string[]; enum?: readonly unknown[] };
      if (types === undefined) return;
      delete jsonSchema['types'];
      if (types.join() === 'boolean' && words !== undefined) {
        delete jsonSchema.enum;
        jsonSchema.type = 'boolean';
      } else {
        Object.assign(jsonSchema, { type: types.length === 1 ? types[0] : types });
      }
    },
  });
  return { title, ...schema };
}
