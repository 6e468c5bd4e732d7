// What is proposed at a cursor in a file beside the shop.
import { completion, update, type Workspace } from '@sextant/language-service';
import { atCursor, open, SHOP } from '../shop.js';

const shop = open(SHOP, { today: '2026-03-15' });
// The names of a check before the file was written.
completion(shop, { path: 'metrics.kpi.yaml', position: { line: 0, character: 0 } });

export interface Proposed {
  readonly workspace: Workspace;
  readonly text: string;
  readonly labels: readonly string[];
  readonly items: ReturnType<typeof completion>['items'];
}

export function proposed(marked: string, path = 'new.kpi.yaml'): Proposed {
  const { text, position } = atCursor(marked);
  const workspace = update(shop, [{ kind: 'text', path, text }]);
  const { items } = completion(workspace, { path, position });
  const sorted = items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  return { workspace, text, labels: sorted.map(({ label }) => label), items: sorted };
}
