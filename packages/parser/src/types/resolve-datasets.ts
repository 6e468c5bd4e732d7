// Datasets, their fields, keys and times, from what was declared. Formula fields are typed in the order of their needs.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { definitionCycle } from '../names/cycle-errors.js';
import { unknownName } from '../names/errors.js';
import type { DatasetDef, FieldDef, Located } from '../shape/definitions.js';
import { fieldId, fieldOrder } from './field-order.js';
import type { FormulaReader } from './formula-reader.js';
import { resolveField } from './infer-name.js';
import { datetimeWithoutZone, notATime } from './join-errors.js';
import { formulaField, storedField, unknownField } from './make-field.js';
import { isUnknown } from './make-typed.js';
import type { Dataset, Field, Reference, TimeAxis } from './model.js';
import { nameExprOf, placeIn } from './name-expr-of.js';
import { readUnit } from './read-unit.js';
import type { World } from './scope.js';
import type { FieldTyped } from './typed.js';
import { isTemporal, showValueType } from './value-type.js';

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

export interface DatasetTable {
  readonly field: (dataset: string, field: string) => Field | null;
  readonly dataset: (name: string) => Dataset | null;
  /** To be called once, before anything else is asked. */
  readonly typeFields: () => void;
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
  const fields = new Map<string, Field>();

  const field = (dataset: string, name: string): Field | null => {
    const id = fieldId(dataset, name);
    const known = fields.get(id);
    if (known !== undefined) return known;
    const ofDataset = fieldDefs.get(dataset);
    const def = ofDataset?.get(name);
    if (def === undefined) return null;
    // Nothing needs itself here: what does was reported, and is known already.
    fields.set(id, unknownField(dataset, def));
    const names = [...(ofDataset?.keys() ?? [])];
    const made =
      def.formula === null
        ? storedField(dataset, def, counted, world().missesFields(dataset) ? null : names, report)
        : formulaField(dataset, def, world(), reader, counted, report);
    fields.set(id, made);
    return made;
  };

  /** Reports each cycle, makes its fields unknown, and types the others from the bottom up. */
  const typeFields = (): void => {
    const { order, cycles } = fieldOrder(world(), reader);
    const split = (id: string): readonly [string, string] => {
      const cut = id.indexOf(fieldId('', ''));
      return [id.slice(0, cut), id.slice(cut + 1)];
    };
    for (const cycle of cycles) {
      const places = cycle.flatMap((id) => {
        const [dataset, name] = split(id);
        const def = fieldDefs.get(dataset)?.get(name);
        if (def === undefined) return [];
        fields.set(id, unknownField(dataset, def));
        return [{ name: `${dataset}.${name}`, span: def.name.span }];
      });
      const diagnostic = definitionCycle('field', places);
      if (diagnostic !== null) report(diagnostic);
    }
    for (const id of order) field(...split(id));
  };

  const datasets = new Map<string, Dataset>();
  const dataset = (name: string): Dataset | null => {
    const known = datasets.get(name);
    if (known !== undefined) return known;
    const def = defs.get(name);
    if (def === undefined) return null;
    const made = makeDataset(def, references.get(name) ?? [], field, world(), report);
    datasets.set(name, made);
    return made;
  };
  return { field, dataset, typeFields };
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
    if (!fields.has(key.text) && !world.missesFields(name))
      report(unknownName(`field of \`${name}\``, key.text, key.span, names));
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
