// Fields with their types: stored ones as declared, formulas as inferred and held against what is declared.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { unknownName } from '../names/errors.js';
import type { FieldDef } from '../shape/definitions.js';
import { declaredType } from './errors.js';
import type { FormulaReader } from './formula-reader.js';
import { perRowCurrency } from './infer-convert.js';
import { isUnknown, makeType } from './make-typed.js';
import type { Field } from './model.js';
import type { World } from './scope.js';
import type { Type, Typed } from './typed.js';
import { isCounted, NO_UNIT, sameUnit, showUnit, type Unit } from './unit.js';
import { unitAt } from './unit-at.js';
import {
  BOOLEAN,
  DATE,
  DATETIME,
  decimal,
  FLOAT,
  INTEGER,
  showValueType,
  TEXT,
  TIMESTAMP,
  UNKNOWN,
  type ValueType,
} from './value-type.js';

type Report = (diagnostic: Diagnostic) => void;

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

export function storedField(
  dataset: string,
  def: FieldDef,
  counted: ReadonlySet<string>,
  /** Of the dataset's fields; null where some of them are broken. */
  names: readonly string[] | null,
  report: Report,
): Field {
  if (def.type === null) return unknownField(dataset, def);
  const value = valueTypeOf(def.type.base, def.type.scale ?? 0);
  let unit: Unit = NO_UNIT;
  if (def.type.unit !== null) unit = unitAt(def.type.unit, counted, report) ?? NO_UNIT;
  if (def.currency !== null) {
    if (names !== null && !names.includes(def.currency.text))
      report(unknownName(`field of \`${dataset}\``, def.currency.text, def.currency.span, names));
    unit = [{ base: perRowCurrency(dataset, def.currency.text), kind: 'currency', power: 1 }];
  }
  return makeField(dataset, def, makeType(value, unit, 'row'), null);
}

/** What is wrong with it was reported. */
export function unknownField(dataset: string, def: FieldDef): Field {
  return makeField(dataset, def, makeType(UNKNOWN, NO_UNIT, 'row'), null);
}

export function formulaField(
  dataset: string,
  def: FieldDef,
  world: World,
  reader: FormulaReader,
  counted: ReadonlySet<string>,
  report: Report,
): Field {
  if (def.formula === null) return unknownField(dataset, def);
  const formula = reader.type(def.formula, { kind: 'row', base: dataset, parentOf: dataset }, world);
  if (isUnknown(formula)) return makeField(dataset, def, makeType(UNKNOWN, NO_UNIT, 'row'), formula);
  const type: Type = { ...formula.type, level: 'row', bare: false };
  if (def.type === null) return makeField(dataset, def, type, formula);
  const value = valueTypeOf(def.type.base, def.type.scale ?? 0);
  const unit = def.type.unit === null ? type.unit : unitAt(def.type.unit, counted, report);
  if (unit === null) return makeField(dataset, def, { ...type, value }, formula);
  if (!holds(value, formula.type.value) || !takes(unit, formula.type))
    report(
      declaredType(
        shown(value, def.type.unit === null ? NO_UNIT : unit),
        shown(type.value, type.unit),
        def.formula.span,
      ),
    );
  return makeField(dataset, def, { ...type, value, unit }, formula);
}

/** Every value of the second type is one of the first: an exact quotient is a decimal after rounding only. */
function holds(wanted: ValueType, found: ValueType): boolean {
  if (found.kind === 'none') return true;
  if (wanted.kind === 'decimal')
    return found.kind === 'integer' || (found.kind === 'decimal' && found.scale <= wanted.scale);
  return wanted.kind === found.kind;
}

/** Plain numbers may be declared to count something, numbers without a unit to be anything. */
function takes(unit: Unit, found: Type): boolean {
  return sameUnit(unit, found.unit) || found.bare || (found.unit.length === 0 && isCounted(unit));
}

function shown(value: ValueType, unit: Unit): string {
  return `${showValueType(value)} ${showUnit(unit)}`.trim();
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
