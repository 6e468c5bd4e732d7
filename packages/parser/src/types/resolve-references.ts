// References between datasets: each holds the single key of another dataset, and two to one dataset are told apart.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { duplicateName, unknownName } from '../names/errors.js';
import type { DatasetDef, Located } from '../shape/definitions.js';
import { noSingleKey, rolesNeeded } from './join-errors.js';
import type { Reference } from './model.js';

/** Every reference that leads somewhere; the others were reported. */
export function resolveReferences(
  defs: ReadonlyMap<string, DatasetDef>,
  broken: ReadonlySet<string>,
  report: (diagnostic: Diagnostic) => void,
): ReadonlyMap<string, readonly Reference[]> {
  const all = new Map<string, readonly Reference[]>();
  for (const def of defs.values()) {
    const references: Reference[] = [];
    const firstTo = new Map<string, Located>();
    const roles = new Map<string, Located>();
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
      const second = role === null ? firstTo.get(target.name.text) : roles.get(role);
      if (second !== undefined) {
        // The first one counts, so that nothing more needs to be said wherever the two would be told apart.
        report(
          role === null
            ? rolesNeeded(def.name.text, target.name.text, second.span, field.references.dataset.span)
            : duplicateName('role', field.references.as ?? field.references.dataset, second),
        );
        continue;
      }
      if (role === null) firstTo.set(target.name.text, field.references.dataset);
      else roles.set(role, field.references.as ?? field.references.dataset);
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
