// The table of places is whole: every formula of the shapes is in it, and every text of one line is in it or is a text and no more.
import { expect, test } from 'vitest';
import { definitionFile, libraryFile, projectFile, type Shape } from '@sextant/parser';
// What stands where is no part of the package's face.
import { KEYS, VALUES } from '../../../packages/language-service/src/places/table.js';

interface Place {
  readonly path: string;
  readonly isFormula: boolean;
}

/** The places of formulas and of texts of one line. An item of a list counts as what the one text would be. */
function placesIn(shape: Shape, path: string, found: Place[]): void {
  switch (shape.kind) {
    case 'formula':
      found.push({ path, isFormula: true });
      return;
    case 'scalar':
      if (shape.form.says === 'a text of one line' || shape.form.says.startsWith('a field'))
        found.push({ path, isFormula: false });
      return;
    case 'list':
      placesIn(shape.of, shape.of.kind === 'scalar' || shape.of.kind === 'formula' ? path : `${path}.[]`, found);
      return;
    case 'named':
      placesIn(shape.of, `${path}.*`, found);
      return;
    case 'byKind':
      for (const one of [shape.scalar, shape.list, shape.map]) if (one !== null) placesIn(one, path, found);
      return;
    case 'byKey':
      placesIn(shape.present, path, found);
      placesIn(shape.absent, path, found);
      return;
    case 'object':
      for (const [key, { shape: value }] of Object.entries(shape.keys))
        placesIn(value, path === '' ? key : `${path}.${key}`, found);
  }
}

const places: Place[] = [];
placesIn(definitionFile.shape, '', places);
placesIn(projectFile.shape, '', places);
placesIn(libraryFile.shape, '', places);

/** Texts for people, and names of things outside of the project. */
const TEXTS =
  /^project$|^library$|\.(?:aliases|contact|column|timezone|table|population|source|reason|file|from)$|^calendar\.timezone|ignore\.\*$|^datasets\.\*\.fields\.\*\.values$|^kpis\.\*\.compare$|^severity/;

const at = (path: string): unknown => VALUES[path] ?? VALUES[path.replace(/\.\[\]$/, '')];

test('formulas', () => {
  const missing = places.filter(
    ({ path, isFormula }) => isFormula && (at(path) as { kind?: string } | undefined)?.kind !== 'formula',
  );
  expect(missing.map(({ path }) => path)).toEqual([]);
  expect(places.filter(({ isFormula }) => isFormula).length).toBeGreaterThan(40);
});

test('names', () => {
  const missing = places.filter(({ path, isFormula }) => !isFormula && at(path) === undefined && !TEXTS.test(path));
  expect(missing.map(({ path }) => path)).toEqual([]);
});

test('every entry of the table is a place of the shapes', () => {
  const known = new Set(places.map(({ path }) => path));
  // Words of a form of their own: periods, types, codes, cells, statuses.
  const others = ['currency', 'period', 'type', 'code', 'value', 'library part'];
  const strange = Object.entries(VALUES).filter(
    ([path, { kind }]) => !others.includes(kind) && !known.has(path) && !known.has(`${path}.[]`) && kind !== 'formula',
  );
  expect(strange.map(([path]) => path)).toEqual([]);
  expect(Object.keys(KEYS).length).toBeGreaterThan(20);
});
