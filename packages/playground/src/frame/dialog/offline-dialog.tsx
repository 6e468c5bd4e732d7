// What works without a network, and the rest of it at a click.
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { restOffline, type Rest } from '../../project/offline.js';
import { sizeWords } from '../data-list.jsx';
import { DialogFrame } from './dialog-frame.jsx';

type Known = Rest | 'asking' | 'fetching' | 'failed';

export function OfflineDialog(): VNode {
  const [known, setKnown] = useState<Known>('asking');
  const ask = (keep: boolean): void => {
    setKnown(keep ? 'fetching' : 'asking');
    void restOffline(keep).then((rest) => setKnown(rest ?? 'failed'));
  };
  useEffect(() => ask(false), []);
  return (
    <DialogFrame title="Without a network" small>
      <p>
        This page is kept in the browser: it opens, checks and computes without a network. What you edit never leaves
        the browser either way.
      </p>
      <RestPart known={known} onKeep={() => ask(true)} />
    </DialogFrame>
  );
}

function RestPart({ known, onKeep }: { readonly known: Known; readonly onKeep: () => void }): VNode {
  if (known === 'asking') return <p class="soft">…</p>;
  if (known === 'fetching')
    return (
      <p class="busy" role="status">
        <progress aria-label="progress" /> fetching the rest
      </p>
    );
  if (known === 'failed') return <p class="message bad">The rest could not be fetched; is there a network?</p>;
  if (known.kept) return <p class="message good">DuckDB and the large example are kept too.</p>;
  return (
    <>
      <p>DuckDB, for SQL and large files, and the large example are kept once you used them.</p>
      <p class="row">
        <button type="button" class="strong-button" onClick={onKeep}>
          Keep them now ({sizeWords(known.bytes)})
        </button>
      </p>
    </>
  );
}
