// Whether what stands for the inputs of a library fits: it is there, of the right kind, and of the type of the stand-in.
import { didYouMean } from '../diagnostic/did-you-mean.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Graph } from '../graph/graph.js';
import { unknownName, wrongKindOfName } from '../names/errors.js';
import type { BindingDef } from '../shape/definitions.js';
import { isUnknown } from '../types/make-typed.js';
import type { Type } from '../types/typed.js';
import { showUnit } from '../types/unit.js';
import { boundName } from './bound-name.js';
import { checkBoundDataset } from './check-bound-dataset.js';
import {
  aliasOfDataset,
  missingInputs,
  noDatasetOfFields,
  notAName,
  otherVersion,
  unfitInput,
  unknownInput,
  uselessInput,
} from './errors.js';
import type { Instance } from './instantiate.js';
import type { LibraryInput } from './library.js';
import { needsOf } from './needs-of.js';
import { ownInput } from './own-library.js';
import { fits, isInWords, needInWords } from './type-needs.js';

export function checkUse(instance: Instance, graph: Graph): readonly Diagnostic[] {
  const { def, library } = instance;
  const problems: Diagnostic[] = [];
  const dataset = graph.datasets.get(def.name.text);
  if (dataset !== undefined) problems.push(aliasOfDataset(def.name, dataset.def.name));
  const version = library.def.version;
  if (def.version !== null && version !== null && major(def.version.text) !== major(version.text))
    problems.push(otherVersion(def.version, library.def.name.text, version));
  for (const name of def.only ?? []) {
    if (library.inputs.has(name.text))
      problems.push(wrongKindOfName(name.text, 'an input', 'a metric', name.span, null));
    else if (!library.graph.metrics.has(name.text))
      problems.push(unknownName(`metric of \`${library.def.name.text}\``, name.text, name.span, madeMetrics(instance)));
  }
  for (const binding of def.with) problems.push(...bindingProblems(binding, instance, graph));
  return [...problems, ...missing(instance, graph)];
}

function major(version: string): string {
  return version.split('.')[0] ?? version;
}

function madeMetrics({ library }: Instance): readonly string[] {
  return [...needsOf(library, null).metrics];
}

function bindingProblems(binding: BindingDef, instance: Instance, graph: Graph): readonly Diagnostic[] {
  const { input, fields } = binding;
  const { library, needs, def } = instance;
  const name = input.text;
  const wanted = library.inputs.get(name);
  const parameter = library.graph.parameters.get(name);
  if (wanted === undefined && parameter === undefined) {
    const known = [...library.inputs.keys(), ...library.graph.parameters.keys()];
    return [unknownInput(input, library.def.name.text, known)];
  }
  if (fields.length > 0 && wanted?.kind !== 'dataset') return [noDatasetOfFields(input, wanted?.kind ?? 'parameter')];
  const isNeeded =
    wanted === undefined ? needs.parameters.has(name) : needs.inputs.has(name) || needs.datasets.has(name);
  if (!isNeeded) {
    // What a misspelled metric of `only` would need is not known.
    const misspelled = def.only?.some((one) => !library.graph.metrics.has(one.text)) === true;
    return misspelled ? [] : [uselessInput(input, def.name.text)];
  }
  if (wanted !== undefined) return inputProblems(binding, wanted, instance, graph);
  const found = graph.parameters.get(`${def.name.text}.${name}`);
  if (found === undefined || parameter === undefined || isUnknown(found.value) || isUnknown(parameter.value)) return [];
  return unfit(binding, parameter.def.description?.text ?? null, found.type, parameter.type);
}

function inputProblems(
  binding: BindingDef,
  wanted: LibraryInput,
  instance: Instance,
  graph: Graph,
): readonly Diagnostic[] {
  const { value, input } = binding;
  const { kind } = wanted;
  if (value.broken === true) return [];
  const name = boundName(binding);
  if (name === null) return [notAName(input.text, kind, value.span)];
  const table = { metric: graph.metrics, dataset: graph.datasets, dimension: graph.dimensions }[kind];
  if (!table.has(name)) return unknown(name, kind, binding, graph);
  if (kind === 'dataset') return checkBoundDataset(binding, name, wanted, instance, graph);
  const [found, own] =
    kind === 'metric'
      ? [graph.metrics.get(name)?.type, instance.library.graph.metrics.get(input.text)?.type]
      : [graph.dimensions.get(name)?.type, instance.library.graph.dimensions.get(input.text)?.type];
  if (found === undefined || own === undefined) return [];
  return unfit(binding, wanted.def.description?.text ?? null, found, own);
}

function unknown(name: string, kind: LibraryInput['kind'], { value }: BindingDef, graph: Graph): readonly Diagnostic[] {
  const broken = `${kind}s/${name}`;
  if (graph.broken.has(broken)) return [];
  const lost = graph.uses.get(name.split('.')[0] ?? '');
  if (name.includes('.') && lost?.library === null) return [];
  const kinds: readonly (readonly [string, ReadonlyMap<string, unknown>])[] = [
    ['a metric', graph.metrics],
    ['a dataset', graph.datasets],
    ['a dimension', graph.dimensions],
    ['a parameter', graph.parameters],
    ['a KPI', graph.kpis],
  ];
  const other = kinds.find(([, table]) => table.has(name));
  if (other !== undefined) return [wrongKindOfName(name, other[0], `a ${kind}`, value.span, null)];
  const table = { metric: graph.metrics, dataset: graph.datasets, dimension: graph.dimensions }[kind];
  return [unknownName(kind, name, value.span, table.keys())];
}

function unfit(
  { input, value }: BindingDef,
  description: string | null,
  found: Type,
  wanted: Type,
): readonly Diagnostic[] {
  if (fits(found, wanted)) return [];
  const is = isInWords(found, showUnit(found.unit));
  return [unfitInput({ name: input.text, description }, value.text.trim(), is, needInWords(wanted), value.span)];
}

function missing(instance: Instance, graph: Graph): readonly Diagnostic[] {
  const { def, library, needs } = instance;
  const given = new Set(def.with.map(({ input }) => input.text));
  // What was given and could not be read was reported.
  const isBroken = graph.broken.has(`use/${def.name.text}`) || graph.broken.has(`use/${def.name.text}/with`);
  if (isBroken) return [];
  // A name that was misspelled was reported.
  const meant = new Set(
    [...given].flatMap((name) => (library.inputs.has(name) ? [] : didYouMean(name, library.inputs.keys()))),
  );
  const lacking = [...library.inputs].filter(
    ([name]) => !given.has(name) && !meant.has(name) && (needs.inputs.has(name) || needs.datasets.has(name)),
  );
  if (lacking.length === 0) return [];
  const without = madeMetrics(instance).filter((name) => {
    const own = needsOf(library, [name]);
    return lacking.every(([input]) => !own.inputs.has(input) && !own.datasets.has(input));
  });
  return [
    missingInputs(
      def,
      lacking.map(([name, input]) => ownInput(library, name, input, needs)),
      without,
    ),
  ];
}
