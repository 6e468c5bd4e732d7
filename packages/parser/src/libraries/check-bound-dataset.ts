// Whether a dataset of the project can stand for one of a library: it has the fields that are named, each of its type, and its
// rows lie in time in the same way.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Graph } from '../graph/graph.js';
import { unknownName } from '../names/errors.js';
import { missesFields } from '../names/symbols.js';
import type { BindingDef } from '../shape/definitions.js';
import type { Dataset, Field } from '../types/model.js';
import { showUnit } from '../types/unit.js';
import { boundName } from './bound-name.js';
import { missingField, unfitInput, unknownRole, uselessRole } from './errors.js';
import type { Instance } from './instantiate.js';
import type { LibraryInput } from './library.js';
import { fits, isInWords, needInWords } from './type-needs.js';

export function checkBoundDataset(
  binding: BindingDef,
  name: string,
  wanted: LibraryInput,
  instance: Instance,
  graph: Graph,
): readonly Diagnostic[] {
  const { library, needs, def } = instance;
  const found = graph.datasets.get(name);
  const own = library.graph.datasets.get(binding.input.text);
  if (found === undefined || own === undefined) return [];
  const named = needs.datasets.get(own.name) ?? new Set<string>();
  const problems: Diagnostic[] = [];
  for (const { role } of binding.fields) {
    if (!own.fields.has(role.text)) problems.push(unknownRole(role, own.name, [...named]));
    else if (!named.has(role.text)) problems.push(uselessRole(role, own.name, def.name.text));
  }
  const description = wanted.def.description?.text ?? null;
  for (const field of own.fields.values())
    if (named.has(field.name)) problems.push(...fieldProblems(field, binding, found, instance, graph));
  if (own.time.kind !== 'undeclared' && found.time.kind !== own.time.kind)
    problems.push(
      unfitInput({ name: own.name, description }, name, timeInWords(found), timeInWords(own), binding.value.span),
    );
  return problems;
}

const TIMES: ReadonlySet<string> = new Set(['date', 'datetime', 'timestamp']);

function fieldProblems(
  field: Field,
  binding: BindingDef,
  found: Dataset,
  { def, library }: Instance,
  graph: Graph,
): readonly Diagnostic[] {
  const input = binding.input.text;
  const given = binding.fields.find(({ role }) => role.text === field.name)?.field;
  const name = given?.text ?? field.name;
  const span = given?.span ?? binding.value.span;
  const stands = found.fields.get(name);
  const title = `${input}.${field.name}`;
  const needs = needInWords(field.type);
  if (stands === undefined) {
    if (missesFields(graph.broken, found.name)) return [];
    return given === undefined
      ? [missingField(input, name, needs, found.name, span, [...found.fields.keys()])]
      : [unknownName(`field of \`${found.name}\``, name, span, found.fields.keys())];
  }
  const shown = `${found.name}.${name}`;
  const about = { name: title, description: field.def.description?.text ?? null };
  if (!fits(stands.type, field.type)) {
    const is = isInWords(stands.type, showUnit(stands.type.unit));
    const wanted = field.type.value.kind;
    // A day as an instant is its midnight, and an instant as a day the day of the calendar's zone.
    const [isTime, needsTime] = [stands.type.value.kind, wanted].map((kind) => TIMES.has(kind));
    const help =
      isTime === true && needsTime === true
        ? `give \`${found.name}\` a field for it: \`{ formula: cast(${name} as ${wanted}) }\``
        : undefined;
    return [unfitInput(about, shown, is, needs, span, help)];
  }
  const lacking = (field.values ?? []).filter((value) => stands.values?.includes(value) === false);
  if (lacking.length > 0) {
    const values = lacking.map((value) => `\`${value}\``).join(', ');
    return [unfitInput(about, shown, `a field without the value ${values}`, `a field with ${values}`, span)];
  }
  const reference = library.graph.datasets.get(input)?.references.find((one) => one.field === field.name);
  if (reference === undefined) return [];
  const other = def.with.find((one) => one.input.text === reference.to);
  const to = other === undefined ? null : boundName(other);
  if (to === null || found.references.some((one) => one.field === name && one.to === to)) return [];
  return [unfitInput(about, shown, `no reference to \`${to}\``, `a reference to \`${to}\``, span)];
}

function timeInWords({ time }: Dataset): string {
  switch (time.kind) {
    case 'undeclared':
      return 'a dataset without a `time`';
    case 'none':
      return 'a dataset with `time: none`';
    case 'event':
      return 'a dataset of events, with a `time`';
    case 'snapshot':
      return 'a dataset of snapshots';
    case 'interval':
      return 'a dataset of intervals, with `valid`';
  }
}
