// Around a place, the tree of a checked file says what the tree of the whole file says.
import { readYaml, treeAt } from '@sextant/parser';
import { expect, test } from 'vitest';
import { mentionAt } from '../../../packages/language-service/src/places/mention.js';
import { checked, openWorkspace, update } from '../../../packages/language-service/src/workspace/workspace.js';

const TEXT = `# definitions
datasets:
  orders:
    key: order_id
    fields: { order_id: text, amount: decimal(2) EUR }
owners: { sales: { kind: team } }
metrics:

  # money
  revenue: sum(orders.amount)
  wrong: [1, 2]
  double:
    formula: |
      revenue
        + revenue
    title: Twice
  last: { formula: revenue / 2, title: "Half" }
goals:
`;

test('at every offset, before an edit and after it', () => {
  const first = openWorkspace([{ path: 'a.kpi.yaml', text: TEXT }]);
  checked(first);
  const moved = TEXT.replace('Twice', 'Two of them');
  const second = update(first, [{ kind: 'text', path: 'a.kpi.yaml', text: moved }]);
  checked(second);
  for (const [workspace, text] of [
    [first, TEXT],
    [second, moved],
  ] as const) {
    const root = readYaml({ path: 'a.kpi.yaml', text }).value;
    if (root === null) throw new Error('no tree');
    let parts = 0;
    for (let offset = 0; offset <= text.length; offset++) {
      const around = treeAt(checked(workspace).memory, { path: 'a.kpi.yaml', text }, offset);
      if (around === null) continue;
      parts++;
      expect(mentionAt(around, offset), `${offset}`).toEqual(mentionAt(root, offset));
    }
    expect(parts).toBeGreaterThan(text.length / 2);
  }
});
