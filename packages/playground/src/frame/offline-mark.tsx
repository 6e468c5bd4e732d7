// That the page works without a network, once it does.
import type { VNode } from 'preact';
import { Icon } from '../parts/icon.jsx';
import { openDialog } from '../state/actions.js';
import { part } from '../state/store.js';

const offline = part((now) => now.offline);

export function OfflineMark(): VNode | null {
  if (offline.value !== 'ready') return null;
  return (
    <button
      type="button"
      class="quiet offline-mark"
      title="This page works without a network"
      onClick={() => openDialog({ kind: 'offline' })}
    >
      <Icon name="check" size={14} /> offline
    </button>
  );
}
