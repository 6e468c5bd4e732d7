// Reads a map with known keys: each key has a reader and a sentence about it, and rules say which keys go together.
import { didYouMean } from '../diagnostic/did-you-mean.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Span } from '../source/source-file.js';
import type { MapNode, ScalarNode } from '../yaml/tree.js';
import { entryEnd, lastCutEntry } from './cut-text.js';
import { brokenRule, cutText, missingKey, unknownKey } from './errors.js';
import { refuse, wholeSpan, type Reader, type Reading } from './reader.js';
import { breaks, takesFormula, type KeyShape, type ObjectShape, type Rule } from './shape.js';

export interface Key<T> {
  readonly reader: Reader<T>;
  readonly required: boolean;
  readonly doc: string;
}

export function required<T>(reader: Reader<T>, doc: string): Key<T> {
  return { reader, required: true, doc };
}

export function optional<T>(reader: Reader<T>, doc: string): Key<T> {
  return { reader, required: false, doc };
}

export type Keys = Readonly<Record<string, Key<unknown>>>;

/** What was read: null where a key is absent, and where it was reported. */
export type Values<K extends Keys> = { readonly [P in keyof K]: K[P] extends Key<infer T> ? T | null : never };

export interface ObjectSpec<K extends Keys, T> {
  /** `a metric`. */
  readonly noun: string;
  /** What messages call one of them: by its own name, by the key it stands under, or as an item of a list. */
  readonly subject: 'name' | 'key' | 'item';
  readonly keys: K;
  readonly rules?: readonly Rule<keyof K & string>[];
  /** A better word than "unknown key" for some keys. */
  readonly stranger?: (key: ScalarNode) => Diagnostic | null;
  /** Null where a required part is missing, which was reported. */
  readonly build: (values: Values<K>, span: Span, at: ScalarNode) => T | null;
}

export function object<K extends Keys, T>(spec: ObjectSpec<K, T>): Reader<T> {
  const { keys, build } = spec;
  const rules: readonly Rule[] = spec.rules ?? [];
  const shape: ObjectShape = { kind: 'object', noun: spec.noun, keys: shapesOf(keys), rules };
  const known = Object.keys(keys);
  const readers = new Map(Object.entries(keys).map(([name, key]) => [name, key.reader]));
  const needed = known.filter((name) => keys[name]?.required === true);
  const nothing: Readonly<Record<string, unknown>> = Object.fromEntries(known.map((name) => [name, null]));

  return {
    shape,
    read: (node, at, reading) => {
      if (node.kind !== 'map') {
        refuse(node, at, shape, reading);
        return null;
      }
      const values: Record<string, unknown> = { ...nothing };
      let strangers: ScalarNode[] | null = null;
      const { entries, flow } = node;
      for (let i = 0; i < entries.length; i++) {
        const entry = entries[i];
        if (entry === undefined) continue;
        const name = entry.key.text;
        const reader = readers.get(name);
        if (flow) {
          const isFormula = reader !== undefined && takesFormula(reader.shape);
          const last = lastCutEntry(entries, i, reading.file, isFormula);
          const end = entries[last];
          if (last > i && end !== undefined) {
            const span = { file: reading.file.path, start: entry.value.span.start, end: entryEnd(end) };
            reading.diagnostics.push(cutText(span, reading.file, 'comma', isFormula));
            i = last;
            continue;
          }
        }
        if (reader === undefined) (strangers ??= []).push(entry.key);
        else values[name] = reader.read(entry.value, entry.key, reading);
      }
      const meant = strangers === null ? none : reportStrangers(strangers, at, reading);
      for (const name of needed) {
        if (values[name] !== null || has(node, name) || meant.has(name)) continue;
        reading.diagnostics.push(missingKey(nameOf(at), placeOf(node, at), name, keys[name]?.doc ?? ''));
      }
      if (rules.length > 0) checkRules(node, at, meant, reading);
      // The keys of `values` are those of `keys`, each read by its own reader.
      return build(values as Values<K>, spec.subject === 'name' ? wholeSpan(at, node) : node.span, at);
    },
  };

  function reportStrangers(strangers: readonly ScalarNode[], at: ScalarNode, reading: Reading): ReadonlySet<string> {
    const meant = new Set<string>();
    for (const key of strangers) {
      const found = spec.stranger?.(key) ?? null;
      for (const name of found === null ? didYouMean(key.text, known) : []) meant.add(name);
      reading.diagnostics.push(found ?? unknownKey(key, nameOf(at), known, reading.homesOf(key.text)));
    }
    return meant;
  }

  function checkRules(node: MapNode, at: ScalarNode, meant: ReadonlySet<string>, reading: Reading): void {
    const entryOf = (key: string) => node.entries.find((entry) => entry.key.text === key);
    const textOf = (key: string): string | null | undefined => {
      const value = entryOf(key)?.value;
      return value?.kind === 'scalar' ? value.text : value === undefined ? undefined : null;
    };
    for (const rule of rules) {
      if (!breaks(rule, textOf) || rule.others.some(({ key }) => meant.has(key) && entryOf(key) === undefined))
        continue;
      reading.diagnostics.push(brokenRule(rule, nameOf(at), placeOf(node, at), entryOf));
    }
  }

  function nameOf(at: ScalarNode): string {
    if (spec.subject === 'item') return spec.noun;
    const noun = spec.noun.replace(/^an? /, '');
    return spec.subject === 'name' ? `${noun} \`${at.text}\`` : `\`${at.text}\``;
  }

  function placeOf(node: MapNode, at: ScalarNode): Span {
    return spec.subject === 'item' ? (node.entries[0]?.key.span ?? node.span) : at.span;
  }
}

const none: ReadonlySet<string> = new Set();

function shapesOf(keys: Keys): Readonly<Record<string, KeyShape>> {
  return Object.fromEntries(
    Object.entries(keys).map(([name, { reader, required, doc }]) => [name, { shape: reader.shape, required, doc }]),
  );
}

function has(node: MapNode, name: string): boolean {
  return node.entries.some((entry) => entry.key.text === name);
}
