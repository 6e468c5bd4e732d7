// What the names of a library are called in a project that uses it.
import type { NameUse } from '../naming/name-use.js';
import type { Symbol } from '../naming/symbol.js';
import type { BindingDef, DatasetDef, LibraryUseDef } from '../shape/definitions.js';
import type { ScalarNode } from '../yaml/tree.js';
import { boundName, nameInFormula } from './bound-name.js';
import type { Library } from './library.js';
import { renameScalar, type NewName } from './rename-scalar.js';

export interface Renaming {
  readonly metric: (name: string) => string;
  readonly formula: (node: ScalarNode, names: readonly NameUse[]) => ScalarNode;
}

export function renamingOf(library: Library, use: LibraryUseDef, datasets: ReadonlyMap<string, DatasetDef>): Renaming {
  const alias = use.name.text;
  const bindings = new Map<string, BindingDef>(use.with.map((binding) => [binding.input.text, binding]));
  /** Nothing in a project has a name with a point in it: what stands for nothing is unknown, whatever it is called. */
  const bound = (input: string): string => {
    const binding = bindings.get(input);
    const name = binding === undefined ? null : boundName(binding);
    return name === null ? `"${alias}.${input}"` : nameInFormula(name);
  };
  const own = (name: string): string => nameInFormula(`${alias}.${name}`);
  const metric = (name: string): string => (library.inputs.get(name)?.kind === 'metric' ? bound(name) : own(name));
  const field = (dataset: string, name: string): string => {
    const given = bindings.get(dataset)?.fields.find(({ role }) => role.text === name);
    return given?.field.text ?? name;
  };
  const role = (dataset: string, name: string): string => {
    const step = library.graph.datasets.get(dataset)?.references.find((one) => one.role === name);
    const binding = bindings.get(dataset);
    const target = binding === undefined ? undefined : datasets.get(boundName(binding) ?? '');
    const refers =
      step === undefined ? undefined : target?.fields.find((one) => one.name.text === field(dataset, step.field));
    const to = refers?.references ?? null;
    return to === null ? name : (to.as?.text ?? to.dataset.text);
  };
  const newName = ({ kind, name, dataset }: Symbol): string | null => {
    switch (kind) {
      case 'metric':
        return metric(name);
      case 'parameter':
        return own(name);
      case 'dataset':
      case 'dimension':
        return bound(name);
      case 'field':
        return dataset === null ? null : nameInFormula(field(dataset, name));
      case 'role':
        return dataset === null ? null : nameInFormula(role(dataset, name));
      default:
        return null;
    }
  };
  return {
    metric: (name) =>
      library.inputs.get(name)?.kind === 'metric' ? (nameBound(bindings, name) ?? '') : `${alias}.${name}`,
    formula: (node, names) => {
      const found: NewName[] = [];
      for (const { range, means } of names) {
        const text = means.kind === 'symbol' ? newName(means.symbol) : null;
        // A field of two datasets (`by customer_id`) stands twice at one place, and is written once.
        if (text !== null && (found.at(-1)?.end ?? 0) <= range.start) found.push({ ...range, text });
      }
      const changed = found.filter(({ start, end, text }) => node.text.slice(start, end) !== text);
      return renameScalar(node, changed);
    },
  };
}

function nameBound(bindings: ReadonlyMap<string, BindingDef>, input: string): string | null {
  const binding = bindings.get(input);
  return binding === undefined ? null : boundName(binding);
}
