// The zod object of a shape. It judges plain data in which every scalar is its source text and a missing value is null.
// Only the published JSON Schema and the tests load it: the readers are the same shapes without zod's start-up time.
import { z } from 'zod';
import { breaks, fits, type Form, type ObjectShape, type Shape } from './shape.js';

export function zodOf(shape: Shape): z.ZodType {
  const known = made.get(shape);
  if (known !== undefined) return known;
  const schema = build(shape);
  made.set(shape, schema);
  return schema;
}

/** Every shape is built once, so that the same shape in two places is the same object. */
const made = new WeakMap<Shape, z.ZodType>();

function build(shape: Shape): z.ZodType {
  switch (shape.kind) {
    case 'scalar':
      return scalarOf(shape.form);
    case 'formula':
      return z.string().meta({ types: ['string', 'number', 'boolean'] });
    case 'list': {
      const list = z.array(zodOf(shape.of)).min(shape.least);
      const bounded = shape.most === null ? list : list.max(shape.most);
      return shape.distinct ? bounded.refine(isDistinct).meta({ uniqueItems: true }) : bounded;
    }
    case 'named': {
      const names = z
        .string()
        .regex(shape.names.pattern)
        .refine((name) => fits(shape.names, name));
      const record = z.record(names, zodOf(shape.of));
      if (shape.least === 0) return record;
      return record.refine((map) => Object.keys(map).length >= shape.least).meta({ minProperties: shape.least });
    }
    case 'object':
      return objectOf(shape);
    case 'byKind':
      return unionOf([shape.scalar, shape.list, shape.map]);
    case 'byKey':
      return unionOf([shape.present, shape.absent]);
  }
}

function scalarOf(form: Form): z.ZodType {
  const { words, pattern, also } = form;
  const types = form.types.filter((type) => type !== 'null');
  if (types.length === 0) return z.null();
  const text =
    words === null
      ? z
          .string()
          .regex(pattern)
          .refine((value) => also === null || also(value))
      : z.enum(words);
  const schema = text.meta({ types });
  return form.types.includes('null') ? schema.nullable() : schema;
}

function objectOf({ noun, keys, rules }: ObjectShape): z.ZodType {
  const members = Object.entries(keys).map(([name, { shape, required, doc }]) => {
    const schema = zodOf(shape);
    return [name, (required ? schema : schema.optional()).meta({ description: doc })];
  });
  const object = z.strictObject(Object.fromEntries(members));
  const ruled = object.superRefine((map, context) => {
    const textOf = (key: string): string | null | undefined => {
      const value: unknown = map[key];
      if (value === undefined) return undefined;
      return value === null ? '' : typeof value === 'string' ? value : null;
    };
    for (const rule of rules) if (breaks(rule, textOf)) context.addIssue({ code: 'custom', message: rule.why });
  });
  return ruled.meta({ id: noun.replace(/^(?:an?|the) /, '').replaceAll(' ', '_') });
}

function unionOf(options: readonly (Shape | null)[]): z.ZodType {
  const schemas = new Set(options.filter((option) => option !== null).map(zodOf));
  const [first, ...rest] = schemas;
  return first === undefined ? z.never() : rest.length === 0 ? first : z.union([first, ...rest]);
}

function isDistinct(items: readonly unknown[]): boolean {
  const texts = items.filter((item) => typeof item === 'string');
  return new Set(texts).size === texts.length;
}
