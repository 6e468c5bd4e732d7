// The shapes that a file may have, as plain data: the readers and the zod objects both come out of them.
import type { Code } from '../diagnostic/codes.js';

export type Shape = ScalarShape | FormulaShape | ListShape | ObjectShape | NamedShape | ByKindShape | ByKeyShape;

/** A text of a certain form. */
export interface ScalarShape {
  readonly kind: 'scalar';
  readonly form: Form;
}

/** A formula, which a later stage parses. */
export interface FormulaShape {
  readonly kind: 'formula';
}

export interface ListShape {
  readonly kind: 'list';
  readonly of: Shape;
  readonly least: number;
  readonly most: number | null;
  /** Whether two items may have the same text. */
  readonly distinct: boolean;
}

/** A map with known keys. */
export interface ObjectShape {
  readonly kind: 'object';
  readonly noun: string;
  readonly keys: Readonly<Record<string, KeyShape>>;
  readonly rules: readonly Rule[];
}

export interface KeyShape {
  readonly shape: Shape;
  readonly required: boolean;
  readonly doc: string;
}

/** A map whose keys are names. */
export interface NamedShape {
  readonly kind: 'named';
  readonly noun: string;
  readonly names: Form;
  readonly of: Shape;
  readonly least: number;
}

/** A choice that the kind of YAML node decides. */
export interface ByKindShape {
  readonly kind: 'byKind';
  readonly scalar: Shape | null;
  readonly list: Shape | null;
  readonly map: Shape | null;
}

/** A choice between two maps that the presence of one key decides. */
export interface ByKeyShape {
  readonly kind: 'byKey';
  readonly key: string;
  readonly present: Shape;
  readonly absent: Shape;
}

/** What the text of a scalar must look like. The text is the one in the file: nothing was converted before. */
export interface Form {
  /** A noun phrase for messages: `a whole number from 0 to 18`. */
  readonly says: string;
  /** The whole of the check: a text fits when it matches and, where there are words, is one of them. */
  readonly pattern: RegExp;
  readonly words: readonly string[] | null;
  /** What is left to check where a pattern cannot say it, such as the days of a month. */
  readonly also: ((text: string) => boolean) | null;
  readonly code: Code;
  /** What to write instead of a text that does not fit. */
  readonly help: ((text: string) => string | undefined) | null;
  /** How YAML types such texts, for editors that check by JSON Schema. */
  readonly types: readonly ('string' | 'number' | 'integer' | 'boolean' | 'null')[];
}

/**
 * A rule about the keys of one map. Some of `others` must hold (`needs`, `requires`) or none may (`excludes`, `idle`) when
 * `when` holds; without `when` always. `needs` and `idle` are for a key that would otherwise do nothing.
 */
export interface Rule<K extends string = string> {
  readonly kind: 'needs' | 'requires' | 'excludes' | 'idle';
  readonly when: Condition<K> | null;
  readonly others: readonly Condition<K>[];
  readonly why: string;
}

/** The key is there; where more is said, with a scalar whose text is so, and without another key. */
export interface Condition<K extends string = string> {
  readonly key: K;
  readonly like?: RegExp;
  readonly unlike?: RegExp;
  readonly without?: K;
}

export function fits(form: Form, text: string): boolean {
  if (form.words !== null) return form.words.includes(text);
  return form.pattern.test(text) && (form.also === null || form.also(text));
}

/** Whether a condition holds; `textOf` gives a key's text, null for a list or a map, undefined where the key is absent. */
export function holds(condition: Condition, textOf: (key: string) => string | null | undefined): boolean {
  const text = textOf(condition.key);
  if (text === undefined) return false;
  if (condition.without !== undefined && textOf(condition.without) !== undefined) return false;
  if (condition.like !== undefined) return text !== null && condition.like.test(text);
  if (condition.unlike !== undefined) return text === null || !condition.unlike.test(text);
  return true;
}

/** Whether a rule is broken. */
export function breaks(rule: Rule, textOf: (key: string) => string | null | undefined): boolean {
  if (rule.when !== null && !holds(rule.when, textOf)) return false;
  const some = rule.others.some((other) => holds(other, textOf));
  return rule.kind === 'needs' || rule.kind === 'requires' ? !some : some;
}

/** A noun phrase for what a shape takes. */
export function describeShape(shape: Shape): string {
  switch (shape.kind) {
    case 'scalar':
      return shape.form.says;
    case 'formula':
      return 'a formula';
    case 'list':
      return 'a list';
    case 'object':
    case 'named':
    case 'byKey':
      return 'a map';
    case 'byKind': {
      const options = [shape.scalar, shape.list, shape.map].filter((option) => option !== null);
      return options.map(describeShape).join(' or ');
    }
  }
}

/** Whether a scalar in this place is a formula. */
export function takesFormula(shape: Shape): boolean {
  return shape.kind === 'formula' || (shape.kind === 'byKind' && shape.scalar !== null && takesFormula(shape.scalar));
}
