// The committed schemas are what the shapes say today, and an editor that checks the examples with them finds nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemas } from '../../../docs/schemas.js';

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('schemas/ is up to date', () => {
  expect(readdirSync(join(root, 'schemas')).sort()).toEqual(Object.keys(schemas()).sort());
  for (const [name, text] of Object.entries(schemas())) {
    expect(read(`schemas/${name}`) === text, 'run `npx tsx --conditions=source docs/generate-schemas.ts`').toBe(true);
  }
});

interface Schema {
  readonly [keyword: string]: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keywords that the schemas use, and no others: a new one fails here and is then added. */
function problems(schema: Schema, value: unknown, whole: Schema, place: string): readonly string[] {
  const inner = (one: unknown, part: unknown, at: string): readonly string[] =>
    one === true || one === undefined
      ? []
      : one === false
        ? [`${at}: not allowed`]
        : problems(one as Schema, part, whole, at);
  return Object.entries(schema).flatMap(([keyword, wanted]): readonly string[] => {
    const wrong = (is: boolean): readonly string[] => (is ? [`${place}: ${keyword} ${JSON.stringify(wanted)}`] : []);
    switch (keyword) {
      case 'title':
      case 'description':
      case 'definitions':
      case '$schema':
        return [];
      case '$ref': {
        const target = String(wanted).replace('#/definitions/', '');
        return inner((whole['definitions'] as Schema)[target], value, place);
      }
      case 'type': {
        const types = Array.isArray(wanted) ? wanted : [wanted];
        return wrong(!types.some((type) => hasType(value, String(type))));
      }
      case 'enum':
        return wrong(!(wanted as readonly unknown[]).includes(value));
      case 'pattern':
        return wrong(typeof value === 'string' && !new RegExp(String(wanted), 'u').test(value));
      case 'anyOf':
        return wrong((wanted as readonly Schema[]).every((one) => inner(one, value, place).length > 0));
      case 'allOf':
        return (wanted as readonly Schema[]).flatMap((one) => inner(one, value, place));
      case 'required':
        return wrong(isObject(value) && (wanted as readonly string[]).some((key) => !Object.hasOwn(value, key)));
      case 'minProperties':
        return wrong(isObject(value) && Object.keys(value).length < Number(wanted));
      case 'minItems':
        return wrong(Array.isArray(value) && value.length < Number(wanted));
      case 'maxItems':
        return wrong(Array.isArray(value) && value.length > Number(wanted));
      case 'uniqueItems':
        return wrong(Array.isArray(value) && new Set(value.map((item) => JSON.stringify(item))).size < value.length);
      case 'items':
        return Array.isArray(value) ? value.flatMap((item, i) => inner(wanted, item, `${place}[${i}]`)) : [];
      case 'properties':
        return isObject(value)
          ? Object.entries(wanted as Schema).flatMap(([key, one]) =>
              Object.hasOwn(value, key) ? inner(one, value[key], `${place}.${key}`) : [],
            )
          : [];
      case 'additionalProperties': {
        const known = Object.keys(schema['properties'] ?? {});
        const others = isObject(value) ? Object.entries(value).filter(([key]) => !known.includes(key)) : [];
        return others.flatMap(([key, part]) => inner(wanted, part, `${place}.${key}`));
      }
      case 'propertyNames':
        return isObject(value) ? Object.keys(value).flatMap((key) => inner(wanted, key, `${place}.${key}`)) : [];
      default:
        throw new Error(`unknown keyword ${keyword}`);
    }
  });
}

function hasType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function found(path: string, text: string): readonly string[] {
  const name = path.endsWith('kpi.project.yaml') ? 'kpi.project.schema.json' : 'kpi.schema.json';
  const schema = JSON.parse(read(`schemas/${name}`)) as Schema;
  return problems(schema, parse(text), schema, path);
}

const examples = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.kpi.yaml') || path.endsWith('kpi.project.yaml'))
  // The one that is there to be refused.
  .filter((path) => !path.includes('as-written'))
  .map((path) => `examples/${path}`);

test.each(examples)('%s', (path) => {
  expect(found(path, read(path))).toEqual([]);
});

test('mistakes of shape are found', () => {
  expect(found('x.kpi.yaml', 'metrics: { a: { formula: b, decimal: 2 } }')).not.toEqual([]);
  expect(found('x.kpi.yaml', 'metrics: { a: { decimals: 2 } }')).not.toEqual([]);
  expect(found('x.kpi.yaml', 'kpi: {}')).not.toEqual([]);
  expect(found('kpi.project.yaml', 'project: a\ncalendar: { week_starts: mon }')).not.toEqual([]);
});
