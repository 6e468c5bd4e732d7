// An owner: who they are, and everything that they answer for.
import { html, type Markup } from '@sextant/engine';
import type { OwnerEntry, Part } from '../model/handbook.js';
import { factList, paragraphs, part } from '../parts/facts.js';
import { lineagePart } from '../parts/lineage.js';
import { linkList, linkText } from '../parts/link-text.js';
import { head } from './head.js';
import { kpiTable, linkTable } from './lists.js';
import type { To } from '../links/to.js';

export function ownerPage(owner: OwnerEntry, of: Part, to: To): Markup {
  const kpisIn = (names: OwnerEntry['kpis']): Part['kpis'] =>
    of.kpis.filter((kpi) => names.some(({ name }) => name === kpi.link.name));
  const tableOf = (names: OwnerEntry['kpis']): Markup | null =>
    names.length === 0 ? null : kpiTable(kpisIn(names), to);
  return html`${head(owner.kind === null ? 'Owner' : `Owner, ${owner.kind}`, owner.link.title, owner.link.name)}
  ${paragraphs(owner.description)}
  ${factList([
    ['Contact', owner.contact],
    ['Team', owner.team === null ? null : linkText(owner.team, to)],
    ['Members', linkList(owner.members, to)],
    ['Defined in', owner.place],
  ])}
  ${part('Answers for', tableOf(owner.kpis))} ${part('Contributes to', tableOf(owner.contributesTo))}
  ${part('Goals', linkTable(owner.goals, to))} ${part('Metrics', linkTable(owner.metrics, to))}
  ${lineagePart(owner.lineage, to)}`;
}
