// An owner as the handbook shows them: who they are, and all that they answer for.
import { responsibilitiesOf, type OwnerDef } from '@sextant/parser';
import type { OwnerEntry } from '../model/handbook.js';
import { linkTo, self } from '../links/links-of.js';
import type { Subject } from './part.js';

export function ownerEntry(def: OwnerDef, { graph, names, placeOf, lineage }: Subject): OwnerEntry {
  const name = def.name.text;
  const answers = responsibilitiesOf(graph).get(name);
  return {
    link: self(names, 'owner', name),
    description: def.description?.text.trim() ?? null,
    place: placeOf(def.name.span),
    lineage: lineage(`owner:${name}`),
    kind: def.kind?.value ?? null,
    contact: def.contact?.text ?? null,
    team: linkTo(names, 'owner', def.team),
    members: names.links(
      'owner',
      [...graph.owners.values()].flatMap((other) => (other.team?.text === name ? [other.name.text] : [])),
    ),
    kpis: names.links('kpi', answers?.kpis ?? []),
    contributesTo: names.links('kpi', answers?.contributesTo ?? []),
    goals: names.links('goal', answers?.goals ?? []),
    metrics: names.links('metric', answers?.metrics ?? []),
  };
}
