// Reads a section of a file: definitions by name. What could not be read is remembered, so that nobody misses it again.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { ScalarNode, YamlNode } from '../yaml/tree.js';
import { blockEndAfter, lineAt } from '../yaml/text-place.js';
import { byKind } from './by-kind.js';
import { didYouMean } from '../diagnostic/did-you-mean.js';
import { entryEnd, isMissing } from './cut-text.js';
import type { SectionName } from './definitions.js';
import { nothingForm } from './forms.js';
import { named } from './read-named.js';
import { located, refuse, type Reader, type Reading } from './reader.js';
import type { Form, Shape } from './shape.js';

export interface SectionOptions {
  /** `a metric`. */
  readonly noun: string;
  readonly names: Form;
}

/** It may be empty, as in `metrics:`. */
export function section<T>(name: SectionName, of: Reader<T>, { noun, names }: SectionOptions): Reader<readonly T[]> {
  const map = named(remembering(name, of), { noun, names, least: 0 });
  const empty: Reader<readonly T[]> = {
    shape: { kind: 'scalar', form: nothingForm },
    read: (node, at, reading) => {
      if (isMissing(node)) return [];
      refuse(node, at, map.shape, reading);
      return null;
    },
  };
  return byKind({ scalar: empty, map });
}

function remembering<T>(section: SectionName, of: Reader<T>): Reader<T> {
  return {
    shape: of.shape,
    read: (node, at, reading) => {
      const { diagnostics, damage } = reading;
      const before = diagnostics.length;
      const value = of.read(node, at, reading);
      const damaged = damage.length === 0 ? [] : damageIn(node, at, reading);
      if (diagnostics.length === before && damaged.length === 0) return value;
      const found = diagnostics.splice(before);
      // Where YAML could not be read, what is missing may have stood there.
      diagnostics.push(...(damaged.length === 0 ? found : found.filter((diagnostic) => !isAbout(diagnostic))));
      const places = [...found.map(({ span }) => span.start), ...damaged];
      noteBroken(section, at, node, value === null || damaged.length > 0, places, of.shape, reading);
      return value;
    },
  };
}

function isAbout({ code }: Diagnostic): boolean {
  return code === 'KPI1102' || code === 'KPI1104';
}

/** Places of mistakes in YAML within a definition, up to the next line that is not indented deeper than its name. */
function damageIn(node: YamlNode, at: ScalarNode, { damage, file }: Reading): readonly number[] {
  const { lineStart } = lineAt(file.text, at.span.start);
  const end = Math.max(node.span.end, blockEndAfter(file.text, lineStart, at.span.start - lineStart));
  return damage.filter((place) => place >= at.span.start && place <= end);
}

/** An unknown key stands for the known ones that it may have meant. */
function noteBroken(
  section: SectionName,
  at: ScalarNode,
  node: YamlNode,
  whole: boolean,
  places: readonly number[],
  shape: Shape,
  { broken }: Reading,
): void {
  const name = located(at);
  if (whole) broken.push({ section, name, key: null });
  const map = shape.kind === 'byKind' ? shape.map : shape;
  if (node.kind !== 'map' || map?.kind !== 'object') return;
  const known = Object.keys(map.keys);
  for (const entry of node.entries) {
    const { key } = entry;
    const end = entryEnd(entry);
    if (!places.some((place) => place >= key.span.start && place <= end)) continue;
    const meant = known.includes(key.text) ? [key.text] : didYouMean(key.text, known);
    for (const text of meant) broken.push({ section, name, key: text });
  }
}
