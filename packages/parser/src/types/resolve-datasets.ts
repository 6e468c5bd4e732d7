// Datasets, their fields, references and times, from what was declared. Formula fields are typed on demand.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { unknownName } from '../names/errors.js';
import { definitionCycle } from '../names/cycle-errors.js';
import type { DatasetDef, FieldDef, Located } from '../shape/definitions.js';
import { declaredType, malformedUnit, spanAsUnit, unknownUnit } from './errors.js';
import type { FormulaReader } from './formula-reader.js';
import { perRowCurrency } from './infer-convert.js';
import { resolveField } from './infer-name.js';
import { datetimeWithoutZone, noSingleKey, notATime, rolesNeeded } from './join-errors.js';
import { currencyCodes } from './currencies.js';
import { isUnknown, makeType } from './make-typed.js';
import type { Dataset, Field, Reference, TimeAxis } from './model.js';
import { nameExprOf, placeIn } from './name-expr-of.js';
import { readUnit } from './read-unit.js';
import type { World } from './scope.js';
import type { FieldTyped, Type, Typed } from './typed.js';
import { isCounted, NO_UNIT, sameUnit, showUnit, TIME_UNITS, type Unit } from './unit.js';
import {
  BOOLEAN,
  DATE,
  DATETIME,
  decimal,
  FLOAT,
  INTEGER,
  isNumeric,
  isTemporal,
  showValueType,
  TEXT,
  TIMESTAMP,
  UNKNOWN,
  type ValueType,
} from './value-type.js';

type Report = (diagnostic: Diagnostic) => void;

/** The names of counted things that a project's datasets introduce. */
export function countedThings(defs: Iterable<DatasetDef>): ReadonlySet<string> {
  const things = new Set<string>();
  for (const def of defs) {
    things.add(def.one?.text ?? def.name.text);
    for (const field of def.fields) {
      if (field.counts !== null) things.add(field.counts.text);
      // `integer session` introduces `session`, unless it is a unit of another kind.
      const unit = field.type?.unit?.text;
      if (
        unit !== undefined &&
        /^[\p{L}_][\p{L}\p{N}_]*$/u.test(unit) &&
        readUnit(unit, NOTHING).kind === 'unknown' &&
        field.type?.base === 'integer'
      )
        things.add(unit);
    }
  }
  return things;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Every reference that leads somewhere; the others were reported. */
export function resolveReferences(
  defs: ReadonlyMap<string, DatasetDef>,
  broken: ReadonlySet<string>,
  report: Report,
): ReadonlyMap<string, readonly Reference[]> {
  const all = new Map<string, readonly Reference[]>();
  for (const def of defs.values()) {
    const references: Reference[] = [];
    const firstTo = new Map<string, Located>();
    for (const field of def.fields) {
      if (field.references === null) continue;
      const target = defs.get(field.references.dataset.text);
      if (target === undefined) {
        if (!broken.has(`datasets/${field.references.dataset.text}`))
          report(unknownName('dataset', field.references.dataset.text, field.references.dataset.span, defs.keys()));
        continue;
      }
      const [key, ...more] = target.key;
      if (key === undefined || more.length > 0) {
        report(noSingleKey(target.name.text, field.references.dataset.span));
        continue;
      }
      const role = field.references.as?.text ?? null;
      const first = firstTo.get(target.name.text);
      if (role === null && first !== undefined)
        report(rolesNeeded(def.name.text, target.name.text, first.span, field.references.dataset.span));
      if (role === null) firstTo.set(target.name.text, field.references.dataset);
      references.push({
        from: def.name.text,
        field: field.name.text,
        to: target.name.text,
        toKey: key.text,
        role,
        optional: field.optional,
      });
    }
    all.set(def.name.text, references);
  }
  return all;
}

export interface DatasetTable {
  readonly field: (dataset: string, field: string) => Field | null;
  readonly dataset: (name: string) => Dataset | null;
}

/** Fields and datasets on demand, each resolved once; the world is asked for what formulas name. */
export function datasetTable(
  defs: ReadonlyMap<string, DatasetDef>,
  references: ReadonlyMap<string, readonly Reference[]>,
  counted: ReadonlySet<string>,
  world: () => World,
  reader: FormulaReader,
  report: Report,
): DatasetTable {
  const fieldDefs = new Map<string, ReadonlyMap<string, FieldDef>>();
  for (const def of defs.values())
    fieldDefs.set(def.name.text, new Map(def.fields.map((field) => [field.name.text, field])));
  const fields = new Map<string, Field | null>();
  const inProgress: { id: string; def: FieldDef }[] = [];

  const field = (dataset: string, name: string): Field | null => {
    const id = `${dataset}\u0000${name}`;
    const known = fields.get(id);
    if (known !== undefined) return known;
    const def = fieldDefs.get(dataset)?.get(name);
    if (def === undefined) return null;
    const start = inProgress.findIndex((one) => one.id === id);
    if (start !== -1) {
      const cycle = inProgress.slice(start).map((one) => ({ name: one.def.name.text, span: one.def.name.span }));
      const diagnostic = definitionCycle('field', cycle);
      if (diagnostic !== null) report(diagnostic);
      // Known now as unknown, so that the fields on the cycle say no more.
      const broken = makeField(dataset, def, makeType(UNKNOWN, NO_UNIT, 'row'), null);
      for (const one of inProgress.slice(start)) fields.set(one.id, broken);
      return broken;
    }
    inProgress.push({ id, def });
    const made =
      def.formula === null
        ? storedField(dataset, def, counted, defs, report)
        : formulaField(dataset, def, world(), reader, counted, report);
    inProgress.pop();
    const settled = fields.get(id);
    if (settled !== undefined && settled !== null) return settled;
    fields.set(id, made);
    return made;
  };

  const datasets = new Map<string, Dataset | null>();
  const dataset = (name: string): Dataset | null => {
    const known = datasets.get(name);
    if (known !== undefined) return known;
    const def = defs.get(name);
    if (def === undefined) return null;
    datasets.set(name, null);
    const made = makeDataset(def, references.get(name) ?? [], field, world(), report);
    datasets.set(name, made);
    return made;
  };
  return { field, dataset };
}

function makeField(dataset: string, def: FieldDef, type: Type, formula: Typed | null): Field {
  return {
    name: def.name.text,
    dataset,
    def,
    type,
    column: def.formula === null ? (def.column?.text ?? def.name.text) : null,
    optional: def.optional,
    values: def.values === null ? null : def.values.map((value) => value.text),
    formula,
    currencyField: def.currency?.text ?? null,
  };
}

function storedField(
  dataset: string,
  def: FieldDef,
  counted: ReadonlySet<string>,
  defs: ReadonlyMap<string, DatasetDef>,
  report: Report,
): Field {
  return makeField(dataset, def, declaredFieldType(dataset, def, counted, defs, report), null);
}

function declaredFieldType(
  dataset: string,
  def: FieldDef,
  counted: ReadonlySet<string>,
  defs: ReadonlyMap<string, DatasetDef>,
  report: Report,
): Type {
  if (def.type === null) return makeType(UNKNOWN, NO_UNIT, 'row');
  const value = valueTypeOf(def.type.base, def.type.scale ?? 0);
  let unit: Unit = NO_UNIT;
  if (def.type.unit !== null) unit = unitAt(def.type.unit, counted, report) ?? NO_UNIT;
  if (def.currency !== null) {
    const names = (defs.get(dataset)?.fields ?? []).map((field) => field.name.text);
    if (!names.includes(def.currency.text))
      report(unknownName(`field of \`${dataset}\``, def.currency.text, def.currency.span, names));
    unit = [{ base: perRowCurrency(dataset, def.currency.text), kind: 'currency', power: 1 }];
  }
  return makeType(value, unit, 'row');
}

export function valueTypeOf(base: NonNullable<FieldDef['type']>['base'], scale: number): ValueType {
  switch (base) {
    case 'decimal':
      return decimal(scale);
    case 'text':
      return TEXT;
    case 'integer':
      return INTEGER;
    case 'float':
      return FLOAT;
    case 'boolean':
      return BOOLEAN;
    case 'date':
      return DATE;
    case 'datetime':
      return DATETIME;
    case 'timestamp':
      return TIMESTAMP;
  }
}

/** A unit that stands in YAML; null where it is none, which was reported. */
export function unitAt(located: Located, counted: ReadonlySet<string>, report: Report): Unit | null {
  const reading = readUnit(located.text, counted);
  if (reading.kind === 'unit') return reading.unit;
  if (reading.kind === 'malformed') report(malformedUnit(located.text, located.span));
  else {
    const span = placeIn(located)({ start: reading.start, end: reading.start + reading.word.length });
    report(
      reading.kind === 'span'
        ? spanAsUnit(reading.word, span)
        : unknownUnit(reading.word, span, [...counted, ...currencyCodes(), ...Object.keys(TIME_UNITS), 'point']),
    );
  }
  return null;
}

function formulaField(
  dataset: string,
  def: FieldDef,
  world: World,
  reader: FormulaReader,
  counted: ReadonlySet<string>,
  report: Report,
): Field {
  if (def.formula === null) return makeField(dataset, def, makeType(UNKNOWN, NO_UNIT, 'row'), null);
  const formula = reader.type(def.formula, { kind: 'row', base: dataset, parentOf: dataset }, world);
  if (isUnknown(formula)) return makeField(dataset, def, makeType(UNKNOWN, NO_UNIT, 'row'), formula);
  let type: Type = { ...formula.type, level: 'row', bare: false };
  if (def.type !== null) {
    const wanted = valueTypeOf(def.type.base, def.type.scale ?? 0);
    const fits =
      wanted.kind === formula.type.value.kind ||
      (isNumeric(wanted) && isNumeric(formula.type.value) && formula.type.value.kind !== 'float');
    const unit = def.type.unit === null ? null : unitAt(def.type.unit, counted, report);
    const unitFits =
      unit === null || sameUnit(unit, formula.type.unit) || (isCounted(formula.type.unit) && isCounted(unit));
    if (!fits || !unitFits) {
      const found = `${showValueType(formula.type.value)} ${showUnit(formula.type.unit)}`.trim();
      report(
        declaredType(`${showValueType(wanted)} ${unit === null ? '' : showUnit(unit)}`.trim(), found, def.formula.span),
      );
    }
    type = { ...type, unit: unit ?? formula.type.unit };
  }
  return makeField(dataset, def, type, formula);
}

function makeDataset(
  def: DatasetDef,
  references: readonly Reference[],
  field: DatasetTable['field'],
  world: World,
  report: Report,
): Dataset {
  const name = def.name.text;
  const fields = new Map<string, Field>();
  for (const fieldDef of def.fields) {
    const made = field(name, fieldDef.name.text);
    if (made !== null) fields.set(fieldDef.name.text, made);
  }
  const names = def.fields.map((one) => one.name.text);
  for (const key of def.key)
    if (!fields.has(key.text)) report(unknownName(`field of \`${name}\``, key.text, key.span, names));
  return {
    name,
    def,
    one: def.one?.text ?? name,
    key: def.key.filter((key) => fields.has(key.text)).map((key) => key.text),
    time: timeAxis(def, world, report),
    knownAt: def.knownAt === null ? null : timeField(def, def.knownAt, world, report),
    plan: def.plan?.value ?? false,
    fields,
    references,
  };
}

function timeAxis(def: DatasetDef, world: World, report: Report): TimeAxis {
  if (def.snapshot !== null) {
    const at = timeField(def, def.snapshot, world, report);
    return at === null ? { kind: 'undeclared' } : { kind: 'snapshot', at };
  }
  if (def.valid !== null) {
    const from = timeField(def, def.valid.from, world, report);
    const until =
      def.valid.until === null || def.valid.untilNext ? null : timeField(def, def.valid.until, world, report);
    const each = def.valid.each === null ? null : namedField(def, def.valid.each, world, report);
    return from === null ? { kind: 'undeclared' } : { kind: 'interval', from, until, each };
  }
  if (def.time === null) return { kind: 'undeclared' };
  if (def.time.text === 'none') return { kind: 'none' };
  const at = timeField(def, def.time, world, report);
  return at === null ? { kind: 'undeclared' } : { kind: 'event', at };
}

function namedField(def: DatasetDef, located: Located, world: World, report: Report): FieldTyped | null {
  return resolveField(nameExprOf(located), def.name.text, {
    world,
    position: { kind: 'row', base: def.name.text, parentOf: null },
    at: placeIn(located),
    report,
  });
}

function timeField(def: DatasetDef, located: Located, world: World, report: Report): FieldTyped | null {
  const field = namedField(def, located, world, report);
  if (field === null || isUnknown(field)) return null;
  if (!isTemporal(field.type.value)) {
    report(notATime(located.text, showValueType(field.type.value), located.span));
    return null;
  }
  if (field.type.value.kind === 'datetime' && def.timezone === null)
    report(datetimeWithoutZone(def.name.text, located.text, located.span));
  return field;
}
