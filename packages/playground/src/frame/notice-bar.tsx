// A short message about what was just done, with a way back where there is one.
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from '../parts/icon.jsx';
import { notify } from '../state/actions.js';
import { state } from '../state/store.js';

const SECONDS = 8;

export function NoticeBar(): VNode {
  const { notice } = state.value;
  useEffect(() => {
    if (notice === null) return undefined;
    const timer = setTimeout(() => notify(null), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div class="notices" role="status" aria-live="polite">
      {notice === null ? null : (
        <div class={`notice ${notice.tone}`}>
          {notice.tone === 'plain' ? null : <Icon name={notice.tone === 'good' ? 'check' : 'warn'} />}
          <span>{notice.text}</span>
          {notice.undo === null ? null : (
            <button
              type="button"
              class="plain"
              onClick={() => {
                notify(null);
                notice.undo?.();
              }}
            >
              Undo
            </button>
          )}
          <button type="button" class="quiet" aria-label="Dismiss" onClick={() => notify(null)}>
            <Icon name="close" size={14} />
          </button>
        </div>
      )}
    </div>
  );
}
