// What changed, for whoever does not see it: the counts of problems, and no more often than they change.
import type { VNode } from 'preact';
import { part } from '../state/store.js';
import { countWords } from './bottom.jsx';

const words = part(({ checked }) => {
  const { errors, warnings, problems, revision } = checked;
  if (revision < 0) return '';
  return problems.length === 0 ? 'no problems' : countWords(errors, warnings, problems.length);
});

export function LiveRegion(): VNode {
  return (
    <p class="hidden" role="status" aria-live="polite">
      {words.value}
    </p>
  );
}
