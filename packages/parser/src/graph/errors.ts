// The words for what is wrong with the parts of KPIs and incentives.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { makeDiagnostic } from '../diagnostic/make-diagnostic.js';
import type { Located } from '../shape/definitions.js';
import type { Span } from '../source/source-file.js';
import { unitWords } from '../types/errors.js';
import { numberText } from '../types/make-typed.js';
import type { Typed } from '../types/typed.js';
import { showUnit, type Unit } from '../types/unit.js';
import { showValueType, type ValueType } from '../types/value-type.js';
import type { Measured } from './kpi-stage.js';

/** `what`: `the target`. */
export function otherUnit(what: string, found: Typed, wanted: Unit, span: Span, measured: Measured): Diagnostic {
  const { unit, bare } = found.type;
  const isPlain = wanted.length === 0 && measured.unit !== null && measured.unit.length > 0;
  const text = numberText(found);
  const fix = bare && text !== null && wanted.length > 0 ? `${text} ${showUnit(wanted)}` : null;
  return makeDiagnostic(
    'KPI6005',
    `${what} of ${measured.words} is ${unitWords(unit)}, not ${unitWords(wanted)}`,
    span,
    {
      label: `${unitWords(unit)} where ${unitWords(wanted)} belongs`,
      related: isPlain ? [] : [{ span: measured.span, label: `this is ${unitWords(wanted)}` }],
      ...(fix === null
        ? {}
        : {
            help: `write \`${fix}\``,
            fixes: [{ title: `write \`${fix}\``, edits: [{ span, text: fix }], safe: false }],
          }),
    },
  );
}

export function notANumber(what: string, found: ValueType, span: Span): Diagnostic {
  return makeDiagnostic('KPI6031', `${what} is not a number`, span, {
    label: `this is ${showValueType(found)}`,
    notes: ['what is compared with a target is a number'],
  });
}

export function notALength(located: Located): Diagnostic {
  return makeDiagnostic('KPI6029', `\`${located.text}\` is not a length in the calendar`, located.span, {
    label: 'cannot be read',
    help: 'write a whole number and a calendar level, such as `1 year` or `52 weeks`',
  });
}

export function notMoney(what: string, unit: Unit, span: Span): Diagnostic {
  return makeDiagnostic('KPI6027', `${what} is not an amount of money`, span, {
    label: `this is ${unitWords(unit)}`,
    help: 'write an amount in one currency, such as `5000 EUR`',
  });
}

export function targetsWithoutNumber(field: string, found: ValueType, span: Span): Diagnostic {
  return makeDiagnostic('KPI6021', `the field \`${field}\` with the target is not a number`, span, {
    label: `this is ${showValueType(found)}`,
  });
}

export function targetsWithoutPeriod(field: string, found: ValueType, span: Span): Diagnostic {
  return makeDiagnostic('KPI6021', `the field \`${field}\` with the period is not a text`, span, {
    label: `this is ${showValueType(found)}`,
    notes: ['a period is named by its label, such as `2026-03`; the time of the dataset needs no field'],
  });
}

export function targetsWithoutTime(dataset: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI6021', `nothing says for which period a row of \`${dataset}\` is`, span, {
    label: 'has no time',
    help: 'name the field with the label of the period with `period:`, or give the dataset a `time:`',
  });
}

export function targetsWithoutGroup(member: string, dataset: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI6021', `the targets of \`${dataset}\` are not by \`${member}\``, span, {
    label: `has no field of \`${member}\``,
    notes: ['every group of `by:` has targets of its own'],
    help: `list a field of \`${dataset}\` in the dimension \`${member}\`, or leave it out of \`by:\``,
  });
}
