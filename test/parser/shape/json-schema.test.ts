import { expect, test } from 'vitest';
import { definitionsJsonSchema, projectJsonSchema } from '../../../packages/parser/src/shape/json-schema.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, Schema & { readonly description?: string }>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly enum?: readonly unknown[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const definitions = definitionsJsonSchema() as Schema;
const metric = definitions.definitions?.['metric'];

test('every kind of definition has a schema with its keys, what is needed, and a sentence for each key', () => {
  expect(Object.keys(definitions.definitions ?? {})).toEqual(
    expect.arrayContaining([
      'dataset',
      'field',
      'dimension',
      'metric',
      'KPI',
      'goal',
      'owner',
      'incentive',
      'test',
      'question',
    ]),
  );
  expect(metric?.required).toEqual(['formula']);
  expect(metric?.additionalProperties).toBe(false);
  for (const schema of Object.values(definitions.definitions ?? {})) {
    for (const [name, key] of Object.entries(schema.properties ?? {})) expect(key.description, name).toBeTruthy();
  }
});

test('editors see numbers and flags where a file has them without quotes', () => {
  expect(metric?.properties?.['decimals']).toMatchObject({ type: ['string', 'integer'] });
  expect(metric?.properties?.['formula']).toMatchObject({ type: ['string', 'number', 'boolean'] });
  expect(metric?.properties?.['format']).toMatchObject({ type: 'string', enum: ['number', 'percent'] });
  const plan = definitions.definitions?.['dataset']?.properties?.['plan'];
  expect(plan).toMatchObject({ type: 'boolean' });
  expect(plan?.enum).toBeUndefined();
});

test('nothing of our own words is left in what is published', () => {
  const text = JSON.stringify([definitions, projectJsonSchema()]);
  expect(text).not.toContain('"types"');
  expect(text).not.toContain('__schema');
});

test('every pattern is one that an editor can compile', () => {
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (key === 'pattern' && typeof part === 'string') expect(() => new RegExp(part, 'u')).not.toThrow();
      else walk(part);
    }
  };
  walk(definitions);
  walk(projectJsonSchema());
});

test('the project file has the keys of the project and every section', () => {
  const { definitions: all } = projectJsonSchema() as Schema;
  const keys = Object.keys(all?.['project_file']?.properties ?? {});
  expect(keys).toEqual(
    expect.arrayContaining(['project', 'calendar', 'currency', 'connections', 'severity', 'metrics', 'use']),
  );
});
