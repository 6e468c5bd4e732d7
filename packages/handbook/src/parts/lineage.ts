// Where a number comes from and where it goes, drawn; every node is a link, and the same links stand in a list for who cannot see it.
import { html, type Markup } from '@sextant/engine';
import type { Lineage, LineageNode } from '../model/handbook.js';
import type { To } from '../links/to.js';

const KINDS: Readonly<Record<string, string>> = {
  dataset: 'dataset',
  parameter: 'parameter',
  metric: 'metric',
  kpi: 'KPI',
  goal: 'goal',
  owner: 'owner',
};

export function lineagePart(lineage: Lineage | null, to: To): Markup | null {
  if (lineage === null) return null;
  const { width, height, nodes, edges, hidden } = lineage;
  const kinds = [...new Set(nodes.map(({ link }) => link.kind))];
  return html`<section>
    <h2>Where it comes from, and where it goes</h2>
    <div class="lineage scroll" tabindex="0" role="group" aria-label="Lineage">
      <svg viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" height="${String(height)}">
        ${edges.map(({ path }) => html`<path class="flow" d="${path}" />`)} ${nodes.map((node) => nodeBox(node, to))}
      </svg>
    </div>
    <p class="soft small">
      ${kinds.map((kind) => html`<span class="kind of-${kind}">${KINDS[kind] ?? kind}</span> `)}${
        hidden === 0 ? null : `and ${hidden} further away that are not drawn`
      }
    </p>
  </section>`;
}

function nodeBox({ link, x, y, width, height, isSubject }: LineageNode, to: To): Markup {
  const box = html`<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="6" /><rect
      class="stripe"
      x="${px(x)}"
      y="${px(y + 6)}"
      width="4"
      height="${px(height - 12)}"
      rx="2"
    /><text x="${px(x + 14)}" y="${px(y + height / 2 + 4.5)}">${shortened(link.title, width)}</text
    ><title>${KINDS[link.kind] ?? link.kind} ${link.title}</title>`;
  if (isSubject) return html`<g class="node subject of-${link.kind}">${box}</g>`;
  return html`<a class="node of-${link.kind}" href="${to(link.href)}">${box}</a>`;
}

const CHARACTER = 6.6;

function shortened(title: string, width: number): string {
  const room = Math.floor((width - 22) / CHARACTER);
  return title.length <= room ? title : `${title.slice(0, room - 1).trimEnd()}…`;
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
