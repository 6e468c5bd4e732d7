// What is seen when the page itself fails: the way back, also where it is the edits that it fails on.
import type { VNode } from 'preact';
import { forgetStoredWork } from '../project/stored-work.js';

export function Broken({ message }: { readonly message: string }): VNode {
  return (
    <main class="empty">
      <div role="alert">
        <h1>Something in this page is broken</h1>
        <p>{message}</p>
      </div>
      <p class="row">
        <button type="button" class="plain" onClick={() => location.reload()}>
          Reload
        </button>
        <button type="button" class="plain" onClick={() => void beginAnew()}>
          Forget my edits and begin anew
        </button>
      </p>
    </main>
  );
}

async function beginAnew(): Promise<void> {
  await forgetStoredWork();
  location.hash = '';
  location.reload();
}
