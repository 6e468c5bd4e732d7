// The definitions that the use of a library makes: those of the library over what stands for its inputs, under the name of the use.
import type { LibraryUse, Metric } from '../graph/graph.js';
import type { DatasetDef, LibraryUseDef, Located, MetricDef, Origin, ParameterDef } from '../shape/definitions.js';
import type { Library, Needs } from './library.js';
import { needsOf } from './needs-of.js';
import { ownInput } from './own-library.js';
import { renamingOf } from './renaming.js';
import { boundName } from './bound-name.js';

export interface Instance {
  readonly def: LibraryUseDef;
  readonly library: Library;
  readonly needs: Needs;
  readonly metrics: readonly MetricDef[];
  readonly parameters: readonly ParameterDef[];
  readonly use: LibraryUse;
}

export function instantiate(def: LibraryUseDef, library: Library, datasets: ReadonlyMap<string, DatasetDef>): Instance {
  const needs = needsOf(library, def.only?.map(({ text }) => text) ?? null);
  const renaming = renamingOf(library, def, datasets);
  const { graph, formulas } = library;
  const called = (name: Located): Located => ({ text: `${def.name.text}.${name.text}`, span: name.span });
  const originOf = (name: Located): Origin => ({
    alias: def.name.text,
    folder: library.folder,
    library: library.def.name.text,
    version: library.def.version?.text ?? null,
    name: name.text,
    place: def.withPlace ?? def.name.span,
  });
  const metrics = [...needs.metrics].flatMap((name): readonly MetricDef[] => {
    const found = graph.metrics.get(name)?.def;
    if (found === undefined) return [];
    const guardrails = found.guardrails?.flatMap((guardrail): readonly Located[] => {
      const isThere = needs.metrics.has(guardrail.text) || needs.inputs.has(guardrail.text);
      const text = isThere ? renaming.metric(guardrail.text) : null;
      return text === null ? [] : [{ text, span: guardrail.span }];
    });
    return [
      {
        ...found,
        name: called(found.name),
        formula: renaming.formula(found.formula, formulas.get(name) ?? []),
        guardrails: guardrails === undefined || guardrails.length === 0 ? null : guardrails,
        owner: null,
        origin: originOf(found.name),
      },
    ];
  });
  const parameters = [...needs.parameters].flatMap((name): readonly ParameterDef[] => {
    const found = graph.parameters.get(name)?.def;
    if (found === undefined) return [];
    const given = def.with.find(({ input }) => input.text === name);
    const value = given?.value ?? renaming.formula(found.value, formulas.get(name) ?? []);
    return [{ ...found, name: called(found.name), value, origin: originOf(found.name) }];
  });
  return { def, library, needs, metrics, parameters, use: useOf(def, library, needs) };
}

/** What is known of a use without a look at the types of what stands for the inputs. */
function useOf(def: LibraryUseDef, library: Library, needs: Needs): LibraryUse {
  const inputs = [...library.inputs].flatMap(([name, { def: input, kind }]) => {
    if (!(kind === 'dataset' ? needs.datasets.has(name) : needs.inputs.has(name))) return [];
    const binding = def.with.find((one) => one.input.text === name);
    const { needs: words, fields: roles } = ownInput(library, name, { def: input, kind }, needs);
    return [
      {
        name,
        place: input.name.span,
        needs: words,
        roles,
        kind,
        description: input.description?.text ?? null,
        mayBeEmpty: kind === 'metric' && isEmptySum(library.graph.metrics.get(name)),
        bound: binding === undefined ? null : boundName(binding),
        fields: new Map(binding?.fields.map(({ role, field }) => [role.text, field.text]) ?? []),
      },
    ];
  });
  const { title, description, name, version } = library.def;
  return {
    name: def.name.text,
    def,
    library: {
      folder: library.folder,
      name: name.text,
      title: title?.text ?? null,
      description: description?.text ?? null,
      version: version?.text ?? null,
      inputs,
      metrics: [...needs.metrics],
      parameters: [...needs.parameters],
      offers: [...needsOf(library, null).metrics],
      place: name.span,
    },
  };
}

function isEmptySum(metric: Metric | undefined): boolean {
  return metric?.formula.kind === 'aggregate' && metric.formula.fn === 'sum' && !metric.emptyZero;
}
